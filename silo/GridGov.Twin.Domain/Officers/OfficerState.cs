using System.Runtime.InteropServices;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Officers;

/// <summary>What an officer is doing.</summary>
public enum Doing
{
    /// <summary>Off duty.</summary>
    Off,

    /// <summary>On duty at his post, waiting.</summary>
    Waiting,

    /// <summary>On his way along the beat or back to his post.</summary>
    Patrolling,

    /// <summary>Looking at a cell.</summary>
    Looking,

    /// <summary>On his way to a task.</summary>
    Going,

    /// <summary>At a task.</summary>
    Working,
}

/// <summary>What an officer holds besides his list of tasks.</summary>
public struct OfficerFacts
{
    /// <summary>How he patrols.</summary>
    public ChanceStream Patrol;

    /// <summary>The task in hand.</summary>
    public OfficerTask Task;

    /// <summary>When he took it in hand.</summary>
    public Instant TaskSince;

    /// <summary>When the leg began.</summary>
    public Instant Departed;

    /// <summary>When the leg ends.</summary>
    public Instant Arrives;

    /// <summary>The end of what he is doing.</summary>
    public TimerId Step;

    /// <summary>What he is doing.</summary>
    public Doing Doing;

    /// <summary>The street node he is at, or left last.</summary>
    public int Node;

    /// <summary>The street node he is going to.</summary>
    public int Target;

    /// <summary>Where on his beat he looks next.</summary>
    public short BeatAt;

    /// <summary>1 when his shift is over and he only finishes the task in hand.</summary>
    public short ShiftOver;
}

/// <summary>The state of an officer grain.</summary>
public sealed class OfficerState : IGrainState
{
    /// <summary>All he holds but his list.</summary>
    public OfficerFacts Facts;

    /// <summary>The tasks he has not begun, in the order they came.</summary>
    public List<OfficerTask> Tasks { get; } = [];

    /// <summary>Writes the state.</summary>
    public void Write(SnapshotWriter writer)
    {
        writer.Value(Facts);
        writer.Row<OfficerTask>(CollectionsMarshal.AsSpan(Tasks));
    }

    /// <summary>Reads the state back.</summary>
    public void Read(SnapshotReader reader)
    {
        Facts = reader.Value<OfficerFacts>();
        Tasks.Clear();
        Tasks.AddRange(reader.Row<OfficerTask>());
    }
}
