using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Scenarios.Output;

/// <summary>Puts the events of an exercise into words: injects, expected actions and objectives by their number in the drill's file, from 1.</summary>
internal static class ExerciseText
{
    private const int None = -1;

    public static EventWords Of(in Body body, EventDetails details)
    {
        switch (body.Kind)
        {
            case ExerciseBegan.Kind:
                return Words("exercise-began", details);
            case ExerciseEnded.Kind:
                return Words("exercise-ended", details.Number("reference", body.As<ExerciseEnded>().Reference));
            case InjectDelivered.Kind:
                var delivered = body.As<InjectDelivered>();
                return Words("inject-delivered", details.Number("inject", delivered.Inject + 1).Number("reference", delivered.Reference));
            case InjectSkipped.Kind:
                var skipped = body.As<InjectSkipped>();
                return Words("inject-skipped", details.Number("inject", skipped.Inject + 1).Number("reference", skipped.Reference));
            case InjectLinked.Kind:
                var linked = body.As<InjectLinked>();
                return Words("inject-linked", details.Number("inject", linked.Inject + 1), linked.Case);
            case ActionAwaited.Kind:
                var awaited = body.As<ActionAwaited>();
                return Words("action-awaited", details.Number("expected", awaited.Expected + 1).Number("due_ms", awaited.Due.Milliseconds));
            case ActionMet.Kind:
                var met = body.As<ActionMet>();
                return Words("action-met", details.Number("expected", met.Expected + 1).Word("as", Formats.Words.Of(met.As)).Number("reference", met.Reference), met.Case);
            case ActionMissed.Kind:
                return Words("action-missed", details.Number("expected", body.As<ActionMissed>().Expected + 1));
            case ActionJudged.Kind:
                var judged = body.As<ActionJudged>();
                return Words("action-judged", details.Number("expected", judged.Expected + 1).Word("as", Formats.Words.Of(judged.As)).Number("reference", judged.Reference));
            case ObjectiveRated.Kind:
                var rated = body.As<ObjectiveRated>();
                return Words("objective-rated", details.Number("objective", rated.Objective + 1).Word("rating", Formats.Words.Of(rated.Rating))
                    .Number("reference", rated.Reference));
            case OrderObeyed.Kind:
                return Words("order-obeyed", details.Number("reference", body.As<OrderObeyed>().Reference));
            case OrderRefused.Kind:
                var refused = body.As<OrderRefused>();
                return Words("order-refused", details.Number("reference", refused.Reference).Word("why", Formats.Words.Of(refused.Why)));
            default:
                throw new ArgumentException($"no event of kind {body.Kind}", nameof(body));
        }
    }

    private static EventWords Words(string name, EventDetails details, GrainId about = default) => new(name, None, None, about, details);
}
