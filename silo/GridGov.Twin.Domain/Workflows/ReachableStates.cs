using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;

namespace GridGov.Twin.Domain.Workflows;

/// <summary>
/// Every state, with every mode of the case clock, a case of one weight can come to, each by a shortest path. Exact: of two paths to the same
/// place the one that used no bounded move more often can be continued in every way the other can, so only such are followed.
/// </summary>
internal sealed class ReachableStates
{
    private readonly Dictionary<(int State, ClockMode Clock, bool ClockRefused), List<byte[]>> _fewestUses = [];

    public ReachableStates(WorkflowPlan plan, Weight weight)
    {
        (Plan, Weight) = (plan, weight);
        Paths = CasePath.Explore(plan, weight, UsesLessThanAnyBefore);
    }

    public WorkflowPlan Plan { get; }

    public Weight Weight { get; }

    /// <summary>In order of length.</summary>
    public List<CasePath> Paths { get; }

    public CasePath? PathTo(int state) => Paths.Find(path => path.State == state);

    /// <summary>The moves a case of this weight may ever make from a state.</summary>
    public IEnumerable<AllowedMove> MovesOf(int state) => Plan.MovesOf(state).ToArray().Where(move => move.IsFor(Weight));

    private bool UsesLessThanAnyBefore(CasePath path)
    {
        // A refused order to the clock makes a place of its own: the same state may be reached properly, too.
        var place = (path.State, path.Clock, path.ClockRefused);
        if (!_fewestUses.TryGetValue(place, out var fewest))
        {
            _fewestUses[place] = fewest = [];
        }

        if (fewest.Exists(known => known.Zip(path.Used, (before, now) => before <= now).All(noMore => noMore)))
        {
            return false;
        }

        fewest.Add(path.Used);
        return true;
    }
}
