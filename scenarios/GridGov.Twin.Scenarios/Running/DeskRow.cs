using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Domain.Plans;

namespace GridGov.Twin.Scenarios.Running;

/// <summary>
/// The desks that do the same work, added up: those of one workflow role, of one department, or one other desk by itself (the hotline);
/// or the officers of one team.
/// </summary>
/// <param name="Id">The role's, department's, desk's or team's machine name.</param>
/// <param name="Zh">Its name.</param>
/// <param name="En">Its English name.</param>
/// <param name="Places">How many desks, or officers.</param>
/// <param name="Arrived">Jobs that came in the period.</param>
/// <param name="Finished">Jobs finished.</param>
/// <param name="Lost">Jobs refused, out of patience or withdrawn.</param>
/// <param name="MeanWaitMin">The mean wait of begun jobs, in minutes; null when none was begun.</param>
/// <param name="WaitP90Min">The wait nine in ten did not exceed, in minutes.</param>
/// <param name="Utilisation">Work done per person-time on duty; null when nobody was on duty.</param>
/// <param name="Waiting">Jobs waiting at the end.</param>
/// <param name="Serving">Jobs being worked on at the end.</param>
public sealed record DeskRow(
    string Id, string Zh, string En, int Places, long Arrived, long Finished, long Lost, double? MeanWaitMin, double? WaitP90Min,
    double? Utilisation, long Waiting, long Serving)
{
    internal static DeskRow[] Of(Ledger ledger, WorldPlan plan)
    {
        // Desks of a role or department stand once per street or community; the reader wants the work, not the places.
        return [.. plan.Desks.GroupBy(desk => (desk.Role, desk.Department, Own: desk.Role < 0 && desk.Department < 0 ? desk.Index : -1))
            .Select(same => Sum(NameOf(same.First(), plan), same.Count(), [.. same.Select(desk => ledger.Desks[desk.Index])]))];
    }

    internal static DeskRow[] OfTeams(Ledger ledger, WorldPlan plan) =>
    [
        .. plan.Teams.Select(team => Sum((plan.City.Org[team.Org].Code, team.Name, team.Name), team.Officers.Length, [ledger.Officers.Teams[team.Index]])),
    ];

    private static (string Id, string Zh, string En) NameOf(DeskPlan desk, WorldPlan plan)
    {
        if (desk.Role >= 0)
        {
            var role = plan.Workflow.Workflow.Roles[desk.Role];
            return (role.Id, role.Zh, role.En);
        }

        if (desk.Department >= 0)
        {
            var department = plan.Departments[desk.Department];
            return (department.Id, department.Zh, department.En);
        }

        return (desk.Id, desk.Zh, desk.En);
    }

    private static DeskRow Sum((string Id, string Zh, string En) name, int places, DeskTally[] tallies)
    {
        var waits = new Spread();
        Array.ForEach(tallies, tally => waits.Add(tally.Waits));
        var (served, duty) = (tallies.Sum(tally => tally.ServedJobMs), tallies.Sum(tally => tally.DutyMs));
        return new DeskRow(
            name.Id, name.Zh, name.En, places, tallies.Sum(tally => tally.Arrived), tallies.Sum(tally => tally.Finished),
            tallies.Sum(tally => tally.Lost),
            waits.Count == 0 ? null : waits.Mean.TotalMinutes, waits.Count == 0 ? null : waits.Quantile(0.9).TotalMinutes,
            duty > 0 ? served / duty : null, tallies.Sum(tally => tally.Waiting), tallies.Sum(tally => tally.Serving));
    }
}
