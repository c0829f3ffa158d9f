using System.Reflection;
using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>
/// Everything a report says, as programs read it: <c>experiment.json</c> is this and nothing else, and the page draws from it. It holds no wall
/// time and no path, so equal results give equal bytes.
/// </summary>
/// <param name="Format">The name and number of this form.</param>
/// <param name="Program">The version of the program.</param>
/// <param name="Experiment">What was asked.</param>
/// <param name="Answer">The answer in one sentence.</param>
/// <param name="Decision">What decided and how it came out; null where nothing decides.</param>
/// <param name="Validity">What the answer rests on.</param>
/// <param name="Measures">Everything that was measured.</param>
/// <param name="Curves">The curves over the hours of the day.</param>
/// <param name="Checks">Known values held against what was measured.</param>
/// <param name="Variants">What was compared; the first is the baseline.</param>
internal sealed record ReportData(
    string Format, string Program, HeadData Experiment, Title Answer, DecisionData? Decision, ValidityData Validity, MeasureData[] Measures,
    CurveName[] Curves, CheckData[] Checks, VariantData[] Variants)
{
    public static ReportData Of(ExperimentResult result)
    {
        var (plan, file) = (result.Plan, result.Plan.File);
        return new ReportData(
            "gridgov-experiment-1", Version, new HeadData(file.Name, Path.GetFileName(file.Mark.File), file.Title, file.Question, file.Confidence),
            Experiments.Answer.Of(result), DecisionData.Of(result), ValidityData.Of(result), [.. plan.Measures.Select(measure => MeasureData.Of(measure, plan))],
            [.. HourCurves.Names.Select(name => new CurveName(name.Id, name.Zh, name.En))],
            [.. result.Checks.Select(CheckData.Of)], [.. plan.Variants.Select(variant => VariantData.Of(result, variant))]);
    }

    /// <summary>The version of the program.</summary>
    public static string Version => typeof(ReportData).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}

/// <summary>The experiment's name, the name of its file, and what it asks.</summary>
internal sealed record HeadData(string Name, string File, Title Title, Title Question, double Confidence);

/// <summary>A curve over the hours of the day.</summary>
internal sealed record CurveName(string Id, string Zh, string En);

/// <summary>Something that was measured.</summary>
/// <param name="Id">Its machine name.</param>
/// <param name="Zh">Its name.</param>
/// <param name="En">Its English name.</param>
/// <param name="Unit">share (of 1), count, hours, minutes or kilometres.</param>
/// <param name="IsHigherBetter">Whether more is better; null where that is a matter of view.</param>
/// <param name="IsShown">Whether the experiment asks for it in its table.</param>
internal sealed record MeasureData(string Id, string Zh, string En, string Unit, bool? IsHigherBetter, bool IsShown)
{
    public static MeasureData Of(Measure measure, ExperimentPlan plan) =>
        new(measure.Id, measure.Zh, measure.En, UnitOf(measure), BetterOf(measure, plan), plan.Shown.Contains(measure));

    public static string UnitOf(Measure measure) => Enum.GetName<IndicatorUnit>(measure.Unit)!.ToLowerInvariant();

    // What the experiment says of the deciding measure goes before what is usual.
    private static bool? BetterOf(Measure measure, ExperimentPlan plan) =>
        plan.File.Decision is { } decision && decision.By.Value == measure.Id ? decision.IsHigherBetter : measure.IsHigherBetter;
}

/// <summary>What decided.</summary>
/// <param name="Measure">The deciding measure.</param>
/// <param name="IsHigherBetter">Whether more of it is better.</param>
/// <param name="Matters">The smallest difference that matters; 0 where none was said.</param>
/// <param name="Target">What it should reach; null where nothing was said.</param>
/// <param name="Leader">The variant that leads.</param>
/// <param name="IsChosen">Whether it was chosen with the wanted probability of being right.</param>
/// <param name="IsClear">Whether it is better than the next by an interval that leaves out zero; if not, the choice is one that does not matter.</param>
/// <param name="IsReached">Whether it reaches the target; null where there is none, or that cannot be said.</param>
internal sealed record DecisionData(string Measure, bool IsHigherBetter, double Matters, double? Target, string Leader, bool IsChosen, bool IsClear, bool? IsReached)
{
    public static DecisionData? Of(ExperimentResult result)
    {
        if (result.Plan.File.Decision is not { } decision)
        {
            return null;
        }

        var leader = Answer.Leader(result);
        var estimate = result.EstimateOf(leader, result.Plan.DecidedBy!);
        var reached = decision.Target is { } target && estimate is not null ? Answer.Reached(estimate, target, decision.IsHigherBetter) : null;
        return new DecisionData(
            decision.By.Value, decision.IsHigherBetter, decision.Matters, decision.Target, leader.Id, result.Choice is { IsMade: true }, Answer.HasClearLead(result), reached);
    }
}

/// <summary>What the answer rests on.</summary>
/// <param name="Observations">Independent observations of every variant.</param>
/// <param name="Kind">What an observation is: replication, antithetic-pair or batch.</param>
/// <param name="StopReason">all-done, reached, not-reached or time.</param>
/// <param name="Least">The fewest replications asked for.</param>
/// <param name="Most">The most.</param>
/// <param name="HalfWidths">The half-widths asked for.</param>
/// <param name="WarmUpWasFound">Whether the warm-up was found by MSER-5 instead of being the scenarios' own.</param>
/// <param name="IsSettled">Whether every variant had settled by the end of the warm-up; always true where nothing was looked for.</param>
/// <param name="Failures">Replications that did not come to an end.</param>
internal sealed record ValidityData(
    int Observations, string Kind, string StopReason, int Least, int Most, Dictionary<string, double> HalfWidths, bool WarmUpWasFound, bool IsSettled,
    string[] Failures)
{
    public static ValidityData Of(ExperimentResult result)
    {
        var (file, stop) = (result.Plan.File, result.Plan.File.Stop);
        var kind = stop.Batches > 0 ? "batch" : file.IsAntithetic ? "antithetic-pair" : "replication";
        return new ValidityData(
            result.Observations.Count, kind, Word(result.Reason), stop.Least, stop.Most,
            stop.HalfWidths.ToDictionary(rule => rule.Measure.Value, rule => rule.HalfWidth), result.WarmUp.Found is not null, result.WarmUp.IsSettled,
            result.Failures);
    }

    private static string Word(StopReason reason) => reason switch
    {
        Experiments.StopReason.AllDone => "all-done",
        Experiments.StopReason.Reached => "reached",
        Experiments.StopReason.NotReached => "not-reached",
        _ => "time",
    };
}
