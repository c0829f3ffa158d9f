using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;

namespace GridGov.Twin.Domain.Workflows;

/// <summary>
/// Every state, with every mode of the case clock, a case of one weight can come to, each by a shortest path. Exact: of two paths to the same
/// place the one that used no bounded move more often can be continued in every way the other can, so only such are followed.
/// </summary>
internal sealed class ReachableStates
{
    private const int MostPaths = 10_000;

    private readonly Dictionary<(int State, ClockMode Clock, bool ClockRefused), List<byte[]>> _fewestUses = [];
    private readonly int[] _bindingCounts;

    private ReachableStates(WorkflowPlan plan, Weight weight)
    {
        (Plan, Weight) = (plan, weight);
        _bindingCounts = [.. BindingCounts()];
    }

    public WorkflowPlan Plan { get; }

    public Weight Weight { get; }

    /// <summary>In order of length.</summary>
    public List<CasePath> Paths { get; private set; } = [];

    /// <summary>Explores; null when there are too many ways to go.</summary>
    public static ReachableStates? Of(WorkflowPlan plan, Weight weight)
    {
        var reachable = new ReachableStates(plan, weight);
        var paths = CasePath.Explore(plan, weight, reachable.UsesLessThanAnyBefore, MostPaths);
        reachable.Paths = paths ?? [];
        return paths is null ? null : reachable;
    }

    public CasePath? PathTo(int state) => Paths.Find(path => path.State == state);

    /// <summary>The moves a case of this weight may ever make from a state.</summary>
    public IEnumerable<AllowedMove> MovesOf(int state) => Plan.MovesOf(state).ToArray().Where(move => move.IsFor(Weight));

    // A path that comes to no place twice makes a move at most once for each place of the move's state. Bounds that high never bind on it,
    // so their counts need not be compared; in most workflows that leaves none.
    private IEnumerable<int> BindingCounts()
    {
        HashSet<(int State, ClockMode Clock, bool ClockRefused)> places = [];
        List<CasePath> paths = [CasePath.Begin(Plan)];
        for (var i = 0; i < paths.Count; i++)
        {
            if (places.Add(PlaceOf(paths[i])))
            {
                paths.AddRange(MovesOf(paths[i].State).Select(move => paths[i].Then(Plan, move)));
            }
        }

        return Plan.Workflow.States.SelectMany(state => MovesOf(state.Index)
            .Where(move => move.CountIndex >= 0 && move.Move.AtMost < places.Count(place => place.State == state.Index))
            .Select(move => move.CountIndex));
    }

    private bool UsesLessThanAnyBefore(CasePath path)
    {
        if (!_fewestUses.TryGetValue(PlaceOf(path), out var fewest))
        {
            _fewestUses[PlaceOf(path)] = fewest = [];
        }

        if (fewest.Exists(known => _bindingCounts.All(index => known[index] <= path.Used[index])))
        {
            return false;
        }

        fewest.Add(path.Used);
        return true;
    }

    // A refused order to the clock makes a place of its own: the same state may be reached properly, too.
    private static (int State, ClockMode Clock, bool ClockRefused) PlaceOf(CasePath path) => (path.State, path.Clock, path.ClockRefused);
}
