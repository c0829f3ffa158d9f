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
                var isOn = e.Body.As<OfficerDutyChanged>().On == 1;
                Stand(source, isOn ? Doing.Waiting : Doing.Off, version);
                Count(source, isOn ? CellAt(source) : NoCell);
                break;
            case LegStarted.Kind:
                SetOut(source, e.Body.As<LegStarted>(), e.At, version);
                break;
            case CellPatrolled.Kind:
                Stand((int)e.Body.As<CellPatrolled>().Officer, Doing.Looking, version);
                break;
            case TaskBegan.Kind:
                Stand(source, Doing.Working, version);
                break;
            case TaskFinished.Kind or TaskBrokenOff.Kind:
                Stand(source, Doing.Waiting, version);
                break;
        }
    }

    /// <summary>Who has arrived at his task by now works there.</summary>
    public void PassTo(Instant now, long version)
    {
        while (_arrivals.TryPeek(out var officer, out var atMs) && atMs <= now.Milliseconds)
        {
            _arrivals.Dequeue();
            var leg = _all[officer].Value.Leg;
            if (leg.Doing == (byte)Doing.Going && leg.ArriveMs == atMs)
            {
                Stand(officer, Doing.Working, version);
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
        _all[officer].Set(moving, version);
        if (doing == Doing.Going)
        {
            _arrivals.Enqueue(officer, leg.Arrives.Milliseconds);
        }

        Count(officer, CellAt(officer));
    }

    private void Stand(int officer, Doing doing, long version) => _all[officer].Set(Standing(officer, doing, _all[officer].Value.Leg.Path[^1]), version);

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
