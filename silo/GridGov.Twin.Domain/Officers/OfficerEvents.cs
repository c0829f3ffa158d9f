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

/// <summary>
/// An officer took a task in hand and set out for it. Here and in <see cref="TaskFinished"/>, <paramref name="Case"/> is a cell's grain where he
/// was sent to look at a cell.
/// </summary>
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

/// <summary>An officer dropped a task he had in hand because it is no longer wanted; he was busy with it that long.</summary>
public readonly record struct TaskBrokenOff(GrainId Case, Duration Busy, long Stage) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 6007;

    static ushort IBody.Kind => Kind;
}

/// <summary>An officer was not sent where a person at the controls wanted him; <paramref name="Reference"/> is that of the person's message.</summary>
public readonly record struct SendRefused(long Reference, int Officer, SendRefusal Why) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 6008;

    static ushort IBody.Kind => Kind;
}

/// <summary>An officer was sent to a case or to a cell by a person at the controls; <paramref name="Reference"/> is that of the person's message.</summary>
public readonly record struct OfficerSent(long Reference, GrainId To, long Officer) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 6009;

    static ushort IBody.Kind => Kind;
}

/// <summary>An officer's shift ended before he could set out for the cell he was sent to: nobody goes there.</summary>
public readonly record struct VisitLapsed(long Cell) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 6010;

    static ushort IBody.Kind => Kind;
}

/// <summary>Why an officer is not sent.</summary>
public enum SendRefusal
{
    /// <summary>The case has moved on since the person looked at it.</summary>
    MovedOn,

    /// <summary>There is no such case, or it ended too long ago.</summary>
    NoSuchCase,

    /// <summary>In its present state the case waits for no officer.</summary>
    NoOfficersWork,

    /// <summary>There is no such officer.</summary>
    NoSuchOfficer,

    /// <summary>He belongs to another team than the case's; teams do not lend.</summary>
    OtherTeam,

    /// <summary>He is off duty.</summary>
    OffDuty,

    /// <summary>There is no such cell.</summary>
    NoSuchCell,
}
