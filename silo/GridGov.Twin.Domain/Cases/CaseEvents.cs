using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Cases;

/// <summary>A case was opened in its first state.</summary>
public readonly record struct CaseOpened(ulong Key, int What, int Cell, int State, int Weight, int Channel, int Department) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 8001;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// A case was moved. <paramref name="Counted"/> is what its stage clock had counted, <paramref name="Overdue"/> 1 when that was more than the limit.
/// </summary>
public readonly record struct CaseMoved(Duration Counted, int What, int Cell, ushort From, ushort To, short Role, CaseAction Action, byte Overdue) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 8002;

    static ushort IBody.Kind => Kind;
}

/// <summary>When the case must be done by the whole-case clock; <see cref="Instant.Never"/> while it stands still.</summary>
public readonly record struct CaseDueSet(Instant Due, long Clock) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 8003;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// A case ended in a final state; <paramref name="Level"/> is the level that settled it, <paramref name="Open"/> how long it was open,
/// <paramref name="Reports"/> how many reports it holds.
/// </summary>
public readonly record struct CaseEnded(Duration Open, int What, int Cell, ushort State, byte Level, byte Overdue, int Reports) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 8004;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// Someone at the controls asked a case for what it does not do now; <paramref name="Reference"/> is that of the <see cref="Act"/>.
/// <paramref name="State"/> is the case's state, or <see cref="NoState"/> where there is no such case.
/// </summary>
public readonly record struct ActRefused(long Reference, int Role, CaseAction Action, MoveRefusal Why, ushort State) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 8005;

    /// <summary>There is no such case.</summary>
    public const ushort NoState = ushort.MaxValue;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// A case was urged 督办. By the workflow's overdue rule (<paramref name="Reference"/> −1) it goes before ordinary ones from its next queue on;
/// by a person, whose <see cref="Act"/> carried the reference, also where it waits now.
/// </summary>
public readonly record struct CaseUrged(long Reference) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 8006;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// What someone at the controls asked of a case was done; <paramref name="Reference"/> is that of the <see cref="Act"/>, and the case has now
/// made <paramref name="Moves"/> moves and is in <paramref name="State"/>.
/// </summary>
public readonly record struct ActDone(long Reference, int Moves, ushort State, CaseAction Action, byte Reserved) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 8007;

    static ushort IBody.Kind => Kind;
}

/// <summary>A case was merged by hand: what was reported is dealt with in <paramref name="Into"/> from now on.</summary>
public readonly record struct CaseMergedInto(GrainId Into) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 8008;

    static ushort IBody.Kind => Kind;
}
