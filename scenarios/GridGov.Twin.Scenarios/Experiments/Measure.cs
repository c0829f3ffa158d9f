using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>
/// Something an experiment can measure in a replication: an indicator of the cases or of the officers, how busy a desk's staff are
/// (<c>utilisation.NAME</c>) and how long its jobs wait (<c>wait.NAME</c>), or how a stream of calls fares (<c>wait.calls.NAME</c>,
/// <c>lost.calls.NAME</c>).
/// </summary>
/// <param name="Id">Its machine name.</param>
/// <param name="Zh">Its name.</param>
/// <param name="En">Its English name.</param>
/// <param name="Unit">How its values are read.</param>
public sealed record Measure(string Id, string Zh, string En, IndicatorUnit Unit)
{
    private static readonly HashSet<string> LowerIsBetter =
    [
        "merged", "rework-rate", "extension-rate", "handling-time", "open-time", "open-time-p90", "detection-delay", "detection-delay-p90",
        "backlog", "task-wait", "rejected", TeamSpread, StreetSpread,
    ];

    /// <summary>The desks' measures are told apart from indicators by this beginning.</summary>
    public const string UtilisationOf = "utilisation.";

    /// <summary>How much busier the busiest team of officers was than the idlest.</summary>
    public const string TeamSpread = "team-utilisation-spread";

    /// <summary>How much more of the best street's cases were closed on time than of the worst's.</summary>
    public const string StreetSpread = "street-on-time-spread";

    private const string WaitOf = "wait.";

    /// <summary>Whether more of it is better; null where that is a matter of view.</summary>
    public bool? IsHigherBetter =>
        LowerIsBetter.Contains(Id) || Id.StartsWith(WaitOf, StringComparison.Ordinal) || Id.StartsWith("lost.", StringComparison.Ordinal) ? false
        : Unit == IndicatorUnit.Share && Id.EndsWith("-rate", StringComparison.Ordinal) || Id == "dispatch-accuracy" ? true
        : null;

    /// <summary>The measures of a plan, in the order reports have them.</summary>
    public static Measure[] Of(WorldPlan plan)
    {
        var ledger = new Ledger(plan);
        return [.. Read(RunReport.Of(ledger, plan, Instant.Start + Duration.Days(1))).Select(value => value.Measure), .. CallBook.MeasuresOf(plan)];
    }

    /// <summary>The measures and what a report says of each; null where it says nothing.</summary>
    internal static IEnumerable<(Measure Measure, double? Value)> Read(RunReport report)
    {
        foreach (var indicator in report.All.Concat(report.Officers))
        {
            yield return (new Measure(indicator.Id, indicator.Zh, indicator.En, indicator.Unit), indicator.Value);
        }

        foreach (var desk in report.Desks)
        {
            yield return (new Measure(UtilisationOf + desk.Id, $"{desk.Zh}占用率", $"utilisation, {desk.En}", IndicatorUnit.Share), desk.Utilisation);
        }

        foreach (var desk in report.Desks)
        {
            yield return (new Measure(WaitOf + desk.Id, $"{desk.Zh}平均等待", $"mean wait, {desk.En}", IndicatorUnit.Minutes), desk.MeanWaitMin);
        }

        if (report.Teams.Length > 1)
        {
            yield return (new Measure(TeamSpread, "班组占用率差距", "utilisation, busiest less idlest team", IndicatorUnit.Share), Spread(report.Teams.Select(team => team.Utilisation)));
        }

        if (report.ByStreet.Length > 1)
        {
            var rates = report.ByStreet.Select(street => street["on-time-closing-rate"].Value);
            yield return (new Measure(StreetSpread, "街道按期结案率差距", "on-time closing, best less worst street", IndicatorUnit.Share), Spread(rates));
        }
    }

    private static double? Spread(IEnumerable<double?> values)
    {
        var there = values.OfType<double>().ToArray();
        return there.Length > 1 ? there.Max() - there.Min() : null;
    }
}
