namespace GridGov.Twin.Domain.Workflows;

/// <summary>
/// Finds rounds a case can go for ever: cycles of unbounded moves outside the ends. A cycle with a bounded move (rework, suspend and resume)
/// ends by itself, and urging moves nothing. Cycles are told shortest first; each further one shares no move with those told before.
/// </summary>
internal static class BounceProof
{
    public static IEnumerable<CaseFinding> Findings(ReachableStates reachable)
    {
        // By reference: two states may have moves that read the same.
        var told = new HashSet<AllowedMove>(ReferenceEqualityComparer.Instance);
        int[] states = [.. reachable.Paths.Select(path => path.State).Distinct()];
        while (ShortestCycle(reachable, states, told) is { } cycle)
        {
            told.UnionWith(cycle.Moves);
            yield return Bounce(reachable, cycle.From, cycle.Moves);
        }
    }

    private static (int From, AllowedMove[] Moves)? ShortestCycle(ReachableStates reachable, int[] states, HashSet<AllowedMove> told)
    {
        (int From, AllowedMove[] Moves)? shortest = null;
        foreach (var state in states)
        {
            if (CycleFrom(reachable, state, told) is { } moves && (shortest is null || moves.Length < shortest.Value.Moves.Length))
            {
                shortest = (state, moves);
            }
        }

        return shortest;
    }

    // Breadth first from the state until a move leads back to it.
    private static AllowedMove[]? CycleFrom(ReachableStates reachable, int from, HashSet<AllowedMove> told)
    {
        List<(int State, AllowedMove[] Moves)> ways = [(from, [])];
        HashSet<int> seen = [];
        for (var i = 0; i < ways.Count; i++)
        {
            foreach (var move in UnboundedMoves(reachable, ways[i].State).Where(move => !told.Contains(move)))
            {
                AllowedMove[] moves = [.. ways[i].Moves, move];
                if (move.Move.To == from)
                {
                    return moves;
                }

                if (seen.Add(move.Move.To))
                {
                    ways.Add((move.Move.To, moves));
                }
            }
        }

        return null;
    }

    private static IEnumerable<AllowedMove> UnboundedMoves(ReachableStates reachable, int state) =>
        reachable.Plan.Workflow.States[state].IsFinal
            ? []
            : reachable.MovesOf(state).Where(move => move.CountIndex < 0 && !(move.Move.Action == CaseAction.Urge && move.Move.To == state));

    private static CaseFinding Bounce(ReachableStates reachable, int from, AllowedMove[] moves)
    {
        var states = reachable.Plan.Workflow.States;
        var path = reachable.PathTo(from)!;
        List<string> zh = [];
        List<string> en = [];
        foreach (var move in moves)
        {
            zh.Add($"“{states[path.State].Id}”{move.Move.Action.Zh()}");
            en.Add($"'{move.Move.Action.En()}' in '{states[path.State].Id}'");
            path = path.Then(reachable.Plan, move);
        }

        return new CaseFinding(FindingKind.EndlessBounce, reachable.Weight, path,
            $"案件可无限循环：{string.Join("、", zh)}均无次数上限", $"a case can go round for ever: none of {string.Join(", ", en)} has a bound");
    }
}
