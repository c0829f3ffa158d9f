using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Cells;

/// <summary>
/// To a cell: someone knows of something. The same body opens or joins a case. <paramref name="Incident"/> is the truth behind it, or none;
/// <paramref name="Key"/> keys the chance of the case it may open; <paramref name="Reporter"/> is the officer's index, or 65535;
/// <paramref name="Verified"/> is 1 when an officer saw it himself.
/// </summary>
public readonly record struct ReportArrives(
    GrainId Incident, ulong Key, Spot At, ushort Reporter, ushort Cell, ushort What, Channel Channel, byte Verified) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 201;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a cell, from an officer: he is here on patrol.</summary>
public readonly record struct PatrolVisits(long Officer) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 202;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a cell, from one of its cases: it has been opened again.</summary>
public readonly record struct CaseReopens(GrainId Case, Spot At, long What) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 204;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a cell, from one of its cases: it has ended.</summary>
public readonly record struct CaseLeaves(GrainId Case) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 203;

    static ushort IBody.Kind => Kind;
}
