using GridGov.Twin.Engine.Snapshots;

namespace GridGov.Twin.Domain.Desks;

/// <summary>The state of a desk grain.</summary>
public sealed class DeskState
{
    /// <summary>Who waits.</summary>
    public WaitingLine Line { get; } = new();

    /// <summary>People on duty now.</summary>
    public int OnDuty;

    /// <summary>People at work; more than are on duty when someone finishes after the end of the shift.</summary>
    public int Busy;

    /// <summary>Jobs that came so far.</summary>
    public long Arrivals;

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
        Line.Read(reader);
        OnDuty = reader.Value<int>();
        Busy = reader.Value<int>();
        Arrivals = reader.Value<long>();
    }
}
