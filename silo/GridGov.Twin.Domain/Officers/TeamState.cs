using System.Runtime.InteropServices;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Officers;

/// <summary>An officer as his team knows him.</summary>
public struct Member
{
    /// <summary>The street node he was last heard of at.</summary>
    public int Node;

    /// <summary>Tasks given to him and not finished.</summary>
    public int Load;

    /// <summary>1 when on duty.</summary>
    public int OnDuty;
}

/// <summary>A task that waits for an officer.</summary>
public struct WaitingTask
{
    /// <summary>What is to be done.</summary>
    public OfficerTask Task;

    /// <summary>Since when.</summary>
    public Instant Since;
}

/// <summary>The state of a team grain.</summary>
public sealed class TeamState : IGrainState
{
    /// <summary>Its officers, in the order of the plan.</summary>
    public Member[] Members = [];

    /// <summary>Tasks nobody has yet, in the order they came.</summary>
    public List<WaitingTask> Waiting { get; } = [];

    /// <summary>Writes the state.</summary>
    public void Write(SnapshotWriter writer)
    {
        writer.Row<Member>(Members);
        writer.Row<WaitingTask>(CollectionsMarshal.AsSpan(Waiting));
    }

    /// <summary>Reads the state back.</summary>
    public void Read(SnapshotReader reader)
    {
        Members = reader.Row<Member>();
        Waiting.Clear();
        Waiting.AddRange(reader.Row<WaitingTask>());
    }
}
