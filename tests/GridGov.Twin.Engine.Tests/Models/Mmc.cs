using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Engine.Tests.Models;

/// <summary>A customer comes.</summary>
public record struct Come(long Number) : IMessage
{
    public static ushort Kind => 1;
}

/// <summary>A server has finished.</summary>
public record struct Done(long Number) : IMessage
{
    public static ushort Kind => 2;
}

/// <summary>An M/M/c queue: one grain from which customers come, one desk of c servers.</summary>
public sealed class Mmc(int servers, double load, ulong seed) : IModel
{
    public const double ServiceMs = 600_000;

    private static readonly GrainId Source = new(1, 1);
    private static readonly GrainId Desk = new(2, 1);

    private readonly Distribution _between = Distribution.Exponential(ServiceMs / servers / load);
    private readonly Distribution _service = Distribution.Exponential(ServiceMs);
    private readonly Queue<long> _waiting = new(4096);
    private ChanceStream _arrivals = ChanceStream.For(seed, Source, 1);
    private ChanceStream _services = ChanceStream.For(seed, Desk, 1);
    private int _busy;

    public long WaitedMs { get; private set; }

    public long Served { get; private set; }

    public static World<Mmc> World(int servers, double load, ulong seed)
    {
        var world = new World<Mmc>(new Mmc(servers, load, seed), seed);
        world.Post(Source, new Come(0), Instant.Start);
        return world;
    }

    public void Handle(GrainId to, in Body message, Turn turn)
    {
        if (to == Source)
        {
            turn.Send(Desk, message.As<Come>());
            turn.SendAfter(_between.Sample(ref _arrivals), Source, new Come(message.As<Come>().Number + 1));
        }
        else if (message.Kind == Come.Kind)
        {
            _waiting.Enqueue(turn.Now.Milliseconds);
            Begin(turn);
        }
        else
        {
            Served++;
            _busy--;
            Begin(turn);
        }
    }

    public string NameOf(GrainId grain) => grain == Source ? "source" : "desk";

    public void Write(SnapshotWriter writer) => throw new NotSupportedException("these runs are not saved");

    public void Read(SnapshotReader reader) => throw new NotSupportedException("these runs are not saved");

    private void Begin(Turn turn)
    {
        if (_busy < servers && _waiting.TryDequeue(out var since))
        {
            _busy++;
            WaitedMs += turn.Now.Milliseconds - since;
            turn.SendAfter(_service.Sample(ref _services), Desk, new Done(Served));
        }
    }
}
