using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Indicators;

/// <summary>What is counted of all officers: tasks, time on duty and at tasks, ways walked and ridden.</summary>
public sealed class OfficerTally(WorldPlan plan)
{
    private readonly DeskTally[] _teams = [.. plan.Teams.Select(_ => new DeskTally())];

    /// <summary>The teams, counted like desks: tasks that came, waited for an officer, and were done.</summary>
    public IReadOnlyList<DeskTally> Teams => _teams;

    /// <summary>Metres gone on patrol.</summary>
    public double PatrolM { get; private set; }

    /// <summary>Metres gone to tasks.</summary>
    public double TaskM { get; private set; }

    /// <summary>Looks at cells.</summary>
    public long Visits { get; private set; }

    /// <summary>Tasks finished.</summary>
    public long Tasks => _teams.Sum(team => team.Finished);

    /// <summary>Time at tasks, the way included, per time on duty.</summary>
    public double Utilisation => _teams.Sum(team => team.DutyMs) is > 0 and var duty ? _teams.Sum(team => team.ServedJobMs) / duty : 0;

    /// <summary>How long tasks waited to be given to an officer.</summary>
    public Spread Waits
    {
        get
        {
            var all = new Spread();
            Array.ForEach(_teams, team => all.Add(team.Waits));
            return all;
        }
    }

    internal void On(in Event e)
    {
        switch (e.Body.Kind)
        {
            case CellPatrolled.Kind:
                Visits++;
                break;
            case LegStarted.Kind:
                var leg = e.Body.As<LegStarted>();
                (PatrolM, TaskM) = leg.ForTask == 1 ? (PatrolM, TaskM + leg.LengthM) : (PatrolM + leg.LengthM, TaskM);
                break;
            case TaskArrived.Kind:
                _teams[e.Source.Number].Arrived++;
                break;
            case TaskAssigned.Kind:
                _teams[e.Source.Number].Waits.Add(e.Body.As<TaskAssigned>().Waited);
                break;
            case TaskBegan.Kind:
                TeamOf(e).Started++;
                TeamOf(e).Change(e.At, 0, +1, 0);
                break;
            case TaskFinished.Kind:
                TeamOf(e).Finished++;
                TeamOf(e).Change(e.At, 0, -1, 0);
                break;
            case TaskBrokenOff.Kind:
                TeamOf(e).Lost++;
                TeamOf(e).Change(e.At, 0, -1, 0);
                break;
            case OfficerDutyChanged.Kind:
                TeamOf(e).Change(e.At, 0, 0, e.Body.As<OfficerDutyChanged>().On == 1 ? 1 : -1);
                break;
        }
    }

    internal void Pass(Instant now) => Array.ForEach(_teams, team => team.Pass(now));

    internal void Restart(Instant now)
    {
        Array.ForEach(_teams, team => team.Restart(now));
        (PatrolM, TaskM, Visits) = (0, 0, 0);
    }

    private DeskTally TeamOf(in Event e) => _teams[plan.Officers[e.Source.Number].Team];
}
