using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Statistics;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>
/// What is left out at the beginning of every replication. Found: the backlog's hourly course, averaged over a few pilot replications, is cut by
/// MSER-5 in each variant; the longest cut, in whole days, holds for all.
/// </summary>
/// <param name="Found">The cut that was found; null where the scenarios' own holds.</param>
/// <param name="IsSettled">Whether every variant had settled by then; always true where nothing was looked for.</param>
public sealed record WarmUpFinding(Duration? Found, bool IsSettled)
{
    /// <summary>How many pilot replications of each variant are averaged.</summary>
    public const int Pilots = 5;

    /// <summary>What is left out in a variant.</summary>
    public Duration CutFor(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return Found ?? variant.Scenario.Run.WarmUp;
    }

    /// <summary>The finding from the pilots of each variant; null when there are no pilots because a stop was asked for.</summary>
    /// <exception cref="InputRejectedException">The runs are too short for anything to be left after the warm-up.</exception>
    internal static WarmUpFinding? Of(ExperimentPlan plan, Outcome[][]? pilots)
    {
        if (pilots is null || !plan.File.FindsWarmUp)
        {
            return pilots is null ? null : new WarmUpFinding(null, true);
        }

        var cuts = pilots.Select((outcomes, variant) => CutOf(plan, variant, outcomes)).ToArray();
        var days = (cuts.Max(cut => cut.Values) + 23) / 24;
        var found = Duration.Days(days);
        return plan.Variants.All(variant => found + Duration.Days(1) <= variant.Length)
            ? new WarmUpFinding(found, Array.TrueForAll(cuts, cut => cut.IsSettled))
            : throw Rejected(plan, $"more days than the warm-up of {days} that was found", "after the warm-up not even a day is left to count");
    }

    private static WarmUpCut CutOf(ExperimentPlan plan, int variant, Outcome[] outcomes)
    {
        const int fewestHours = 72;
        var hours = outcomes.Length == 0 ? 0 : outcomes[0].Backlog.Length;
        return hours >= fewestHours
            ? WarmUpCut.Of([.. Enumerable.Range(0, hours).Select(hour => outcomes.Average(outcome => (double)outcome.Backlog[hour]))])
            : throw Rejected(plan, "runs of at least 3 days", $"variant {plan.Variants[variant].Id} is too short to find a warm-up in");
    }

    private static InputRejectedException Rejected(ExperimentPlan plan, string expected, string message) =>
        new(new Finding(plan.File.Mark.File, 0, "warm-up: auto", expected, message));
}
