namespace GridGov.Twin.Domain.Workflows;

/// <summary>
/// Finds where a case can be caught. Where every state has a way to an end made of unbounded moves no case ever is, whatever it has used up;
/// only where some state has none, every order of using up the bounded moves is tried.
/// </summary>
internal static class WayOutProof
{
    private const int MostPlaces = 50_000;

    public static IEnumerable<CaseFinding> Findings(ReachableStates reachable)
    {
        var unsure = StatesWithoutUnboundedWay(reachable);
        if (unsure.Count == 0)
        {
            return [];
        }

        Dictionary<string, int> places = [];
        var paths = CasePath.Explore(reachable.Plan, reachable.Weight, path => places.TryAdd(PlaceOf(path), places.Count), MostPlaces);
        return paths is null ? [Unproved(reachable, unsure)] : Caught(reachable, paths, places);
    }

    private static List<WorkflowState> StatesWithoutUnboundedWay(ReachableStates reachable)
    {
        var states = reachable.Plan.Workflow.States;
        bool[] wayOut = [.. states.Select(state => state.IsFinal)];
        var pending = true;
        while (pending)
        {
            pending = false;
            foreach (var state in states.Where(state => !wayOut[state.Index]))
            {
                wayOut[state.Index] = reachable.MovesOf(state.Index).Any(move => move.CountIndex < 0 && wayOut[move.Move.To]);
                pending |= wayOut[state.Index];
            }
        }

        return [.. states.Where(state => !wayOut[state.Index] && reachable.PathTo(state.Index) is not null)];
    }

    // The n-th path leads to place n.
    private static IEnumerable<CaseFinding> Caught(ReachableStates reachable, List<CasePath> paths, Dictionary<string, int> places)
    {
        int[] PlacesAfter(CasePath path) => [.. path.Next(reachable.Plan, reachable.Weight).Select(after => places[PlaceOf(after)])];
        int[][] next = [.. paths.Select(PlacesAfter)];
        var toAnEnd = LeadingTo(place => reachable.Plan.Workflow.States[paths[place].State].IsFinal, next);
        var toADeadEnd = LeadingTo(place => !toAnEnd[place] && next[place].Length == 0, next);
        int[] caught = [.. Enumerable.Range(0, paths.Count).Where(place => !toAnEnd[place])];
        foreach (var place in caught.Where(place => next[place].Length == 0).DistinctBy(place => paths[place].State))
        {
            yield return DeadEnd(reachable, paths[place]);
        }

        foreach (var place in caught.Where(place => !toADeadEnd[place]).Take(1))
        {
            yield return NoWayToAnEnd(reachable, paths[place]);
        }
    }

    // From which places a goal can be reached: goes over all, last first because ways lead forward, until nothing is added.
    private static bool[] LeadingTo(Func<int, bool> isGoal, int[][] next)
    {
        bool[] leading = [.. Enumerable.Range(0, next.Length).Select(isGoal)];
        var added = true;
        while (added)
        {
            added = false;
            for (var place = next.Length - 1; place >= 0; place--)
            {
                if (!leading[place] && next[place].Any(after => leading[after]))
                {
                    leading[place] = added = true;
                }
            }
        }

        return leading;
    }

    // What decides how a case can go on; its clock does not.
    private static string PlaceOf(CasePath path) => $"{path.State}:{Convert.ToHexString(path.Used)}";

    private static CaseFinding DeadEnd(ReachableStates reachable, CasePath path)
    {
        var id = reachable.Plan.Workflow.States[path.State].Id;
        return reachable.MovesOf(path.State).Any()
            ? new CaseFinding(FindingKind.DeadEnd, reachable.Weight, path,
                $"“{id}”的操作次数用完后无路可走", $"state '{id}' is a dead end once its bounded moves are used up")
            : new CaseFinding(FindingKind.DeadEnd, reachable.Weight, path,
                $"“{id}”无路可走：没有任何操作", $"state '{id}' is a dead end: no move leads out of it and it is not an end");
    }

    private static CaseFinding NoWayToAnEnd(ReachableStates reachable, CasePath path)
    {
        var id = reachable.Plan.Workflow.States[path.State].Id;
        return new CaseFinding(FindingKind.NoWayToAnEnd, reachable.Weight, path,
            $"到达“{id}”后无法结束", $"from state '{id}' on moves are open for ever but none of them leads to an end");
    }

    private static CaseFinding Unproved(ReachableStates reachable, List<WorkflowState> unsure)
    {
        var ids = string.Join(", ", unsure.Select(state => $"'{state.Id}'"));
        return new CaseFinding(FindingKind.Unproved, reachable.Weight, reachable.PathTo(unsure[0].Index)!,
            $"无法证明{ids}总有出路：限次操作的组合过多，请给出一条不限次的出路",
            $"no proof that {ids} always has a way out: too many orders of using up bounded moves; expected a way to an end without a bound");
    }
}
