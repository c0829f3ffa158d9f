using System.Runtime.InteropServices;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Cells;

/// <summary>An open case as its cell remembers it, to find duplicates.</summary>
public struct OpenCase
{
    /// <summary>The case.</summary>
    public GrainId Case;

    /// <summary>When it was last reported.</summary>
    public Instant LastReport;

    /// <summary>Where.</summary>
    public Spot At;

    /// <summary>What: the filing condition's index.</summary>
    public long What;
}

/// <summary>What the command side knows of one cell.</summary>
public sealed class CellState : IGrainState
{
    /// <summary>Its open cases, in the order they opened.</summary>
    public List<OpenCase> Open { get; } = [];

    /// <summary>Reports that came in.</summary>
    public long Reports;

    /// <summary>Those that were joined to an open case.</summary>
    public long Merged;

    /// <summary>When an officer last looked; the world's start if never.</summary>
    public Instant LastPatrol;

    /// <summary>Writes the state.</summary>
    public void Write(SnapshotWriter writer)
    {
        writer.Row<OpenCase>(CollectionsMarshal.AsSpan(Open));
        writer.Value(Reports);
        writer.Value(Merged);
        writer.Value(LastPatrol);
    }

    /// <summary>Reads the state back.</summary>
    public void Read(SnapshotReader reader)
    {
        Open.Clear();
        Open.AddRange(reader.Row<OpenCase>());
        Reports = reader.Value<long>();
        Merged = reader.Value<long>();
        LastPatrol = reader.Value<Instant>();
    }
}
