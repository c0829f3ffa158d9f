using GridGov.Twin.Engine.Snapshots;

namespace GridGov.Twin.Domain.Worlds;

/// <summary>What a grain holds between two messages.</summary>
public interface IGrainState
{
    /// <summary>Writes the state.</summary>
    void Write(SnapshotWriter writer);

    /// <summary>Reads the state back.</summary>
    void Read(SnapshotReader reader);
}
