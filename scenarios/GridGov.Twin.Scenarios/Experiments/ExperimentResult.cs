using GridGov.Twin.Scenarios.Statistics;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>What an experiment found. The same files and the same program give the same result on any number of threads.</summary>
/// <param name="Plan">The experiment.</param>
/// <param name="Observations">What the replications gave.</param>
/// <param name="WarmUp">What was left out at the beginning.</param>
/// <param name="Reason">Why it stopped.</param>
/// <param name="Failures">Replications that did not come to an end, for people; their rounds are left out of every variant.</param>
public sealed record ExperimentResult(ExperimentPlan Plan, Observations Observations, WarmUpFinding WarmUp, StopReason Reason, string[] Failures)
{
    /// <summary>The choice between the variants by Kim and Nelson's procedure; null where nothing decides.</summary>
    public BestChoice? Choice => StopRule.Choice(Plan, Observations);

    /// <summary>The known values of the experiment's file held against what was measured.</summary>
    public Check[] Checks => Check.Of(this);

    /// <summary>The estimate of a measure in a variant; null where it was never measured.</summary>
    public Estimate? EstimateOf(Variant variant, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(measure);
        return Observations.EstimateOf(variant.Index, measure.Id);
    }

    /// <summary>
    /// How much a variant differs from the baseline in a measure: paired replication by replication; by Welch where the two were never measured
    /// together. Null where either was never measured.
    /// </summary>
    public Difference? DifferenceOf(Variant variant, Measure measure) => DifferenceOf(variant, Plan.Variants[0], measure);

    /// <summary>How much a variant differs from another in a measure.</summary>
    public Difference? DifferenceOf(Variant variant, Variant than, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(than);
        ArgumentNullException.ThrowIfNull(measure);
        var (values, others) = (Observations.Of(variant.Index, measure.Id), Observations.Of(than.Index, measure.Id));
        return Difference.Paired(values, others, Plan.File.Confidence) ?? Difference.Welch(values, others, Plan.File.Confidence);
    }

    /// <summary>The chances of all variants' differences in a measure, corrected by Holm for being several; the baseline has none.</summary>
    public double?[] CorrectedChances(Measure measure) =>
        Holm.Adjust([.. Plan.Variants.Select(variant => variant.Index == 0 ? null : DifferenceOf(variant, measure)?.Chance)]);

    /// <summary>The mean of a variant's curve over the hours of the day, with its interval, hour by hour.</summary>
    public Estimate[] CurveOf(Variant variant, int curve)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var outcomes = Observations.OutcomesOf(variant.Index);
        return [.. Enumerable.Range(0, 24).Select(hour => Estimate.Of(outcomes.Select(outcome => (double?)outcome.Curves[curve][hour]), Plan.File.Confidence)!)];
    }

    /// <summary>The mean backlog of a variant in each hour of the run; empty where batches of one long run were counted.</summary>
    public double[] BacklogOf(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var outcomes = Observations.OutcomesOf(variant.Index);
        return Plan.File.Stop.Batches > 0 || outcomes.Count == 0 ? []
            : [.. Enumerable.Range(0, outcomes[0].Backlog.Length).Select(hour => outcomes.Average(outcome => (double)outcome.Backlog[hour]))];
    }

    /// <summary>What was counted in each cell of a variant, all replications together.</summary>
    public CellCounts CellsOf(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var sum = CellCounts.Empty(variant.Scenario.Plan.City.Cells.Length);
        foreach (var outcome in Observations.OutcomesOf(variant.Index))
        {
            sum.Add(outcome.Cells);
        }

        return sum;
    }

    /// <summary>Whether the batches of a long run are long enough, by the measure that decides or the first shown; null without batches.</summary>
    public BatchMeans? BatchesOf(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var measure = Plan.DecidedBy ?? Plan.Shown.FirstOrDefault();
        return Plan.File.Stop.Batches == 0 || measure is null ? null
            : BatchMeans.Of([.. Observations.Of(variant.Index, measure.Id).OfType<double>()]);
    }
}
