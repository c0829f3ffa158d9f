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
        }
    }

    /// <summary>Puts a new officer at his post, off duty.</summary>
    public static void Begin(OfficerState state, Turn turn, Setting setting)
    {
        var officer = setting.Plan.Officers[turn.Self.Number];
        state.Facts.Patrol = ChanceStream.For(turn.Seed, turn.Self, Purpose.Patrol);
        state.Facts.Node = setting.Plan.City.Cells[officer.Beat[0]].Node;
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

        ref var facts = ref state.Facts;
        var wasOver = facts.Doing == Doing.Off || facts.ShiftOver == 1;
        facts.ShiftOver = (short)(on ? 0 : 1);
        if (on && wasOver)
        {
            ComeOn(state, officer, turn, setting);
        }
        else if (!on && !wasOver)
        {
            TellOff(state, officer, turn);
            if (facts.Doing is Doing.Waiting or Doing.Patrolling or Doing.Looking)
            {
                turn.Cancel(ref facts.Step);
                NextStep(state, turn, setting);
            }
        }
    }

    private static void ComeOn(OfficerState state, OfficerPlan officer, Turn turn, Setting setting)
    {
        turn.Send(Grain.TeamOf(officer.Team), new DutyTold(officer.Index, state.Facts.Node, 1));
        if (state.Facts.Doing == Doing.Off)
        {
            turn.Emit(new OfficerDutyChanged(1));
            NextStep(state, turn, setting);
        }
    }

    // Told at the end of the shift, not of the task in hand: a team that counts on him would give him tasks again and again.
    private static void TellOff(OfficerState state, OfficerPlan officer, Turn turn)
    {
        turn.Send(Grain.TeamOf(officer.Team), new DutyTold(officer.Index, state.Facts.Node, 0));
        foreach (var task in state.Tasks)
        {
            turn.Send(Grain.TeamOf(officer.Team), new TaskReturns(task with { Finder = -1 }));
        }

        state.Tasks.Clear();
    }

    private static void Take(OfficerState state, OfficerTask task, Turn turn, Setting setting)
    {
        if (state.Facts.ShiftOver == 1)
        {
            turn.Send(Grain.TeamOf(setting.Plan.Officers[turn.Self.Number].Team), new TaskReturns(task with { Finder = -1 }));
            return;
        }

        state.Tasks.Add(task);
        if (state.Facts.Doing is Doing.Waiting or Doing.Looking)
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
                return;
            case Doing.Working:
                FinishTask(ref facts, turn, setting);
                break;
            case Doing.Patrolling:
                facts.Node = facts.Target;
                if (state.Tasks.Count == 0 && setting.Plan.Officers[turn.Self.Number].Patrols)
                {
                    Look(ref facts, turn, setting);
                    return;
                }

                break;
        }

        NextStep(state, turn, setting);
    }

    private static void NextStep(OfficerState state, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        var officer = setting.Plan.Officers[turn.Self.Number];
        if (facts.ShiftOver == 1)
        {
            facts.Doing = Doing.Off;
            turn.Emit(new OfficerDutyChanged(0));
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
        turn.Send(Grain.SceneOf(cell), new PatrolPasses(officer.Index));
        turn.Send(Grain.CellOf(cell), new PatrolVisits(officer.Index));
        if (setting.Plan.Teams[officer.Team].Policy != DispatchPolicy.OwnCell)
        {
            turn.Send(Grain.TeamOf(officer.Team), new PositionTold(officer.Index, facts.Node));
        }

        facts.Step = turn.StartTimer(officer.Look.Sample(ref facts.Patrol), new StepEnds());
    }

    private static void FinishTask(ref OfficerFacts facts, Turn turn, Setting setting)
    {
        var officer = setting.Plan.Officers[turn.Self.Number];
        turn.Emit(new TaskFinished(facts.Task.Case, turn.Now - facts.TaskSince, facts.Task.Stage));
        turn.Send(facts.Task.Case, new TaskDone(facts.Task.Ticket, officer.Index));
        turn.Send(Grain.TeamOf(officer.Team), new TaskTold(officer.Index, facts.Node));
        facts.Task = default;
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
