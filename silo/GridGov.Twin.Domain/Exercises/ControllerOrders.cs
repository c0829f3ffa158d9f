using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Exercises;

/// <summary>What controllers and evaluators make the exercise do: done, or refused with the reason.</summary>
internal static class ControllerOrders
{
    public static void Handle(ExerciseState state, in Body message, Turn turn, ExercisePlan plan)
    {
        switch (message.Kind)
        {
            case DeliverInject.Kind:
                var deliver = message.As<DeliverInject>();
                if (Answer(deliver.Reference, WhyNot(state, deliver.Inject, plan), turn))
                {
                    ExerciseGrain.Deliver(state, plan.Injects[deliver.Inject], deliver.Reference, turn, plan);
                }

                break;
            case SkipInject.Kind:
                Skip(state, message.As<SkipInject>(), turn, plan);
                break;
            case JudgeAction.Kind:
                Judge(state, message.As<JudgeAction>(), turn, plan);
                break;
            case RateObjective.Kind:
                Rate(state, message.As<RateObjective>(), turn, plan);
                break;
            case EndExercise.Kind:
                var end = message.As<EndExercise>().Reference;
                if (Answer(end, WhyNotNow(state), turn))
                {
                    ExerciseGrain.End(state, end, turn);
                }

                break;
            case TakeNote.Kind:
                Answer(message.As<TakeNote>().Reference, null, turn);
                break;
        }
    }

    private static void Skip(ExerciseState state, SkipInject skip, Turn turn, ExercisePlan plan)
    {
        if (Answer(skip.Reference, WhyNot(state, skip.Inject, plan), turn))
        {
            state.Injects[skip.Inject] = InjectStanding.Skipped;
            turn.Emit(new InjectSkipped(skip.Inject, skip.Reference));
        }
    }

    // Judged also when the exercise is over: that is when evaluators sit together.
    private static void Judge(ExerciseState state, JudgeAction judge, Turn turn, ExercisePlan plan)
    {
        OrderRefusal? why = !state.HasBegun ? OrderRefusal.NotBegun
            : (uint)judge.Expected >= (uint)plan.Expected.Length ? OrderRefusal.NoSuch
            : state.Expected[judge.Expected] == Standing.NotYet || judge.As is not (Standing.Met or Standing.Late or Standing.Missed) ? OrderRefusal.NoJudgement
            : null;
        if (!Answer(judge.Reference, why, turn))
        {
            return;
        }

        var wasOpen = state.Expected[judge.Expected] is Standing.Awaited or Standing.Missed;
        state.Expected[judge.Expected] = judge.As;
        turn.Emit(new ActionJudged(judge.Expected, judge.As, judge.Reference));
        if (wasOpen && state.IsOn)
        {
            ExerciseGrain.Trigger(judge.As == Standing.Missed ? InjectTrigger.IfMissed : InjectTrigger.OnceMet, judge.Expected, turn, plan);
        }
    }

    private static void Rate(ExerciseState state, RateObjective rate, Turn turn, ExercisePlan plan)
    {
        OrderRefusal? why = !state.HasBegun ? OrderRefusal.NotBegun
            : (uint)rate.Objective >= (uint)plan.Objectives ? OrderRefusal.NoSuch
            : rate.Rating is < Rating.None or > Rating.Unable ? OrderRefusal.NoJudgement
            : null;
        if (Answer(rate.Reference, why, turn))
        {
            turn.Emit(new ObjectiveRated(rate.Objective, rate.Rating, rate.Reference));
        }
    }

    private static OrderRefusal? WhyNot(ExerciseState state, long inject, ExercisePlan plan) =>
        WhyNotNow(state) ?? ((ulong)inject >= (ulong)plan.Injects.Length ? OrderRefusal.NoSuch : state.Injects[inject] switch
        {
            InjectStanding.Delivered => OrderRefusal.Delivered,
            InjectStanding.Skipped => OrderRefusal.Skipped,
            _ => null,
        });

    private static OrderRefusal? WhyNotNow(ExerciseState state) => !state.HasBegun ? OrderRefusal.NotBegun : state.IsOver ? OrderRefusal.Over : null;

    private static bool Answer(long reference, OrderRefusal? why, Turn turn)
    {
        if (why is { } refusal)
        {
            turn.Emit(new OrderRefused(reference, refusal, 0));
            return false;
        }

        turn.Emit(new OrderObeyed(reference));
        return true;
    }
}
