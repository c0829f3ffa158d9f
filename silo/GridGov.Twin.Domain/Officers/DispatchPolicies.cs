using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;

namespace GridGov.Twin.Domain.Officers;

/// <summary>The dispatch policies: who of a team gets a task. Each gives the member's place in the team, or −1: the task waits.</summary>
public static class DispatchPolicies
{
    /// <summary>Chooses by the team's policy; the officer who is already there goes before any policy.</summary>
    public static int Choose(TeamState state, TeamPlan team, OfficerTask task, Setting setting)
    {
        var finder = task.Finder >= 0 ? setting.MemberOf(task.Finder) : -1;
        if (finder >= 0 && state.Members[finder].OnDuty == 1)
        {
            return finder;
        }

        return team.Policy switch
        {
            DispatchPolicy.OwnCell => OwnCell(state, task, setting),
            DispatchPolicy.NearestFree => Best(state, task, setting, member => member.Load == 0 ? 0 : null),
            DispatchPolicy.LeastLoaded => Best(state, task, setting, member => member.Load * FarM),
            _ => ShortestTravel(state, team, task, setting),
        };
    }

    // Farther than any way inside a district, in metres: makes the first criterion outweigh the distance.
    private const double FarM = 1e7;

    private static int OwnCell(TeamState state, OfficerTask task, Setting setting)
    {
        var own = setting.BeatMemberOf(task.Cell);
        return own >= 0 && state.Members[own].OnDuty == 1 ? own : Best(state, task, setting, member => member.Load * FarM);
    }

    private static int ShortestTravel(TeamState state, TeamPlan team, OfficerTask task, Setting setting)
    {
        // One waiting task costs as many metres as the officer would ride in the time it takes.
        var metresPerTask = setting.MeanTaskSeconds * setting.Plan.Officers[team.Officers[0]].TaskMps;
        return Best(state, task, setting, member => member.Load * metresPerTask);
    }

    // The member on duty with the least (handicap + way); a null handicap rules him out; the first among equals.
    private static int Best(TeamState state, OfficerTask task, Setting setting, Func<Member, double?> handicapM)
    {
        var node = setting.Plan.City.Cells[task.Cell].Node;
        var best = -1;
        var bestM = double.MaxValue;
        for (var i = 0; i < state.Members.Length; i++)
        {
            var member = state.Members[i];
            if (member.OnDuty == 1 && handicapM(member) is { } handicap && handicap < bestM)
            {
                var metres = handicap + setting.Plan.Travel.Metres(member.Node, node);
                (best, bestM) = metres < bestM ? (i, metres) : (best, bestM);
            }
        }

        return best;
    }
}
