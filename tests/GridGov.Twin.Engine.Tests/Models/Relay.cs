using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Engine.Tests.Models;

/// <summary>Notes each word and answers a first one with an ordinary echo, and then an urgent one, at the same instant.</summary>
public sealed class Relay : IModel
{
    public List<int> Heard { get; } = [];

    public void Handle(GrainId to, in Body message, Turn turn)
    {
        var word = message.As<Chat>().Word;
        Heard.Add(word);
        if (word < 10)
        {
            turn.Send(to, new Chat(0, word * 10));
            turn.Send(to, new Chat(0, word * 100), priority: 1);
        }
    }

    public string NameOf(GrainId grain) => "relay";

    public void Write(SnapshotWriter writer) => writer.Row<int>(Heard.ToArray());

    public void Read(SnapshotReader reader)
    {
        Heard.Clear();
        Heard.AddRange(reader.Row<int>());
    }
}
