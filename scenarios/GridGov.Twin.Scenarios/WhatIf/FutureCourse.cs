using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Scenarios.WhatIf;

/// <summary>How one future goes, at each point of time.</summary>
/// <param name="Backlog">在办案件: cases open.</param>
/// <param name="OnTime">
/// 按期率: of the cases closed since the moment and those open beyond their deadline, the share closed within it; null while there are none.
/// </param>
/// <param name="Hash">The world's event hash at the end.</param>
public sealed record FutureCourse(double[] Backlog, double?[] OnTime, ulong Hash)
{
    /// <summary>Runs a future through the points of time; null when it was stopped before the end.</summary>
    internal static FutureCourse? Run(World<DistrictModel> world, Instant[] points, CancellationToken stop)
    {
        var plan = world.Model.Setting.Plan;
        var closings = new Closings(plan.Workflow.Workflow);
        world.Listen(closings);
        var (backlog, onTime) = (new double[points.Length], new double?[points.Length]);
        for (var i = 0; i < points.Length; i++)
        {
            if (stop.IsCancellationRequested)
            {
                return null;
            }

            // A world that began at this very moment is a millisecond beyond it.
            world.RunUntil(points[i] > world.Now ? points[i] : world.Now);
            var (open, overdue) = Open(world, plan);
            var due = closings.Closed + overdue;
            (backlog[i], onTime[i]) = (open, due == 0 ? null : (double)closings.OnTime / due);
        }

        return new FutureCourse(backlog, onTime, world.EventHash);
    }

    private static (int Open, int Overdue) Open(World<DistrictModel> world, WorldPlan plan)
    {
        var (open, overdue) = (0, 0);
        foreach (var (_, state) in world.Model.Cases.InOrder)
        {
            if (plan.Workflow.Workflow.States[state.Facts.State].Stage != Stage.Ended)
            {
                open++;
                overdue += state.WholeClock.IsOverdue(world.Now, plan.Calendar) ? 1 : 0;
            }
        }

        return (open, overdue);
    }

    private sealed class Closings(Workflow workflow) : IEventListener
    {
        public int Closed { get; private set; }

        public int OnTime { get; private set; }

        public void On(in Event e)
        {
            if (e.Body.Kind == CaseEnded.Kind && e.Body.As<CaseEnded>() is var ended && workflow.States[ended.State].Id == Workflow.Closed)
            {
                Closed++;
                OnTime += ended.Overdue == 1 ? 0 : 1;
            }
        }
    }
}
