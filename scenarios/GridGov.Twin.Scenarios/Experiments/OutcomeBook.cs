using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>
/// Follows a replication for what the ledger does not keep: how the day runs hour by hour, and what happens in each cell. Before
/// <paramref name="from"/> it only keeps the backlog's course.
/// </summary>
internal sealed class OutcomeBook(WorldPlan plan, Instant from) : IEventListener
{
    private readonly HourBook _hours = new(from);
    private readonly Dictionary<long, int> _cellOfCase = [];
    private readonly HashSet<long> _open = [];
    private readonly int[] _cellOfOfficer = new int[plan.Officers.Length];
    private CellCounts _cells = CellCounts.Empty(plan.City.Cells.Length);

    public void On(in Event e)
    {
        switch (e.Body.Kind)
        {
            case CaseOpened.Kind:
                _cellOfCase[e.Source.Number] = e.Body.As<CaseOpened>().Cell;
                Open(e);
                break;
            case CaseMoved.Kind when !_open.Contains(e.Source.Number):
                // Opened again after its end.
                Open(e);
                break;
            case CaseEnded.Kind:
                End(e, e.Body.As<CaseEnded>());
                break;
            case OfficerDutyChanged.Kind:
                _hours.Change(e.At, HourCurves.OnDuty, e.Body.As<OfficerDutyChanged>().On == 1 ? 1 : -1);
                break;
            case TaskBegan.Kind:
                _cellOfOfficer[e.Source.Number] = CellOf(e.Body.As<TaskBegan>().Case);
                _hours.Change(e.At, HourCurves.AtTask, 1);
                break;
            case TaskFinished.Kind or TaskBrokenOff.Kind:
                _hours.Change(e.At, HourCurves.AtTask, -1);
                break;
            case LegStarted.Kind when e.Body.As<LegStarted>() is { ForTask: 1 } leg && e.At >= from:
                var cell = _cellOfOfficer[e.Source.Number];
                _cells.Tasks[cell]++;
                _cells.WayM[cell] += leg.LengthM;
                break;
        }
    }

    /// <summary>What was kept until <paramref name="now"/>; the next part begins then.</summary>
    public (double[][] Curves, float[] Backlog, CellCounts Cells) Take(Instant now)
    {
        var taken = (_hours.TakeCurves(now), _hours.TakeBacklog(), _cells);
        _cells = CellCounts.Empty(plan.City.Cells.Length);
        return taken;
    }

    private void Open(in Event e)
    {
        _open.Add(e.Source.Number);
        _hours.Count(e.At, HourCurves.Opened);
        _hours.Change(e.At, HourCurves.Backlog, 1);
    }

    private void End(in Event e, CaseEnded ended)
    {
        if (_open.Remove(e.Source.Number))
        {
            _hours.Count(e.At, HourCurves.Ended);
            _hours.Change(e.At, HourCurves.Backlog, -1);
        }

        if (e.At >= from && plan.Workflow.Workflow.States[ended.State].Id == Workflow.Closed)
        {
            _cells.Closed[ended.Cell]++;
            _cells.OnTime[ended.Cell] += 1 - ended.Overdue;
        }
    }

    private int CellOf(GrainId task) => task.Kind == Grain.Case ? _cellOfCase[task.Number] : (int)task.Number;
}
