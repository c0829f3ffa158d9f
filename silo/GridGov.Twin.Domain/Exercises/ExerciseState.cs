using System.Runtime.InteropServices;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;

namespace GridGov.Twin.Domain.Exercises;

/// <summary>A case that is about what an inject brought.</summary>
public struct LinkedCase
{
    /// <summary>The case.</summary>
    public GrainId Case;

    /// <summary>The inject.</summary>
    public long Inject;
}

/// <summary>The state of the exercise grain.</summary>
public sealed class ExerciseState : IGrainState
{
    /// <summary>Whether StartEx has been.</summary>
    public bool HasBegun { get; internal set; }

    /// <summary>Whether EndEx has been.</summary>
    public bool IsOver { get; internal set; }

    /// <summary>Whether it is on: between StartEx and EndEx.</summary>
    public bool IsOn => HasBegun && !IsOver;

    /// <summary>How each inject stands; empty before StartEx.</summary>
    public InjectStanding[] Injects { get; internal set; } = [];

    /// <summary>How each expected action stands; empty before StartEx.</summary>
    public Standing[] Expected { get; internal set; } = [];

    /// <summary>The cases about what injects brought, as they became known.</summary>
    public List<LinkedCase> Links { get; } = [];

    /// <summary>Writes the state.</summary>
    public void Write(SnapshotWriter writer)
    {
        writer.Value(HasBegun ? 1 : 0);
        writer.Value(IsOver ? 1 : 0);
        writer.Row<InjectStanding>(Injects);
        writer.Row<Standing>(Expected);
        writer.Row<LinkedCase>(CollectionsMarshal.AsSpan(Links));
    }

    /// <summary>Reads the state back.</summary>
    public void Read(SnapshotReader reader)
    {
        HasBegun = reader.Value<int>() == 1;
        IsOver = reader.Value<int>() == 1;
        Injects = reader.Row<InjectStanding>();
        Expected = reader.Row<Standing>();
        Links.Clear();
        Links.AddRange(reader.Row<LinkedCase>());
    }
}
