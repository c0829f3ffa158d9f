using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Engine.Tests.Models;

/// <summary>Grains that announce something at random times, each from its own stream, and note when.</summary>
public sealed class Sources : IModel
{
    private readonly Distribution _between = Distribution.Lognormal(60_000, 1.5);
    private readonly ChanceStream[] _streams;

    private Sources(int count, ulong seed)
    {
        _streams = [.. Enumerable.Range(0, count).Select(i => ChanceStream.For(seed, new GrainId(1, i), 1))];
        Announced = [.. Enumerable.Range(0, count).Select(_ => new List<long>())];
    }

    public List<long>[] Announced { get; }

    public static World<Sources> World(int count, ulong seed)
    {
        var world = new World<Sources>(new Sources(count, seed), seed);
        for (var i = 0; i < count; i++)
        {
            world.Post(new GrainId(1, i), new Wake(0), Instant.Start);
        }

        return world;
    }

    public void Handle(GrainId to, in Body message, Turn turn)
    {
        Announced[to.Number].Add(turn.Now.Milliseconds);
        turn.SendAfter(_between.Sample(ref _streams[to.Number]), to, new Wake(0));
    }

    public string NameOf(GrainId grain) => $"source {grain.Number}";

    public void Write(SnapshotWriter writer) => throw new NotSupportedException("these runs are not saved");

    public void Read(SnapshotReader reader) => throw new NotSupportedException("these runs are not saved");
}
