using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Cells;

/// <summary>A report came in and opened <paramref name="Case"/>.</summary>
public readonly record struct ReportAccepted(GrainId Case, ulong Key, int What, int Cell, long Channel) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 2001;

    static ushort IBody.Kind => Kind;
}

/// <summary>A report came in and was joined to <paramref name="Case"/>, which was already open.</summary>
public readonly record struct ReportMerged(GrainId Case, ulong Key, int What, int Cell, long Channel) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 2002;

    static ushort IBody.Kind => Kind;
}

/// <summary>An officer looked at the cell.</summary>
public readonly record struct CellPatrolled(long Officer) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 2003;

    static ushort IBody.Kind => Kind;
}
