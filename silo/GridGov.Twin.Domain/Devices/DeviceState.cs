using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Devices;

/// <summary>What a device holds.</summary>
public struct DeviceFacts
{
    /// <summary>When it fails, is repaired and raises false alarms.</summary>
    public ChanceStream Life;

    /// <summary>The last reading, 0 to 1.</summary>
    public double Reading;

    /// <summary>Ignored until then.</summary>
    public Instant SilencedUntil;

    /// <summary>False alarms raised so far.</summary>
    public long FalseAlarms;

    /// <summary>1 when broken.</summary>
    public int Broken;

    /// <summary>1 while the alarm is on.</summary>
    public int Alarm;
}

/// <summary>The state of a device grain.</summary>
public sealed class DeviceState : IGrainState
{
    /// <summary>All it holds.</summary>
    public DeviceFacts Facts;

    /// <summary>Writes the state.</summary>
    public void Write(SnapshotWriter writer) => writer.Value(Facts);

    /// <summary>Reads the state back.</summary>
    public void Read(SnapshotReader reader) => Facts = reader.Value<DeviceFacts>();
}
