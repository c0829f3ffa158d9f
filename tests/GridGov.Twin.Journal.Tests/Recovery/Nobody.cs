using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Journal.Tests.Recovery;

/// <summary>A world in which nothing happens; its state is as large as one wants.</summary>
internal readonly struct Nobody(int bytes) : IModel
{
    public void Handle(GrainId to, in Body message, Turn turn)
    {
    }

    public string NameOf(GrainId grain) => "nobody";

    public void Write(SnapshotWriter writer) => writer.Row<byte>(new byte[bytes]);

    public void Read(SnapshotReader reader) => reader.Row<byte>();

    public static Snapshot Snapshot(int bytes, ulong seed) => new World<Nobody>(new Nobody(bytes), seed).Save();
}
