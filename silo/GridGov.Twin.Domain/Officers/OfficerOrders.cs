using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Officers;

/// <summary>What people at the controls make an officer do out of turn.</summary>
internal static class OfficerOrders
{
    /// <summary>He goes to a cell next, whosever it is, and looks; then he takes up his beat where he left it.</summary>
    public static void Visit(OfficerState state, VisitCell visit, Turn turn, Setting setting)
    {
        var officer = setting.Plan.Officers[turn.Self.Number];
        if ((ulong)visit.Cell >= (ulong)setting.Plan.City.Cells.Length)
        {
            turn.Emit(new SendRefused(visit.Reference, officer.Index, SendRefusal.NoSuchCell));
            return;
        }

        if (state.Facts.ShiftOver == 1)
        {
            turn.Emit(new SendRefused(visit.Reference, officer.Index, SendRefusal.OffDuty));
            return;
        }

        var cell = Grain.CellOf((int)visit.Cell);
        var look = officer.Look.Sample(ref state.Facts.Patrol);
        state.Tasks.Add(new OfficerTask(cell, look, 0, (int)visit.Cell, -1, OfficerTask.ByOrder, (short)Stage.Report));
        turn.Send(Grain.TeamOf(officer.Team), new VisitTold(officer.Index));
        turn.Emit(new OfficerSent(visit.Reference, cell, officer.Index));
        OfficerGrain.Wake(state, turn, setting);
    }

    /// <summary>He drops a task that is no longer wanted, if it is he who has it. On his way to it he walks on to where he was going.</summary>
    public static void Drop(OfficerState state, WorkStops stopped, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        var inHand = OfficerGrain.IsAtTask(facts) && IsOf(facts.Task, stopped.Case, stopped.Ticket);
        if (!inHand && state.Tasks.RemoveAll(task => IsOf(task, stopped.Case, stopped.Ticket)) == 0)
        {
            return;
        }

        turn.Send(Grain.TeamOf(setting.Plan.Officers[turn.Self.Number].Team), new TaskTold((int)turn.Self.Number, facts.Node));
        if (inHand)
        {
            turn.Emit(new TaskBrokenOff(facts.Task.Case, turn.Now - facts.TaskSince, facts.Task.Stage));
            LeaveTask(state, turn, setting);
        }
    }

    /// <summary>A task in his list becomes more urgent.</summary>
    public static void Hurry(OfficerState state, TaskHurries hurried)
    {
        var at = state.Tasks.FindIndex(task => IsOf(task, hurried.Case, hurried.Ticket));
        if (at >= 0)
        {
            var task = state.Tasks[at];
            state.Tasks[at] = task with { Priority = (short)Math.Min(task.Priority, hurried.Priority) };
        }
    }

    private static void LeaveTask(OfficerState state, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        facts.Task = default;
        if (facts.Doing == Doing.Going && facts.ShiftOver == 0)
        {
            facts.Doing = Doing.Patrolling;
            return;
        }

        turn.Cancel(ref facts.Step);
        OfficerGrain.NextStep(state, turn, setting);
    }

    private static bool IsOf(in OfficerTask task, GrainId about, long ticket) => task.Case == about && task.Ticket == ticket;
}
