using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Desks;

/// <summary>
/// To a desk: a job for it. <paramref name="Item"/> is told of the end when <paramref name="Answer"/> is <see cref="Tell"/>;
/// <paramref name="Patience"/> zero means that the job waits for ever; lower <paramref name="Priority"/> is served first.
/// </summary>
public readonly record struct JobArrives(GrainId Item, Duration Work, Duration Patience, int Ticket, short Priority, short Answer) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 501;

    /// <summary>The priority of ordinary jobs.</summary>
    public const short OrdinaryPriority = 5;

    /// <summary>The item wants <see cref="JobDone"/> or <see cref="JobLost"/>.</summary>
    public const short Tell = 1;

    /// <summary>The item wants no answer.</summary>
    public const short Silent = 0;

    static ushort IBody.Kind => Kind;

    /// <summary>How long this caller waits: zero, for ever, only where there is no patience to draw; else at least a millisecond.</summary>
    public static Duration PatienceOf(Distribution? patience, ref ChanceStream chance) =>
        patience is null ? Duration.Zero : new Duration(Math.Max(1, patience.Sample(ref chance).Milliseconds));
}

/// <summary>To a desk, from the item: the job is no longer wanted. A job already begun is finished.</summary>
public readonly record struct JobWithdrawn(GrainId Item, long Ticket) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 502;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a desk, from itself: a job is finished.</summary>
public readonly record struct ServiceEnds(GrainId Item, Duration Work, int Ticket, int Answer) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 503;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a desk, from itself: the waiting job of that arrival number loses patience.</summary>
public readonly record struct LosesPatience(long Arrival) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 504;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a desk, from itself: a shift begins or ends now.</summary>
public readonly record struct RosterChanges : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 505;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a desk, from the item: the job, if it still waits, has at least that priority from now on and keeps its place among equals.</summary>
public readonly record struct JobHurries(GrainId Item, int Ticket, int Priority) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 506;

    static ushort IBody.Kind => Kind;
}

/// <summary>To the item of a job, from the desk: done.</summary>
public readonly record struct JobDone(int Ticket, int Desk) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 511;

    static ushort IBody.Kind => Kind;
}

/// <summary>To the item of a job, from the desk: refused because the desk is full, or given up waiting.</summary>
public readonly record struct JobLost(int Ticket, int Desk) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 512;

    static ushort IBody.Kind => Kind;
}
