using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Engine.Tests.Models;

/// <summary>Notes what it hears, in order, and answers nothing.</summary>
public sealed class Quiet : IModel
{
    public List<Chat> Heard { get; } = [];

    public void Handle(GrainId to, in Body message, Turn turn) => Heard.Add(message.As<Chat>());

    public string NameOf(GrainId grain) => "quiet";

    public void Write(SnapshotWriter writer) => writer.Row<Chat>(Heard.ToArray());

    public void Read(SnapshotReader reader)
    {
        Heard.Clear();
        Heard.AddRange(reader.Row<Chat>());
    }
}
