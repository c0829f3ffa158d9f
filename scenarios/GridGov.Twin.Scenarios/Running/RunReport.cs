using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Scenarios.Running;

/// <summary>The indicators of one part of the cases: a group of kinds or a street.</summary>
public sealed record ReportRow(string Key, string Zh, string En, Indicator[] Indicators)
{
    /// <summary>One of the indicators, by machine name.</summary>
    /// <exception cref="ArgumentException">There is no such indicator.</exception>
    public Indicator this[string id] =>
        Array.Find(Indicators, indicator => indicator.Id == id) ?? throw new ArgumentException($"no indicator '{id}'", nameof(id));
}

/// <summary>
/// The indicators of a period: of all cases, of the officers, by group of kinds (those with cases), by street, and the desks.
/// </summary>
public sealed record RunReport(
    Instant From, Instant To, Indicator[] All, Indicator[] Officers, ReportRow[] ByKind, ReportRow[] ByStreet, DeskRow[] Desks, DeskRow[] Teams)
{
    /// <summary>Reads a ledger whose books are closed.</summary>
    public static RunReport Of(Ledger ledger, WorldPlan plan, Instant now)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(plan);
        var days = (now - ledger.Since).TotalHours / 24;
        var kinds = ledger.Groups.Select(group => new ReportRow(group.Key, group.Zh, group.En, IndicatorTable.Of(ledger.ByGroup[group.Index])));
        var streets = ledger.Streets.Select((street, i) => new ReportRow(street.Code, street.Name, street.Name, IndicatorTable.Of(ledger.ByStreet[i])));
        return new RunReport(
            ledger.Since, now, IndicatorTable.Of(ledger.All),
            plan.Officers.Length > 0 ? IndicatorTable.Of(ledger.Officers, plan.Officers.Length, days) : [],
            [.. kinds.Where(HasCases)], [.. streets],
            DeskRow.Of(ledger, plan), DeskRow.OfTeams(ledger, plan));
    }

    private static bool HasCases(ReportRow row) => row["reports"].Value > 0 || row["backlog"].Value > 0;
}
