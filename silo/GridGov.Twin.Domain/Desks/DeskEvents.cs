using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Desks;

/// <summary>A job came to the desk.</summary>
public readonly record struct JobArrived(GrainId Item, long Priority) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 5001;

    static ushort IBody.Kind => Kind;
}

/// <summary>A job was begun after waiting.</summary>
public readonly record struct JobStarted(GrainId Item, Duration Waited, long Priority) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 5002;

    static ushort IBody.Kind => Kind;
}

/// <summary>A job was finished; it took that much work.</summary>
public readonly record struct JobFinished(GrainId Item, Duration Work) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 5003;

    static ushort IBody.Kind => Kind;
}

/// <summary>A job was lost after waiting: 0 refused because the desk was full, 1 out of patience, 2 withdrawn.</summary>
public readonly record struct JobLeft(GrainId Item, Duration Waited, long Why) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 5004;

    static ushort IBody.Kind => Kind;
}

/// <summary>The number of people on duty at the desk changed.</summary>
public readonly record struct DutyChanged(long People) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 5005;

    static ushort IBody.Kind => Kind;
}

/// <summary>A job in service was broken off because it is no longer wanted, after that much work; the person is free.</summary>
public readonly record struct JobBrokenOff(GrainId Item, Duration Worked) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 5006;

    static ushort IBody.Kind => Kind;
}
