using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Statistics;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>One variant in <see cref="ReportData"/>.</summary>
/// <param name="Id">Its machine name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Scenario">The machine name of its scenario.</param>
/// <param name="Starts">The first day of its world.</param>
/// <param name="Days">How long a replication runs.</param>
/// <param name="WarmUpDays">What is left out at the beginning.</param>
/// <param name="InputHash">The hash of its files and of the program.</param>
/// <param name="Changes">Where its scenario differs from the baseline's.</param>
/// <param name="Estimates">By measure; measures without a value are left out.</param>
/// <param name="Differences">Against the baseline, by measure.</param>
/// <param name="Batches">Whether its batches are long enough; null without batches.</param>
/// <param name="Curves">For each curve the 24 hours of the day.</param>
/// <param name="Backlog">The mean number of open cases in each hour of the run; empty for batches.</param>
/// <param name="Cells">What was counted in each cell, all replications together.</param>
/// <param name="Observations">By measure, one value per observation; null where there was nothing to measure.</param>
/// <param name="Runs">The replications.</param>
internal sealed record VariantData(
    string Id, Title Title, string Scenario, string Starts, double Days, double WarmUpDays, string InputHash, ScenarioChange[] Changes,
    Dictionary<string, EstimateData> Estimates, Dictionary<string, DifferenceData> Differences, BatchMeans? Batches,
    EstimateData[][] Curves, double[] Backlog, CellData[] Cells, Dictionary<string, double?[]> Observations, RunData[] Runs)
{
    public static VariantData Of(ExperimentResult result, Variant variant)
    {
        var (plan, run) = (result.Plan, variant.Scenario.Run);
        var outcomes = result.Observations.OutcomesOf(variant.Index);
        return new VariantData(
            variant.Id, variant.Title, variant.Scenario.Plan.Name, $"{run.Starts:yyyy-MM-dd}", InDays(variant.Length), InDays(result.WarmUp.CutFor(variant)),
            variant.InputHash, variant.Changes,
            ByMeasure(plan, measure => EstimateData.Of(result.EstimateOf(variant, measure))),
            variant.Index == 0 ? [] : ByMeasure(plan, measure => DifferenceData.Of(result, variant, measure)),
            result.BatchesOf(variant),
            [.. Enumerable.Range(0, HourCurves.Count).Select(curve => result.CurveOf(variant, curve).Select(hour => EstimateData.Of(hour)!).ToArray())],
            result.BacklogOf(variant), CellData.Of(result, variant),
            plan.Measures.ToDictionary(measure => measure.Id, measure => result.Observations.Of(variant.Index, measure.Id)),
            [.. outcomes.Select(RunData.Of)]);
    }

    private static Dictionary<string, T> ByMeasure<T>(ExperimentPlan plan, Func<Measure, T?> of)
        where T : class =>
        plan.Measures.Select(measure => (measure.Id, Value: of(measure))).Where(pair => pair.Value is not null).ToDictionary(pair => pair.Id, pair => pair.Value!);

    private static double InDays(Duration length) => length.TotalHours / 24;
}

/// <summary>A mean with its interval; an end is null where one observation says nothing about it.</summary>
internal sealed record EstimateData(int N, double Mean, double Deviation, double? Low, double? High)
{
    public static EstimateData? Of(Estimate? estimate) =>
        estimate is null ? null : new EstimateData(estimate.Count, estimate.Mean, estimate.Deviation, estimate.Low, estimate.High);
}

/// <summary>A difference to the baseline.</summary>
/// <param name="N">Pairs of observations.</param>
/// <param name="Mean">The mean difference.</param>
/// <param name="Low">The lower end of its interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Chance">The two-sided p value.</param>
/// <param name="CorrectedChance">The p value corrected by Holm over the variants.</param>
/// <param name="Stands">Whether the difference stands after that correction.</param>
internal sealed record DifferenceData(int N, double Mean, double? Low, double? High, double? Chance, double? CorrectedChance, bool Stands)
{
    public static DifferenceData? Of(ExperimentResult result, Variant variant, Measure measure)
    {
        var corrected = result.CorrectedChances(measure)[variant.Index];
        return result.DifferenceOf(variant, measure) is not { } difference ? null : new DifferenceData(
            difference.Count, difference.Mean, difference.Mean - difference.HalfWidth, difference.Mean + difference.HalfWidth,
            difference.Chance, corrected, corrected < 1 - result.Plan.File.Confidence);
    }
}

/// <summary>What was counted in a cell: cases closed, those closed on time, ways of officers to tasks and their length together.</summary>
internal sealed record CellData(string Code, int Closed, int OnTime, int Tasks, long WayM)
{
    public static CellData[] Of(ExperimentResult result, Variant variant)
    {
        var counts = result.CellsOf(variant);
        return [.. variant.Scenario.Plan.City.Cells.Select(cell => new CellData(
            cell.Code, counts.Closed[cell.Index], counts.OnTime[cell.Index], counts.Tasks[cell.Index], counts.WayM[cell.Index]))];
    }
}

/// <summary>One replication: its seed, whether every draw was mirrored, and the hash of its run.</summary>
internal sealed record RunData(ulong Seed, bool IsMirrored, string Hash, long Messages)
{
    public static RunData Of(Outcome outcome)
    {
        var isMirrored = ChanceStream.MirrorOf(outcome.Seed) < outcome.Seed;
        return new RunData(isMirrored ? ChanceStream.MirrorOf(outcome.Seed) : outcome.Seed, isMirrored, outcome.Hash, outcome.Messages);
    }
}
