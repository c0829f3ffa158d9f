using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Exercises;

/// <summary>StartEx: the exercise began.</summary>
public readonly record struct ExerciseBegan : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 11001;

    static ushort IBody.Kind => Kind;
}

/// <summary>EndEx: the exercise is over; <paramref name="Reference"/> is the controller's order, −1 where its time was up.</summary>
public readonly record struct ExerciseEnded(long Reference) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 11002;

    static ushort IBody.Kind => Kind;
}

/// <summary>An inject was delivered; <paramref name="Reference"/> is the controller's order, −1 where it fell due.</summary>
public readonly record struct InjectDelivered(long Inject, long Reference) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 11003;

    static ushort IBody.Kind => Kind;
}

/// <summary>A controller left an inject out.</summary>
public readonly record struct InjectSkipped(long Inject, long Reference) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 11004;

    static ushort IBody.Kind => Kind;
}

/// <summary>A case is about what an inject brought.</summary>
public readonly record struct InjectLinked(long Inject, GrainId Case) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 11005;

    static ushort IBody.Kind => Kind;
}

/// <summary>An expected action is awaited until <paramref name="Due"/>.</summary>
public readonly record struct ActionAwaited(long Expected, Instant Due) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 11006;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// An expected action was done, in time or late; <paramref name="Reference"/> is the input of the person who did it, −1 for simulated staff.
/// </summary>
public readonly record struct ActionMet(int Expected, Standing As, GrainId Case, long Reference) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 11007;

    static ushort IBody.Kind => Kind;
}

/// <summary>The time of an expected action is up.</summary>
public readonly record struct ActionMissed(long Expected) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 11008;

    static ushort IBody.Kind => Kind;
}

/// <summary>An evaluator said what became of an expected action; this counts.</summary>
public readonly record struct ActionJudged(int Expected, Standing As, long Reference) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 11009;

    static ushort IBody.Kind => Kind;
}

/// <summary>An evaluator rated an objective.</summary>
public readonly record struct ObjectiveRated(int Objective, Rating Rating, long Reference) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 11010;

    static ushort IBody.Kind => Kind;
}

/// <summary>The exercise did what a person wanted.</summary>
public readonly record struct OrderObeyed(long Reference) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 11011;

    static ushort IBody.Kind => Kind;
}

/// <summary>The exercise did not do what a person wanted.</summary>
public readonly record struct OrderRefused(long Reference, OrderRefusal Why, int Reserved) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 11012;

    static ushort IBody.Kind => Kind;
}
