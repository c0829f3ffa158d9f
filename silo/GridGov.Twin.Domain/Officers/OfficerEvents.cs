using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Officers;

/// <summary>An officer went on duty (1) or off (0).</summary>
public readonly record struct OfficerDutyChanged(long On) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 6001;

    static ushort IBody.Kind => Kind;
}

/// <summary>An officer set out along the streets: from and to which node, how far, when he will arrive. Viewers interpolate.</summary>
public readonly record struct LegStarted(Instant Arrives, int From, int To, int LengthM, int ForTask) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 6002;

    static ushort IBody.Kind => Kind;
}

/// <summary>A team gave a task to an officer after it had waited for one.</summary>
public readonly record struct TaskAssigned(GrainId Case, Duration Waited, long Officer) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 6003;

    static ushort IBody.Kind => Kind;
}

/// <summary>An officer took a task in hand and set out for it.</summary>
public readonly record struct TaskBegan(GrainId Case, long Stage) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 6004;

    static ushort IBody.Kind => Kind;
}

/// <summary>An officer finished a task; he was busy with it that long, the way included.</summary>
public readonly record struct TaskFinished(GrainId Case, Duration Busy, long Stage) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 6005;

    static ushort IBody.Kind => Kind;
}

/// <summary>A task came to a team.</summary>
public readonly record struct TaskArrived(GrainId Case, long Stage) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 6006;

    static ushort IBody.Kind => Kind;
}
