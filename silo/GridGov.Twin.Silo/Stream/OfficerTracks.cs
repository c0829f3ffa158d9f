using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Silo.Stream;

/// <summary>Where the officers are and what they do, from their events: legs along the streets, and standing in between.</summary>
internal sealed class OfficerTracks
{
    private const int NoCell = -1;
    private readonly WorldPlan _plan;
    private readonly Action<int, Func<CellCounts, CellCounts>> _changeCell;
    private readonly Dictionary<int, int> _cellOfNode;
    private readonly int[] _countedIn;
    private readonly PriorityQueue<int, long> _arrivals = new();
    private readonly Versioned<MovingOfficer>[] _all;

    public OfficerTracks(WorldPlan plan, Action<int, Func<CellCounts, CellCounts>> changeCell)
    {
        (_plan, _changeCell) = (plan, changeCell);
        _cellOfNode = plan.City.Cells.GroupBy(cell => cell.Node).ToDictionary(same => same.Key, same => same.First().Index);
        _countedIn = [.. plan.Officers.Select(_ => NoCell)];
        _all = [.. plan.Officers.Select(officer => new Versioned<MovingOfficer>(Standing(officer.Index, Doing.Off, plan.City.Cells[officer.Beat[0]].Node)))];
    }

    public IReadOnlyList<Versioned<MovingOfficer>> All => _all;

    public void Hear(in Event e, long version)
    {
        var source = (int)e.Source.Number;
        switch (e.Body.Kind)
        {
            case OfficerDutyChanged.Kind:
                Stand(source, e.Body.As<OfficerDutyChanged>().On == 1 ? Doing.Waiting : Doing.Off, e.At, version);
                break;
            case LegStarted.Kind:
                SetOut(source, e.Body.As<LegStarted>(), e.At, version);
                break;
            case CellPatrolled.Kind:
                var looker = (int)e.Body.As<CellPatrolled>().Officer;
                // Who was sent to look at a cell has that as his task.
                Stand(looker, DoingOf(looker) is Doing.Going or Doing.Working ? Doing.Working : Doing.Looking, e.At, version);
                break;
            case TaskBegan.Kind:
                Stand(source, Doing.Working, e.At, version);
                break;
            case TaskBrokenOff.Kind when IsOnTheWay(source, e.At):
                Set(source, _all[source].Value with { Leg = _all[source].Value.Leg with { Doing = (byte)Doing.Patrolling } }, version);
                break;
            case TaskFinished.Kind or TaskBrokenOff.Kind:
                Stand(source, Doing.Waiting, e.At, version);
                break;
        }
    }

    /// <summary>Who has arrived at his task by now works there; who does not patrol waits at his post. No event tells of either.</summary>
    public void PassTo(Instant now, long version)
    {
        while (_arrivals.TryPeek(out var officer, out var atMs) && atMs <= now.Milliseconds)
        {
            _arrivals.Dequeue();
            if (_all[officer].Value.Leg.ArriveMs == atMs)
            {
                Stand(officer, DoingOf(officer) == Doing.Going ? Doing.Working : Doing.Waiting, now, version);
            }
        }
    }

    private void SetOut(int officer, LegStarted leg, Instant at, long version)
    {
        var doing = leg.ForTask == 1 ? Doing.Going : Doing.Patrolling;
        var path = _plan.Travel.Path(leg.From, leg.To);
        var nodes = _plan.City.Streets.Nodes;
        var moving = new MovingOfficer(
            new OfficerLeg(officer, (byte)doing, at.Milliseconds, leg.Arrives.Milliseconds, path), PlaneRect.Around(path.Select(node => nodes[node])));
        Set(officer, moving, version);
        if (doing == Doing.Going || !_plan.Officers[officer].Patrols)
        {
            _arrivals.Enqueue(officer, leg.Arrives.Milliseconds);
        }
    }

    private Doing DoingOf(int officer) => (Doing)_all[officer].Value.Leg.Doing;

    private bool IsOnTheWay(int officer, Instant at) => at.Milliseconds < _all[officer].Value.Leg.ArriveMs;

    // A leg that is broken off has not been walked: his grain knows only where legs begin and end.
    private void Stand(int officer, Doing doing, Instant at, long version) =>
        Set(officer, Standing(officer, doing, _all[officer].Value.Leg.Path[IsOnTheWay(officer, at) ? 0 : ^1]), version);

    private void Set(int officer, MovingOfficer moving, long version)
    {
        _all[officer].Set(moving, version);
        Count(officer, DoingOf(officer) == Doing.Off ? NoCell : CellAt(officer));
    }

    private MovingOfficer Standing(int officer, Doing doing, int node)
    {
        Place[] nodes = [_plan.City.Streets.Nodes[node]];
        return new MovingOfficer(new OfficerLeg(officer, (byte)doing, 0, 0, [node]), PlaneRect.Around(nodes));
    }

    private int CellAt(int officer) => _cellOfNode.GetValueOrDefault(_all[officer].Value.Leg.Path[^1], NoCell);

    // On a leg he is counted where it leads: he is as good as there.
    private void Count(int officer, int cell)
    {
        if (_countedIn[officer] == cell)
        {
            return;
        }

        if (_countedIn[officer] != NoCell)
        {
            _changeCell(_countedIn[officer], counts => counts with { Officers = counts.Officers - 1 });
        }

        if (cell != NoCell)
        {
            _changeCell(cell, counts => counts with { Officers = counts.Officers + 1 });
        }

        _countedIn[officer] = cell;
    }
}
