using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Officers;

/// <summary>An officer 网格员: walks his beat, goes to tasks by the streets, works there, goes home at the end of his shift.</summary>
public static class OfficerGrain
{
    /// <summary>Handles one message.</summary>
    public static void Handle(OfficerState state, in Body message, Turn turn, Setting setting)
    {
        switch (message.Kind)
        {
            case ShiftChanges.Kind:
                ChangeShift(state, turn, setting);
                break;
            case StepEnds.Kind:
                EndStep(state, turn, setting);
                break;
            case TakeTask.Kind:
                Take(state, message.As<TakeTask>().Task, turn, setting);
                break;
            case VisitCell.Kind:
                OfficerOrders.Visit(state, message.As<VisitCell>(), turn, setting);
                break;
            case WorkStops.Kind:
                OfficerOrders.Drop(state, message.As<WorkStops>(), turn, setting);
                break;
            case TaskHurries.Kind:
                OfficerOrders.Hurry(state, message.As<TaskHurries>());
                break;
        }
    }

    /// <summary>Puts a new officer at his post, off duty.</summary>
    public static void Begin(OfficerState state, Turn turn, Setting setting)
    {
        var officer = setting.Plan.Officers[turn.Self.Number];
        state.Facts.Patrol = ChanceStream.For(turn.Seed, turn.Self, Purpose.Patrol);
        state.Facts.Node = setting.Plan.City.Cells[officer.Beat[0]].Node;
        state.Facts.ShiftOver = 1;
        ChangeShift(state, turn, setting);
    }

    private static void ChangeShift(OfficerState state, Turn turn, Setting setting)
    {
        var officer = setting.Plan.Officers[turn.Self.Number];
        var on = Roster.PeopleAt(officer.Shifts, setting.Plan.Calendar, turn.Now) > 0;
        var next = Roster.NextChange(officer.Shifts, setting.Plan.Calendar, turn.Now);
        if (next != Instant.Never)
        {
            turn.SendAfter(next - turn.Now, turn.Self, new ShiftChanges(), Roster.ChangePriority);
        }

        if (on && state.Facts.ShiftOver == 1)
        {
            StartShift(ref state.Facts, officer, turn);
            if (state.Facts.Doing == Doing.Off)
            {
                turn.Emit(new OfficerDutyChanged(1));
                NextStep(state, turn, setting);
            }
        }
        else if (!on && state.Facts.ShiftOver == 0)
        {
            EndShift(state, officer, turn);
        }
    }

    private static void StartShift(ref OfficerFacts facts, OfficerPlan officer, Turn turn)
    {
        facts.ShiftOver = 0;
        turn.Send(Grain.TeamOf(officer.Team), new DutyTold(officer.Index, facts.Node, 1, IsAtTask(facts) ? 1 : 0));
    }

    // The team is told at once even when the task in hand keeps him longer: else it would go on giving him what he must return.
    private static void EndShift(OfficerState state, OfficerPlan officer, Turn turn)
    {
        ref var facts = ref state.Facts;
        facts.ShiftOver = 1;
        turn.Send(Grain.TeamOf(officer.Team), new DutyTold(officer.Index, facts.Node, 0, IsAtTask(facts) ? 1 : 0));
        foreach (var task in state.Tasks)
        {
            HandBack(task, officer, turn);
        }

        state.Tasks.Clear();
        if (!IsAtTask(facts))
        {
            turn.Cancel(ref facts.Step);
            GoOff(ref facts, turn);
        }
    }

    // He was meant himself where he was to look at a cell: the team sends nobody else.
    private static void HandBack(OfficerTask task, OfficerPlan officer, Turn turn)
    {
        if (task.Case.Kind == Grain.Cell)
        {
            turn.Emit(new VisitLapsed(task.Cell));
        }
        else
        {
            turn.Send(Grain.TeamOf(officer.Team), new TaskReturns(task with { Finder = -1 }));
        }
    }

    /// <summary>Whether he is on his way to a task or works at one.</summary>
    internal static bool IsAtTask(in OfficerFacts facts) => facts.Doing is Doing.Going or Doing.Working;

    private static void Take(OfficerState state, OfficerTask task, Turn turn, Setting setting)
    {
        if (state.Facts.ShiftOver == 1)
        {
            turn.Send(Grain.TeamOf(setting.Plan.Officers[turn.Self.Number].Team), new TaskReturns(task with { Finder = -1 }));
            return;
        }

        state.Tasks.Add(task);
        Wake(state, turn, setting);
    }

    /// <summary>Turns to his tasks at once, if what he does can be left.</summary>
    internal static void Wake(OfficerState state, Turn turn, Setting setting)
    {
        // One who set out this very instant has not gone yet: he was told of the task he finished before his team could give him the next.
        var hasJustSetOut = state.Facts.Doing == Doing.Patrolling && state.Facts.Departed == turn.Now;
        if (state.Facts.Doing is Doing.Waiting or Doing.Looking || hasJustSetOut)
        {
            turn.Cancel(ref state.Facts.Step);
            NextStep(state, turn, setting);
        }
    }

    private static void EndStep(OfficerState state, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        switch (facts.Doing)
        {
            case Doing.Going:
                facts.Node = facts.Target;
                facts.Doing = Doing.Working;
                facts.Step = turn.StartTimer(facts.Task.Work, new StepEnds());
                if (facts.Task.Case.Kind == Grain.Cell)
                {
                    LookAt(facts.Task.Cell, turn);
                }

                return;
            case Doing.Working:
                FinishTask(ref facts, turn, setting);
                break;
            case Doing.Patrolling:
                facts.Node = facts.Target;
                if (state.Tasks.Count == 0 && IsWhereHeLooks(facts, setting.Plan.Officers[turn.Self.Number], setting))
                {
                    Look(ref facts, turn, setting);
                    return;
                }

                break;
        }

        NextStep(state, turn, setting);
    }

    // Who dropped a task on the way to it comes to where he has nothing to look at.
    private static bool IsWhereHeLooks(in OfficerFacts facts, OfficerPlan officer, Setting setting) =>
        officer.Patrols && facts.Node == setting.Plan.City.Cells[officer.Beat[facts.BeatAt]].Node;

    /// <summary>Does what is next: goes off duty, to the most urgent task, along the beat or back to the post.</summary>
    internal static void NextStep(OfficerState state, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        var officer = setting.Plan.Officers[turn.Self.Number];
        if (facts.ShiftOver == 1)
        {
            GoOff(ref facts, turn);
        }
        else if (state.Tasks.Count > 0)
        {
            facts.Task = TakeMostUrgent(state.Tasks);
            facts.TaskSince = turn.Now;
            turn.Emit(new TaskBegan(facts.Task.Case, facts.Task.Stage));
            Walk(ref facts, setting.Plan.City.Cells[facts.Task.Cell].Node, officer.TaskMps, Doing.Going, turn, setting);
        }
        else if (officer.Patrols)
        {
            var cell = officer.Beat[facts.BeatAt];
            Walk(ref facts, setting.Plan.City.Cells[cell].Node, officer.PatrolMps, Doing.Patrolling, turn, setting);
        }
        else
        {
            ReturnToPost(ref facts, officer, turn, setting);
        }
    }

    private static void ReturnToPost(ref OfficerFacts facts, OfficerPlan officer, Turn turn, Setting setting)
    {
        var post = setting.Plan.City.Cells[officer.Beat[0]].Node;
        if (facts.Node == post)
        {
            facts.Doing = Doing.Waiting;
            turn.Send(Grain.TeamOf(officer.Team), new PositionTold(officer.Index, post));
        }
        else
        {
            Walk(ref facts, post, officer.TaskMps, Doing.Patrolling, turn, setting);
        }
    }

    private static void Walk(ref OfficerFacts facts, int target, double metresPerSecond, Doing doing, Turn turn, Setting setting)
    {
        var metres = setting.Plan.Travel.Metres(facts.Node, target);
        var takes = new Duration(Math.Max(1, (long)(metres * 1000 / metresPerSecond)));
        facts.Doing = doing;
        facts.Target = target;
        facts.Departed = turn.Now;
        facts.Arrives = turn.Now + takes;
        if (metres > 0)
        {
            turn.Emit(new LegStarted(facts.Arrives, facts.Node, target, metres, doing == Doing.Going ? 1 : 0));
        }

        facts.Step = turn.StartTimer(takes, new StepEnds());
    }

    private static void Look(ref OfficerFacts facts, Turn turn, Setting setting)
    {
        var officer = setting.Plan.Officers[turn.Self.Number];
        var cell = officer.Beat[facts.BeatAt];
        facts.BeatAt = (short)((facts.BeatAt + 1) % officer.Beat.Length);
        facts.Doing = Doing.Looking;
        LookAt(cell, turn);
        if (setting.Plan.Teams[officer.Team].Policy != DispatchPolicy.OwnCell)
        {
            turn.Send(Grain.TeamOf(officer.Team), new PositionTold(officer.Index, facts.Node));
        }

        facts.Step = turn.StartTimer(officer.Look.Sample(ref facts.Patrol), new StepEnds());
    }

    private static void LookAt(int cell, Turn turn)
    {
        turn.Send(Grain.SceneOf(cell), new PatrolPasses(turn.Self.Number));
        turn.Send(Grain.CellOf(cell), new PatrolVisits(turn.Self.Number));
    }

    private static void FinishTask(ref OfficerFacts facts, Turn turn, Setting setting)
    {
        var officer = setting.Plan.Officers[turn.Self.Number];
        turn.Emit(new TaskFinished(facts.Task.Case, turn.Now - facts.TaskSince, facts.Task.Stage));
        if (facts.Task.Case.Kind == Grain.Case)
        {
            turn.Send(facts.Task.Case, new TaskDone(facts.Task.Ticket, officer.Index));
        }

        turn.Send(Grain.TeamOf(officer.Team), new TaskTold(officer.Index, facts.Node));
        facts.Task = default;
    }

    private static void GoOff(ref OfficerFacts facts, Turn turn)
    {
        facts.Doing = Doing.Off;
        turn.Emit(new OfficerDutyChanged(0));
    }

    private static OfficerTask TakeMostUrgent(List<OfficerTask> tasks)
    {
        var best = 0;
        for (var i = 1; i < tasks.Count; i++)
        {
            best = tasks[i].Priority < tasks[best].Priority ? i : best;
        }

        var task = tasks[best];
        tasks.RemoveAt(best);
        return task;
    }
}
