using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Cases;

/// <summary>To a new case, from its cell: the report it is opened for, as <see cref="ReportArrives"/> carried it.</summary>
public readonly record struct CaseOpens(
    GrainId Incident, ulong Key, Spot At, ushort Reporter, ushort Cell, ushort What, Channel Channel, byte Verified) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 801;

    static ushort IBody.Kind => Kind;

    /// <summary>The opening for a report.</summary>
    public static CaseOpens From(ReportArrives r) => new(r.Incident, r.Key, r.At, r.Reporter, r.Cell, r.What, r.Channel, r.Verified);
}

/// <summary>To a case, from its cell: the same thing was reported again.</summary>
public readonly record struct ReportJoins(GrainId Incident, ulong Key, long Channel) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 802;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a case, from the truth its officer stands before: it is there (1) or not (0).</summary>
public readonly record struct Found(long Ticket, long IsThere) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 803;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a case, from itself: the stage clock has used the share of its limit after which the workflow acts.</summary>
public readonly record struct StageOverdue : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 804;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a case, from itself: the reason for its suspension is gone.</summary>
public readonly record struct SuspensionEnds : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 805;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a case, from itself: the desk was full; ask it again.</summary>
public readonly record struct AsksAgain : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 808;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// To a case, from a person at the controls: do this, in that role. Answered at the same instant by one <see cref="ActDone"/> or
/// <see cref="ActRefused"/> with the same <paramref name="Reference"/>, a number the host chooses. <paramref name="Moves"/> is the number of
/// moves the person saw the case had made (−1: whatever it is now); a case that has moved on since refuses. <paramref name="Department"/>
/// is heard where a case is dispatched or transferred, and <paramref name="Into"/>, the case to join, where it is merged.
/// </summary>
public readonly record struct Act(long Reference, long Moves, int Role, CaseAction Action, byte Reserved, ushort Department, GrainId Into) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 806;

    /// <summary>No other department is named.</summary>
    public const ushort SameDepartment = ushort.MaxValue;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// To a case, from a person at the controls: that officer is to do the officer's work it waits for now. Answered at the same instant by one
/// <see cref="OfficerSent"/> or <see cref="SendRefused"/>. <paramref name="Moves"/> as in <see cref="Act"/>.
/// </summary>
public readonly record struct SendOfficer(long Reference, long Moves, long Officer) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 809;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a case, from its team: the officer asked for is on duty and may be given the work of that ticket.</summary>
public readonly record struct OfficerGranted(long Reference, int Ticket, int Officer) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 810;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a case, from another that is to be merged into it at that person's wish: are you open?</summary>
public readonly record struct MergeAsked(GrainId From, long Reference, int Moves, int Role) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 811;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a case that asked, from the case it is to be merged into: open (1), or not and why.</summary>
public readonly record struct MergeAnswered(GrainId Target, long Reference, int Moves, short Role, byte IsOpen, MoveRefusal Why) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 812;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// To the desk or team that works on a case, from the case, which a person at the controls has moved on: the work of that ticket is no longer
/// wanted, and is broken off where it was begun. A team passes it on to its officers.
/// </summary>
public readonly record struct WorkStops(GrainId Case, long Ticket) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 813;

    static ushort IBody.Kind => Kind;
}

/// <summary>To an ended case, from itself: it can no longer be opened again.</summary>
public readonly record struct RestEnds : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 807;

    static ushort IBody.Kind => Kind;
}
