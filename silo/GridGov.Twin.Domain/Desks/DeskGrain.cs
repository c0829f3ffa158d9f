using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Desks;

/// <summary>
/// A desk 席位: people in shifts serve one line by priority, then arrival, and break off a job only when a person at the controls has moved its case on.
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
                TryWithdraw(state, message.As<JobWithdrawn>().Item, message.As<JobWithdrawn>().Ticket, turn);
                break;
            case WorkStops.Kind:
                BreakOff(state, message.As<WorkStops>(), turn);
                break;
            case JobHurries.Kind:
                Hurry(state, message.As<JobHurries>());
                break;
            case RosterChanges.Kind:
                ChangeRoster(state, turn, setting);
                break;
        }
    }

    /// <summary>Enters a job whose end is under way in the index of those in service, unless it was broken off.</summary>
    public static void Recall(DeskState state, ServiceEnds job, Instant due)
    {
        if (job.Item.Kind == Grain.Case && !state.BrokenOff.Exists(broken => IsOf(broken, job)))
        {
            state.InService[(job.Item, job.Ticket)] = new Instant(due.Milliseconds - job.Work.Milliseconds);
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
        if (job.Item.Kind == Grain.Case)
        {
            // Nobody else takes back what he asked for.
            state.InService[(job.Item, job.Ticket)] = turn.Now;
        }

        turn.SendAfter(job.Work, turn.Self, new ServiceEnds(job.Item, job.Work, job.Ticket, job.Answer));
    }

    private static void Finish(DeskState state, ServiceEnds job, Turn turn)
    {
        if (state.BrokenOff.Count > 0 && EndsBrokenOff(state, job))
        {
            return;
        }

        state.Busy--;
        state.InService.Remove((job.Item, job.Ticket));
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

    private static bool TryWithdraw(DeskState state, GrainId item, long ticket, Turn turn)
    {
        if (state.Line.Find(item, ticket) is not { } waiting)
        {
            return false;
        }

        state.Line.TryRemove(waiting, out var gone);
        turn.Cancel(ref gone.Patience);
        turn.Emit(new JobLeft(gone.Item, turn.Now - gone.Since, 2));
        return true;
    }

    private static void BreakOff(DeskState state, WorkStops stopped, Turn turn)
    {
        var job = (stopped.Case, (int)stopped.Ticket);
        if (!TryWithdraw(state, stopped.Case, stopped.Ticket, turn) && state.InService.Remove(job, out var since))
        {
            // Its end cannot be called back, only ignored.
            state.BrokenOff.Add(new BrokenOffJob { Item = stopped.Case, Ticket = (int)stopped.Ticket, Desk = (int)turn.Self.Number });
            state.Busy--;
            turn.Emit(new JobBrokenOff(stopped.Case, turn.Now - since));
            StartWaiting(state, turn);
        }
    }

    private static void Hurry(DeskState state, JobHurries hurried)
    {
        if (state.Line.Find(hurried.Item, hurried.Ticket) is { } waiting && state.Line.TryRemove(waiting, out var job))
        {
            job.Priority = (short)Math.Min(job.Priority, hurried.Priority);
            state.Line.Add(job);
        }
    }

    private static bool EndsBrokenOff(DeskState state, ServiceEnds job) => state.BrokenOff.RemoveAll(broken => IsOf(broken, job)) > 0;

    private static bool IsOf(in BrokenOffJob broken, in ServiceEnds job) => broken.Item == job.Item && broken.Ticket == job.Ticket;

    private static void Lose(WaitingJob job, long why, Turn turn)
    {
        turn.Emit(new JobLeft(job.Item, turn.Now - job.Since, why));
        if (job.Answer == JobArrives.Tell)
        {
            turn.Send(job.Item, new JobLost(job.Ticket, (int)turn.Self.Number));
        }
    }
}
