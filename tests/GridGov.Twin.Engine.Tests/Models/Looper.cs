using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Engine.Tests.Models;

/// <summary>Hands the message on to the next of two grains at once: a world that never gets beyond one instant.</summary>
public readonly struct Looper : IModel
{
    public static GrainId Ping => new(1, 1);

    public static GrainId Pong => new(1, 2);

    public void Handle(GrainId to, in Body message, Turn turn)
    {
        var chat = message.As<Chat>();
        if (chat.Word < 0)
        {
            throw new InvalidOperationException("no word for it");
        }

        turn.Send(to == Ping ? Pong : Ping, chat);
    }

    public string NameOf(GrainId grain) => grain == Ping ? "ping" : "pong";

    public void Write(SnapshotWriter writer) => writer.Value(1);

    public void Read(SnapshotReader reader) => reader.Value<int>();
}
