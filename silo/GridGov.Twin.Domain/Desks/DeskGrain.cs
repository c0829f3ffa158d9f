using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Desks;

/// <summary>
/// A desk 席位: people in shifts serve one line by priority, then arrival, and never break off a job.
/// The queue of Kendall's A/S/c/K with priorities and reneging.
/// </summary>
public static class DeskGrain
{
    /// <summary>Handles one message.</summary>
    public static void Handle(DeskState state, in Body message, Turn turn, Setting setting)
    {
        switch (message.Kind)
        {
            case JobArrives.Kind:
                TakeIn(state, message.As<JobArrives>(), turn, setting);
                break;
            case ServiceEnds.Kind:
                Finish(state, message.As<ServiceEnds>(), turn);
                break;
            case LosesPatience.Kind when state.Line.TryRemove(message.As<LosesPatience>().Arrival, out var impatient):
                Lose(impatient, why: 1, turn);
                break;
            case JobWithdrawn.Kind:
                Withdraw(state, message.As<JobWithdrawn>(), turn);
                break;
            case RosterChanges.Kind:
                ChangeRoster(state, turn, setting);
                break;
        }
    }

    /// <summary>Puts the right people on duty for this moment and waits for the next change.</summary>
    public static void ChangeRoster(DeskState state, Turn turn, Setting setting)
    {
        var shifts = setting.Plan.Desks[turn.Self.Number].Shifts;
        var people = Roster.PeopleAt(shifts, setting.Plan.Calendar, turn.Now);
        if (people != state.OnDuty)
        {
            state.OnDuty = people;
            turn.Emit(new DutyChanged(people));
        }

        StartWaiting(state, turn);
        var next = Roster.NextChange(shifts, setting.Plan.Calendar, turn.Now);
        if (next != Instant.Never)
        {
            turn.SendAfter(next - turn.Now, turn.Self, new RosterChanges(), Roster.ChangePriority);
        }
    }

    private static void TakeIn(DeskState state, JobArrives job, Turn turn, Setting setting)
    {
        var arrival = state.Arrivals++;
        turn.Emit(new JobArrived(job.Item, job.Priority));
        var capacity = setting.Plan.Desks[turn.Self.Number].Capacity;
        var waiting = new WaitingJob
        {
            Item = job.Item,
            Work = job.Work,
            Since = turn.Now,
            Arrival = arrival,
            Ticket = job.Ticket,
            Priority = job.Priority,
            Answer = job.Answer,
        };
        if (capacity > 0 && state.Busy + state.Line.Count >= capacity)
        {
            Lose(waiting, why: 0, turn);
        }
        else if (state.Busy < state.OnDuty)
        {
            Start(state, waiting, turn);
        }
        else
        {
            if (job.Patience > Duration.Zero)
            {
                waiting.Patience = turn.StartTimer(job.Patience, new LosesPatience(arrival));
            }

            state.Line.Add(waiting);
        }
    }

    private static void Start(DeskState state, WaitingJob job, Turn turn)
    {
        state.Busy++;
        turn.Cancel(ref job.Patience);
        turn.Emit(new JobStarted(job.Item, turn.Now - job.Since, job.Priority));
        turn.SendAfter(job.Work, turn.Self, new ServiceEnds(job.Item, job.Work, job.Ticket, job.Answer));
    }

    private static void Finish(DeskState state, ServiceEnds job, Turn turn)
    {
        state.Busy--;
        turn.Emit(new JobFinished(job.Item, job.Work));
        if (job.Answer == JobArrives.Tell)
        {
            turn.Send(job.Item, new JobDone(job.Ticket, (int)turn.Self.Number));
        }

        StartWaiting(state, turn);
    }

    private static void StartWaiting(DeskState state, Turn turn)
    {
        while (state.Busy < state.OnDuty && state.Line.Count > 0)
        {
            Start(state, state.Line.Take(), turn);
        }
    }

    private static void Withdraw(DeskState state, JobWithdrawn withdrawn, Turn turn)
    {
        foreach (var job in state.Line.Jobs)
        {
            if (job.Item == withdrawn.Item && job.Ticket == withdrawn.Ticket)
            {
                state.Line.TryRemove(job.Arrival, out var gone);
                turn.Cancel(ref gone.Patience);
                turn.Emit(new JobLeft(gone.Item, turn.Now - gone.Since, 2));
                return;
            }
        }
    }

    private static void Lose(WaitingJob job, long why, Turn turn)
    {
        turn.Emit(new JobLeft(job.Item, turn.Now - job.Since, why));
        if (job.Answer == JobArrives.Tell)
        {
            turn.Send(job.Item, new JobLost(job.Ticket, (int)turn.Self.Number));
        }
    }
}
