using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Engine.Tests.Models;

/// <summary>Sends what it hears to itself again after one fixed delay.</summary>
public sealed class Sleeper(Duration delay) : IModel
{
    public void Handle(GrainId to, in Body message, Turn turn) => turn.SendAfter(delay, to, message.As<Chat>());

    public string NameOf(GrainId grain) => "sleeper";

    public void Write(SnapshotWriter writer) => writer.Value(delay);

    public void Read(SnapshotReader reader) => reader.Value<Duration>();
}
