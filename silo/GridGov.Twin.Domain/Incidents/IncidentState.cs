using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Incidents;

/// <summary>What the command side knows of an incident.</summary>
public enum Knowledge
{
    /// <summary>Nobody has reported it.</summary>
    Unknown,

    /// <summary>A case is open for it.</summary>
    Known,

    /// <summary>A case was open for it and ended without putting it right.</summary>
    Forgotten,

    /// <summary>It is over; only callers still on the line keep it.</summary>
    Over,
}

/// <summary>One thing wrong in the world (truth), or imagined by a resident.</summary>
public struct IncidentFacts
{
    /// <summary>Keys all its chance.</summary>
    public ulong Key;

    /// <summary>When it began.</summary>
    public Instant Began;

    /// <summary>How residents decide to call.</summary>
    public ChanceStream Life;

    /// <summary>Whether it is noticed.</summary>
    public ChanceStream Noticing;

    /// <summary>How its callers behave.</summary>
    public ChanceStream Calling;

    /// <summary>The next call.</summary>
    public TimerId NextCall;

    /// <summary>Its going away by itself.</summary>
    public TimerId Going;

    /// <summary>Its growing worse.</summary>
    public TimerId Worsening;

    /// <summary>Where it is.</summary>
    public Spot At;

    /// <summary>Its cell's index.</summary>
    public int Cell;

    /// <summary>Its building's index, or −1.</summary>
    public int Building;

    /// <summary>Its filing condition's index.</summary>
    public int What;

    /// <summary>Calls made so far; also the ticket of the last.</summary>
    public int Calls;

    /// <summary>1 when nothing is there.</summary>
    public int Imagined;

    /// <summary>What the command side knows of it, and whether it is over.</summary>
    public Knowledge Known;

    /// <summary>Small, big or serious; grows when it worsens.</summary>
    public short Weight;

    /// <summary>How many cases for it ended without putting it right.</summary>
    public short GivenUp;

    /// <summary>Calls waiting or talking.</summary>
    public int OnTheLine;
}

/// <summary>The state of an incident grain.</summary>
public sealed class IncidentState : IGrainState
{
    /// <summary>All it holds.</summary>
    public IncidentFacts Facts;

    /// <summary>Writes the state.</summary>
    public void Write(SnapshotWriter writer) => writer.Value(Facts);

    /// <summary>Reads the state back.</summary>
    public void Read(SnapshotReader reader) => Facts = reader.Value<IncidentFacts>();
}
