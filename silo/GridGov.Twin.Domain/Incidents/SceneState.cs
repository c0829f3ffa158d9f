using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;

namespace GridGov.Twin.Domain.Incidents;

/// <summary>What is really the matter in one cell: the incidents that last, and the stream that brings the next.</summary>
public sealed class SceneState : IGrainState
{
    /// <summary>Draws arrivals; used for nothing else, so that no policy can change what happens.</summary>
    public ChanceStream Arrivals;

    /// <summary>How many incidents began here so far, imagined ones included.</summary>
    public long Began;

    /// <summary>The incidents that last, in the order they began.</summary>
    public List<GrainId> Open { get; } = [];

    /// <summary>Writes the state.</summary>
    public void Write(SnapshotWriter writer)
    {
        writer.Value(Arrivals);
        writer.Value(Began);
        writer.Row<GrainId>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Open));
    }

    /// <summary>Reads the state back.</summary>
    public void Read(SnapshotReader reader)
    {
        Arrivals = reader.Value<ChanceStream>();
        Began = reader.Value<long>();
        Open.Clear();
        Open.AddRange(reader.Row<GrainId>());
    }
}
