using GridGov.Twin.Scenarios.Statistics;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>Why an experiment stopped.</summary>
public enum StopReason
{
    /// <summary>All replications asked for were done.</summary>
    AllDone,

    /// <summary>Every wanted half-width was reached, and the best chosen where that was asked for.</summary>
    Reached,

    /// <summary>The most replications were done without reaching what was wanted.</summary>
    NotReached,

    /// <summary>The time was over.</summary>
    Time,
}

/// <summary>When there are enough replications. Looks only at the observations, so the same ones always give the same answer.</summary>
internal static class StopRule
{
    /// <summary>Why to stop now; null: go on.</summary>
    public static StopReason? Look(ExperimentPlan plan, Observations observations)
    {
        var stop = plan.File.Stop;
        if (stop.IsFixed)
        {
            return observations.Count >= stop.Most ? StopReason.AllDone : null;
        }

        if (observations.Count < stop.Least)
        {
            return null;
        }

        return HasWhatIsWanted(plan, observations) ? StopReason.Reached : observations.Count >= stop.Most ? StopReason.NotReached : null;
    }

    /// <summary>About how many observations will be needed: half-widths shrink with the root of their number.</summary>
    public static int Wanted(ExperimentPlan plan, Observations observations)
    {
        var stop = plan.File.Stop;
        if (stop.IsFixed || observations.Count < 2)
        {
            return stop.IsFixed ? stop.Most : stop.Least;
        }

        var needed = stop.HalfWidths.Length == 0 && !stop.UntilChosen ? stop.Most
            : Widths(plan, observations).Select(width => observations.Count * width * width).DefaultIfEmpty(0).Max();
        needed = stop.UntilChosen && Choice(plan, observations) is not { IsMade: true } ? Math.Max(needed, observations.Count + 1) : needed;
        return (int)Math.Clamp(Math.Ceiling(needed), Math.Max(stop.Least, observations.Count), Math.Max(stop.Most, observations.Count));
    }

    /// <summary>The choice between the variants; null while there are too few observations, where nothing decides, or a value is missing.</summary>
    public static BestChoice? Choice(ExperimentPlan plan, Observations observations)
    {
        if (plan.File.Decision is not { Matters: > 0 } decision || observations.Count < BestChoice.FirstStage || plan.Variants.Length < 2)
        {
            return null;
        }

        var sign = decision.IsHigherBetter ? 1 : -1;
        var values = plan.Variants.Select(variant => observations.Of(variant.Index, decision.By.Value)).ToArray();
        return Array.TrueForAll(values, row => Array.TrueForAll(row, value => value.HasValue))
            ? BestChoice.Of([.. values.Select(row => row.Select(value => sign * value!.Value).ToArray())], decision.Matters, plan.File.Confidence)
            : null;
    }

    private static bool HasWhatIsWanted(ExperimentPlan plan, Observations observations)
    {
        var stop = plan.File.Stop;
        return (stop.HalfWidths.Length > 0 || stop.UntilChosen)
            && Widths(plan, observations).All(width => width <= 1)
            && (!stop.UntilChosen || Choice(plan, observations) is { IsMade: true });
    }

    // Half-widths against the wanted ones; what was never measured in a variant asks for nothing there.
    private static IEnumerable<double> Widths(ExperimentPlan plan, Observations observations) =>
        from rule in plan.File.Stop.HalfWidths
        from variant in plan.Variants
        let estimate = observations.EstimateOf(variant.Index, rule.Measure.Value)
        where estimate is not null
        select (estimate.HalfWidth ?? double.PositiveInfinity) / rule.HalfWidth;
}
