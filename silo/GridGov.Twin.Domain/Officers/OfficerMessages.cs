using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Officers;

/// <summary>
/// Work for an officer at a place: for which case (and its ticket) or which cell he is to look at, how much hands-on time, where, how urgent
/// (lower first).
/// <paramref name="Finder"/> is the officer who is already there, or −1. <paramref name="Stage"/> is the workflow stage it belongs to.
/// </summary>
public readonly record struct OfficerTask(GrainId Case, Duration Work, int Ticket, int Cell, int Finder, short Priority, short Stage)
{
    /// <summary>The priority of what a person at the controls sends an officer to: before everything else he has.</summary>
    public const short ByOrder = -1;
}

/// <summary>To a team, from a case: an officer is needed.</summary>
public readonly record struct TaskNeeded(OfficerTask Task) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 601;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a team, from an officer who goes off duty: he could not do it.</summary>
public readonly record struct TaskReturns(OfficerTask Task) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 602;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a team, from an officer: can be given tasks (1) or no longer (0), at that street node, with that many tasks still in hand.</summary>
public readonly record struct DutyTold(int Officer, int Node, int On, int InHand) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 603;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a team, from an officer: where he is now.</summary>
public readonly record struct PositionTold(int Officer, int Node) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 604;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a team, from an officer: one task is finished or dropped, he is at that street node.</summary>
public readonly record struct TaskTold(int Officer, int Node) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 605;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a team, from a case: the task is no longer wanted. One given to an officer is done nevertheless.</summary>
public readonly record struct TaskWithdrawn(GrainId Case, long Ticket) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 606;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a team, from itself: officers have come on duty, so it gives out what waits.</summary>
public readonly record struct SharesOut : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 607;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a team, from a case, and on to its officers: the task that waits with you has at least that priority from now on.</summary>
public readonly record struct TaskHurries(GrainId Case, int Ticket, int Priority) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 608;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a team, from a case: a person at the controls wants that officer for the work of that ticket. May he be given it?</summary>
public readonly record struct OfficerAsked(GrainId Case, long Reference, int Ticket, int Officer) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 609;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a team, from an officer: he was sent to look at a cell, which is one task more in his hands.</summary>
public readonly record struct VisitTold(long Officer) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 610;

    static ushort IBody.Kind => Kind;
}

/// <summary>To an officer, from his team: a task for him.</summary>
public readonly record struct TakeTask(OfficerTask Task) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 611;

    static ushort IBody.Kind => Kind;
}

/// <summary>To an officer, from himself: a shift begins or ends now.</summary>
public readonly record struct ShiftChanges : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 612;

    static ushort IBody.Kind => Kind;
}

/// <summary>To an officer, from himself: what he does (a leg, a look, a task's work) is done.</summary>
public readonly record struct StepEnds : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 613;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// To an officer, from a person at the controls: go to that cell next, look, and take up the beat again. Answered at the same instant by one
/// <see cref="OfficerSent"/> or <see cref="SendRefused"/> with the same <paramref name="Reference"/>.
/// </summary>
public readonly record struct VisitCell(long Reference, long Cell) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 614;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a case, from an officer: the task is done.</summary>
public readonly record struct TaskDone(int Ticket, int Officer) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 621;

    static ushort IBody.Kind => Kind;
}
