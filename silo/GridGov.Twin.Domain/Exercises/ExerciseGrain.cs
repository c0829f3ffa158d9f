using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Exercises;

/// <summary>
/// The exercise of a world 演练: delivers injects by its script, and says of every expected action what became of it. It does nothing before
/// StartEx or after EndEx.
/// </summary>
public static class ExerciseGrain
{
    /// <summary>Handles one message.</summary>
    public static void Handle(ExerciseState state, in Body message, Turn turn, Setting setting)
    {
        var plan = setting.Plan.Exercise!;
        switch (message.Kind)
        {
            case InjectFallsDue.Kind when state.IsOn:
                FallDue(state, (int)message.As<InjectFallsDue>().Inject, turn, plan);
                break;
            case ActionFallsDue.Kind when state.IsOn:
                TimeOut(state, plan.Expected[message.As<ActionFallsDue>().Expected], turn, plan);
                break;
            case TimeIsUp.Kind when state.IsOn:
                End(state, -1, turn);
                break;
            case ReportHeard.Kind when state.IsOn:
                Watching.Report(state, message.As<ReportHeard>(), turn, plan);
                break;
            case ActHeard.Kind when state.IsOn:
                Watching.Act(state, message.As<ActHeard>(), turn, plan);
                break;
            case MergeHeard.Kind when state.IsOn:
                Watching.Merge(state, message.As<MergeHeard>(), turn);
                break;
            case SendingHeard.Kind when state.IsOn:
                Watching.Sending(state, message.As<SendingHeard>(), turn, plan);
                break;
            default:
                ControllerOrders.Handle(state, message, turn, plan);
                break;
        }
    }

    /// <summary>StartEx.</summary>
    public static void Begin(ExerciseState state, Turn turn, Setting setting)
    {
        var plan = setting.Plan.Exercise!;
        state.HasBegun = true;
        (state.Injects, state.Expected) = (new InjectStanding[plan.Injects.Length], new Standing[plan.Expected.Length]);
        turn.Emit(new ExerciseBegan());
        turn.SendAfter(plan.Ends - turn.Now, turn.Self, new TimeIsUp());
        foreach (var inject in plan.Injects.Where(inject => inject.Trigger == InjectTrigger.AtTime))
        {
            turn.SendAfter(inject.After, turn.Self, new InjectFallsDue(inject.Index));
        }
    }

    /// <summary>EndEx.</summary>
    internal static void End(ExerciseState state, long reference, Turn turn)
    {
        state.IsOver = true;
        turn.Emit(new ExerciseEnded(reference));
    }

    /// <summary>Delivers an inject: what it brings begins, and what is expected of the players is awaited from now on.</summary>
    internal static void Deliver(ExerciseState state, InjectPlan inject, long reference, Turn turn, ExercisePlan plan)
    {
        state.Injects[inject.Index] = InjectStanding.Delivered;
        turn.Emit(new InjectDelivered(inject.Index, reference));
        for (var i = 0; i < inject.Incidents.Length; i++)
        {
            var incident = inject.Incidents[i];
            turn.Send(Grain.SceneOf(incident.Cell), new IncidentInjected(
                IncidentKey.OfInject(inject.Index, i), Spot.Of(incident.Place), incident.Kind, (short)(incident.Channel is { } channel ? (int)channel : -1),
                (short)(incident.IsImagined ? 1 : 0)));
        }

        foreach (var expected in plan.Expected.Where(expected => expected.Inject == inject.Index))
        {
            state.Expected[expected.Index] = Standing.Awaited;
            turn.Emit(new ActionAwaited(expected.Index, turn.Now + expected.Within));
            turn.SendAfter(expected.Within, turn.Self, new ActionFallsDue(expected.Index));
        }
    }

    /// <summary>Makes the injects due that wait for what became of an expected action.</summary>
    internal static void Trigger(InjectTrigger trigger, int expected, Turn turn, ExercisePlan plan)
    {
        foreach (var inject in plan.Injects.Where(inject => inject.Trigger == trigger && inject.Watched == expected))
        {
            turn.SendAfter(inject.After, turn.Self, new InjectFallsDue(inject.Index));
        }
    }

    // A contingency is not needed any more where the action was done in the meantime.
    private static void FallDue(ExerciseState state, int index, Turn turn, ExercisePlan plan)
    {
        var inject = plan.Injects[index];
        var isNeeded = inject.Trigger != InjectTrigger.IfMissed || state.Expected[inject.Watched] == Standing.Missed;
        if (isNeeded && state.Injects[index] == InjectStanding.Waiting)
        {
            Deliver(state, inject, -1, turn, plan);
        }
    }

    private static void TimeOut(ExerciseState state, ExpectedAction expected, Turn turn, ExercisePlan plan)
    {
        if (state.Expected[expected.Index] == Standing.Awaited)
        {
            state.Expected[expected.Index] = Standing.Missed;
            turn.Emit(new ActionMissed(expected.Index));
            Trigger(InjectTrigger.IfMissed, expected.Index, turn, plan);
        }
    }
}
