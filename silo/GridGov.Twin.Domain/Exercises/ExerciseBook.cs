using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Exercises;

/// <summary>What became of an inject: how it stands, since when, and by whose order (−1: it fell due).</summary>
public readonly record struct InjectRecord(InjectStanding Standing, Instant? At, long Reference);

/// <summary>
/// What became of an expected action: how it stands, until when it is awaited, when and by whose input it was done (−1: simulated staff),
/// with which case, and by whose input it was judged (−1: it was counted).
/// </summary>
public readonly record struct ActionRecord(Standing Standing, Instant? Due, Instant? At, long Reference, long? Case, long JudgedBy);

/// <summary>How an objective was rated, and by whose input.</summary>
public readonly record struct RatingRecord(Rating Rating, long Reference);

/// <summary>What the events of a world tell of its exercise. The same events make the same book.</summary>
public sealed class ExerciseBook(ExercisePlan plan) : IEventListener
{
    private readonly List<(int Inject, long Case)> _links = [];

    /// <summary>The injects.</summary>
    public InjectRecord[] Injects { get; } = [.. plan.Injects.Select(_ => new InjectRecord(InjectStanding.Waiting, null, -1))];

    /// <summary>The expected actions.</summary>
    public ActionRecord[] Expected { get; } = [.. plan.Expected.Select(_ => new ActionRecord(Standing.NotYet, null, null, -1, null, -1))];

    /// <summary>The objectives.</summary>
    public RatingRecord[] Objectives { get; } = new RatingRecord[plan.Objectives];

    /// <summary>When it began; null before.</summary>
    public Instant? Began { get; private set; }

    /// <summary>When it ended; null before.</summary>
    public Instant? Ended { get; private set; }

    /// <summary>The cases about what an inject brought, as they became known.</summary>
    public IEnumerable<long> CasesOf(int inject) => _links.Where(link => link.Inject == inject).Select(link => link.Case);

    /// <inheritdoc/>
    public void On(in Event e)
    {
        switch (e.Body.Kind)
        {
            case ExerciseBegan.Kind:
                Began = e.At;
                break;
            case ExerciseEnded.Kind:
                Ended = e.At;
                break;
            case InjectDelivered.Kind:
                var delivered = e.Body.As<InjectDelivered>();
                Injects[delivered.Inject] = new InjectRecord(InjectStanding.Delivered, e.At, delivered.Reference);
                break;
            case InjectSkipped.Kind:
                var skipped = e.Body.As<InjectSkipped>();
                Injects[skipped.Inject] = new InjectRecord(InjectStanding.Skipped, e.At, skipped.Reference);
                break;
            case InjectLinked.Kind:
                _links.Add(((int)e.Body.As<InjectLinked>().Inject, e.Body.As<InjectLinked>().Case.Number));
                break;
            case ObjectiveRated.Kind:
                var rated = e.Body.As<ObjectiveRated>();
                Objectives[rated.Objective] = new RatingRecord(rated.Rating, rated.Reference);
                break;
            default:
                Follow(e);
                break;
        }
    }

    private void Follow(in Event e)
    {
        switch (e.Body.Kind)
        {
            case ActionAwaited.Kind:
                ref var awaited = ref Expected[e.Body.As<ActionAwaited>().Expected];
                awaited = awaited with { Standing = Standing.Awaited, Due = e.Body.As<ActionAwaited>().Due };
                break;
            case ActionMissed.Kind:
                ref var missed = ref Expected[e.Body.As<ActionMissed>().Expected];
                missed = missed with { Standing = Standing.Missed };
                break;
            case ActionMet.Kind:
                var met = e.Body.As<ActionMet>();
                Expected[met.Expected] = Expected[met.Expected] with
                {
                    Standing = met.As,
                    At = e.At,
                    Reference = met.Reference,
                    Case = met.Case.IsNone ? null : met.Case.Number,
                };
                break;
            case ActionJudged.Kind:
                var judged = e.Body.As<ActionJudged>();
                ref var action = ref Expected[judged.Expected];
                action = action with { Standing = judged.As, At = judged.As == Standing.Missed ? null : action.At ?? e.At, JudgedBy = judged.Reference };
                break;
        }
    }
}
