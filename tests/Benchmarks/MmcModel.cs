using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Benchmarks;

/// <summary>To the source: it is time for the next customer.</summary>
internal record struct Arrive(long Customer) : IMessage
{
    public static ushort Kind => 1;
}

/// <summary>To the desk: a customer is there.</summary>
internal record struct Enqueue(long Customer) : IMessage
{
    public static ushort Kind => 2;
}

/// <summary>To the desk: a server has finished with a customer.</summary>
internal record struct Finish(long Customer) : IMessage
{
    public static ushort Kind => 3;
}

/// <summary>
/// A source grain from which customers come at random, and a desk grain of ten servers with one queue.
/// Nine tenths of the servers' time is wanted, so that about one in two customers waits.
/// </summary>
internal struct MmcModel : IModel
{
    public const int Servers = 10;
    public const double ServiceMs = 600_000;
    public const double BetweenArrivalsMs = ServiceMs / Servers / 0.9;

    public static readonly GrainId Source = new(1, 1);
    public static readonly GrainId Desk = new(2, 1);

    private ChanceStream _arrivals;
    private ChanceStream _services;
    private Ring _waiting;
    private int _busy;

    /// <summary>Sum of the waiting times of everybody whose service began.</summary>
    public long WaitedMs;

    /// <summary>Customers whose service is over.</summary>
    public long Served;

    public MmcModel(ulong seed)
    {
        _arrivals = ChanceStream.For(seed, Source, 1);
        _services = ChanceStream.For(seed, Desk, 1);
        _waiting = new Ring();
    }

    public static World<MmcModel> World(ulong seed)
    {
        var world = new World<MmcModel>(new MmcModel(seed), seed);
        world.Post(Source, new Arrive(0), Instant.Start);
        return world;
    }

    public void Handle(GrainId to, in Body message, Turn turn)
    {
        switch (message.Kind)
        {
            case 1:
                Arrive(message.As<Arrive>().Customer, turn);
                break;
            case 2:
                Enqueue(turn);
                break;
            default:
                Finish(turn);
                break;
        }
    }

    public readonly string NameOf(GrainId grain) => grain == Source ? "source" : "desk";

    public readonly void Write(SnapshotWriter writer)
    {
        writer.Value(_arrivals);
        writer.Value(_services);
        writer.Value(_busy);
        writer.Value(WaitedMs);
        writer.Value(Served);
        writer.Row<long>(_waiting.ToArray());
    }

    public void Read(SnapshotReader reader)
    {
        _arrivals = reader.Value<ChanceStream>();
        _services = reader.Value<ChanceStream>();
        _busy = reader.Value<int>();
        WaitedMs = reader.Value<long>();
        Served = reader.Value<long>();
        _waiting = new Ring(reader.Row<long>());
    }

    private void Arrive(long customer, Turn turn)
    {
        turn.Send(Desk, new Enqueue(customer));
        turn.SendAfter(Ms(BetweenArrivalsMs * _arrivals.Exponential()), Source, new Arrive(customer + 1));
    }

    private void Enqueue(Turn turn)
    {
        if (_busy < Servers)
        {
            _busy++;
            Start(turn);
        }
        else
        {
            _waiting.Add(turn.Now.Milliseconds);
        }
    }

    private void Finish(Turn turn)
    {
        Served++;
        if (_waiting.Count > 0)
        {
            WaitedMs += turn.Now.Milliseconds - _waiting.Take();
            Start(turn);
        }
        else
        {
            _busy--;
        }
    }

    private void Start(Turn turn) => turn.SendAfter(Ms(ServiceMs * _services.Exponential()), Desk, new Finish(Served));

    private static Duration Ms(double length) => new((long)(length + 0.5));
}
