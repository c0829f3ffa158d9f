using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Incidents;

/// <summary>Truth: an incident began. Imagined: nothing is there, a resident only believes so.</summary>
public readonly record struct IncidentStarted(ulong Key, Spot At, int Building, int Cell, int What, int Imagined) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 1001;

    static ushort IBody.Kind => Kind;
}

/// <summary>Truth: the command side first heard of the incident, by <paramref name="Channel"/>, that long after it began.</summary>
public readonly record struct IncidentDiscovered(Duration Delay, int What, int Cell, long Channel) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 1002;

    static ushort IBody.Kind => Kind;
}

/// <summary>Truth: an incident ended: put right (1) or gone by itself (0), discovered (1) or never (0).</summary>
public readonly record struct IncidentEnded(Duration Lasted, int What, int Cell, int WasPutRight, int WasDiscovered, int Imagined, int Building) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 1003;

    static ushort IBody.Kind => Kind;
}

/// <summary>Truth: an incident grew worse.</summary>
public readonly record struct IncidentWorsened(int What, int Cell) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 1004;

    static ushort IBody.Kind => Kind;
}

/// <summary>A report from outside was not taken in: no such kind of case, no such channel, or no such place.</summary>
public readonly record struct ReportRefused(ulong Key, int What, int Channel) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 1005;

    static ushort IBody.Kind => Kind;
}
