using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Incidents;

/// <summary>To a scene, from itself: the next incident (or imagined one) of the cell begins now.</summary>
public readonly record struct NextIncident : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 101;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a scene, from the scenario: incidents of the script's line begin now.</summary>
public readonly record struct ScriptRuns(long Line) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 102;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a scene, from an officer: he walks through the cell and looks.</summary>
public readonly record struct PatrolPasses(long Officer) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 103;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// To a scene, from a log of what really happened or from a person at the controls: something is the matter here and is reported at this moment.
/// It begins as truth, so that who is sent finds it. <paramref name="Key"/> keys all its chance: the log's own, or
/// <see cref="IncidentKey.OfInput"/>; <paramref name="Channel"/> is not an officer's. Answered at the same instant by the first
/// <see cref="Cases.CaseOpened"/> or <see cref="Cells.ReportMerged"/> with that key, which names the case, or by <see cref="ReportRefused"/>.
/// </summary>
public readonly record struct LoggedIncident(ulong Key, Spot At, int What, int Channel) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 105;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// To a scene, from an exercise: something is the matter here. <paramref name="Channel"/> is how it is reported at once, −1: it is there to be
/// found; of an imagined one (<paramref name="Imagined"/> 1) a resident calls, but nothing is there.
/// </summary>
public readonly record struct IncidentInjected(ulong Key, Spot At, int What, short Channel, short Imagined) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 106;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a scene, from an incident: it is over.</summary>
public readonly record struct IncidentLeaves(GrainId Incident) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 104;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a new incident: what it is and where. <paramref name="Key"/> keys all its chance; an imagined one is only talked about.</summary>
public readonly record struct IncidentStarts(ulong Key, Spot At, int Building, int Cell, int What, int Imagined) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 111;

    static ushort IBody.Kind => Kind;
}

/// <summary>To an incident, from its scene: an officer on patrol passes by.</summary>
public readonly record struct LookedAt(long Officer) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 112;

    static ushort IBody.Kind => Kind;
}

/// <summary>To an incident, from itself: a resident picks up the telephone.</summary>
public readonly record struct ResidentCalls : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 113;

    static ushort IBody.Kind => Kind;
}

/// <summary>To an incident, from itself: nobody acted and it goes away.</summary>
public readonly record struct GoesAway : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 114;

    static ushort IBody.Kind => Kind;
}

/// <summary>To an incident, from itself: it grows worse.</summary>
public readonly record struct GrowsWorse : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 115;

    static ushort IBody.Kind => Kind;
}

/// <summary>To an incident, from a case: those sent have put it right.</summary>
public readonly record struct PutRight : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 116;

    static ushort IBody.Kind => Kind;
}

/// <summary>To an incident, from a case whose officer stands before it: is it there?</summary>
public readonly record struct Inspect(GrainId Case, long Ticket) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 117;

    static ushort IBody.Kind => Kind;
}

/// <summary>To an incident, from a case that ended without putting it right: nobody deals with it any more.</summary>
public readonly record struct GivenUp : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 118;

    static ushort IBody.Kind => Kind;
}

/// <summary>To an incident, from itself: a caller who hung up tries again.</summary>
public readonly record struct Redials : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 119;

    static ushort IBody.Kind => Kind;
}

/// <summary>To an incident, from a working device that noticed it.</summary>
public readonly record struct Sensed(long Device) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 120;

    static ushort IBody.Kind => Kind;
}

/// <summary>To an incident of a log, from its scene: it is reported at once, by that channel.</summary>
public readonly record struct LoggedReport(long Channel) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 121;

    static ushort IBody.Kind => Kind;
}
