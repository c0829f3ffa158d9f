using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Desks;

/// <summary>A job of a desk that was broken off while its <see cref="ServiceEnds"/> is still under way.</summary>
public struct BrokenOffJob
{
    /// <summary>Who wanted it done.</summary>
    public GrainId Item;

    /// <summary>The item's own number for it.</summary>
    public int Ticket;

    /// <summary>The desk's index.</summary>
    public int Desk;
}

/// <summary>The state of a desk grain.</summary>
public sealed class DeskState : IGrainState
{
    /// <summary>Who waits.</summary>
    public WaitingLine Line { get; } = new();

    /// <summary>People on duty now.</summary>
    public int OnDuty;

    /// <summary>People at work; more than are on duty when someone finishes after the end of the shift.</summary>
    public int Busy;

    /// <summary>Jobs that came so far.</summary>
    public long Arrivals;

    /// <summary>
    /// The cases' jobs in people's hands and since when: an index of the <see cref="ServiceEnds"/> under way, made anew from them after a restore.
    /// </summary>
    public Dictionary<(GrainId Item, int Ticket), Instant> InService { get; } = [];

    /// <summary>Jobs broken off whose end is still to come and then to be ignored. Written by the district, at the very end.</summary>
    public List<BrokenOffJob> BrokenOff { get; } = [];

    /// <summary>Writes the state.</summary>
    public void Write(SnapshotWriter writer)
    {
        Line.Write(writer);
        writer.Value(OnDuty);
        writer.Value(Busy);
        writer.Value(Arrivals);
    }

    /// <summary>Reads the state back.</summary>
    public void Read(SnapshotReader reader)
    {
        InService.Clear();
        BrokenOff.Clear();
        Line.Read(reader);
        OnDuty = reader.Value<int>();
        Busy = reader.Value<int>();
        Arrivals = reader.Value<long>();
    }
}
