using System.Runtime.InteropServices;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Officers;

/// <summary>A team 网格队: knows where its officers were last heard of, and gives tasks to them by its dispatch policy.</summary>
public static class TeamGrain
{
    /// <summary>Handles one message.</summary>
    public static void Handle(TeamState state, in Body message, Turn turn, Setting setting)
    {
        switch (message.Kind)
        {
            case TaskNeeded.Kind:
                var needed = message.As<TaskNeeded>().Task;
                turn.Emit(new TaskArrived(needed.Case, needed.Stage));
                Place(state, new WaitingTask { Task = needed, Since = turn.Now }, turn, setting);
                break;
            case TaskReturns.Kind:
                Place(state, new WaitingTask { Task = message.As<TaskReturns>().Task, Since = turn.Now }, turn, setting);
                break;
            case TaskWithdrawn.Kind:
                var withdrawn = message.As<TaskWithdrawn>();
                state.Waiting.RemoveAll(waiting => waiting.Task.Case == withdrawn.Case && waiting.Task.Ticket == withdrawn.Ticket);
                break;
            case WorkStops.Kind:
                StopWork(state, message.As<WorkStops>(), turn, setting);
                break;
            case TaskHurries.Kind:
                Hurry(state, message.As<TaskHurries>(), turn, setting);
                break;
            case OfficerAsked.Kind:
                AnswerFor(state, message.As<OfficerAsked>(), turn, setting);
                break;
            case VisitTold.Kind:
                state.Members[setting.MemberOf((int)message.As<VisitTold>().Officer)].Load++;
                break;
            case DutyTold.Kind:
                ChangeDuty(state, message.As<DutyTold>(), turn, setting);
                break;
            case PositionTold.Kind:
                var position = message.As<PositionTold>();
                state.Members[setting.MemberOf(position.Officer)].Node = position.Node;
                break;
            case TaskTold.Kind:
                FinishOne(state, message.As<TaskTold>(), turn, setting);
                break;
            case SharesOut.Kind:
                PlaceWaiting(state, turn, setting);
                break;
        }
    }

    private static void StopWork(TeamState state, WorkStops stopped, Turn turn, Setting setting)
    {
        if (state.Waiting.RemoveAll(waiting => waiting.Task.Case == stopped.Case && waiting.Task.Ticket == stopped.Ticket) == 0)
        {
            TellAll(stopped, turn, setting);
        }
    }

    private static void Hurry(TeamState state, TaskHurries hurried, Turn turn, Setting setting)
    {
        var at = state.Waiting.FindIndex(waiting => waiting.Task.Case == hurried.Case && waiting.Task.Ticket == hurried.Ticket);
        if (at < 0)
        {
            TellAll(hurried, turn, setting);
            return;
        }

        ref var task = ref CollectionsMarshal.AsSpan(state.Waiting)[at].Task;
        task = task with { Priority = (short)Math.Min(task.Priority, hurried.Priority) };
    }

    // Whom it gave a task the team does not remember; one of them has it.
    private static void TellAll<T>(in T message, Turn turn, Setting setting)
        where T : unmanaged, IMessage
    {
        foreach (var officer in setting.Plan.Teams[turn.Self.Number].Officers)
        {
            turn.Send(Grain.OfficerOf(officer), message);
        }
    }

    private static void AnswerFor(TeamState state, OfficerAsked asked, Turn turn, Setting setting)
    {
        if (state.Members[setting.MemberOf(asked.Officer)].OnDuty == 1)
        {
            turn.Send(asked.Case, new OfficerGranted(asked.Reference, asked.Ticket, asked.Officer));
        }
        else
        {
            turn.Emit(new SendRefused(asked.Reference, asked.Officer, SendRefusal.OffDuty));
        }
    }

    private static void FinishOne(TeamState state, TaskTold told, Turn turn, Setting setting)
    {
        ref var member = ref state.Members[setting.MemberOf(told.Officer)];
        member.Node = told.Node;
        member.Load--;
        PlaceWaiting(state, turn, setting);
    }

    private static void ChangeDuty(TeamState state, DutyTold duty, Turn turn, Setting setting)
    {
        state.Members[setting.MemberOf(duty.Officer)] = new Member { Node = duty.Node, Load = duty.InHand, OnDuty = duty.On };
        if (duty.On == 1 && state.Waiting.Count > 0)
        {
            // Not now: the others who come on duty at this instant are to be told of first, or the first of them gets what waited all night.
            turn.Send(turn.Self, new SharesOut());
        }
    }

    private static void Place(TeamState state, WaitingTask waiting, Turn turn, Setting setting)
    {
        if (!TryGive(state, waiting, turn, setting))
        {
            state.Waiting.Add(waiting);
        }
    }

    private static void PlaceWaiting(TeamState state, Turn turn, Setting setting)
    {
        while (state.Waiting.Count > 0)
        {
            var next = MostUrgent(state);
            if (!TryGive(state, state.Waiting[next], turn, setting))
            {
                return;
            }

            state.Waiting.RemoveAt(next);
        }
    }

    private static bool TryGive(TeamState state, WaitingTask waiting, Turn turn, Setting setting)
    {
        var team = setting.Plan.Teams[turn.Self.Number];
        var chosen = DispatchPolicies.Choose(state, team, waiting.Task, setting);
        if (chosen < 0)
        {
            return false;
        }

        state.Members[chosen].Load++;
        turn.Emit(new TaskAssigned(waiting.Task.Case, turn.Now - waiting.Since, team.Officers[chosen]));
        turn.Send(Grain.OfficerOf(team.Officers[chosen]), new TakeTask(waiting.Task));
        return true;
    }

    private static int MostUrgent(TeamState state)
    {
        var best = 0;
        for (var i = 1; i < state.Waiting.Count; i++)
        {
            best = state.Waiting[i].Task.Priority < state.Waiting[best].Task.Priority ? i : best;
        }

        return best;
    }
}
