using System.Collections.Concurrent;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Silo.Cluster;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>
/// A stand-in for a cluster, in one room: grains that live by themselves, and one hand that gives them their messages one at a time, in the order
/// of an engine, as far as the world's clock goes. It has the journal for itself: a front beside it may come and go.
/// </summary>
internal sealed class RoomCluster(ITurnStore store) : IClusterHost, IGrainDoor, IDisposable
{
    private const int AtOnce = 256;
    private readonly ConcurrentDictionary<string, Thread> _worlds = new();
    private readonly CancellationTokenSource _stop = new();
    private volatile bool _stands;

    public IGrainDoor Door => this;

    /// <summary>How many messages were handed in by fronts.</summary>
    public int Delivered { get; private set; }

    /// <summary>What went wrong in the room.</summary>
    public Exception? Fault { get; private set; }

    public ITurnStore Open(string db) => store;

    public void Serve(ClusterWorld world)
    {
        var (genesis, time) = (world.Journal.Genesis, world.Journal.Time());
        world.Journal.Dispose();
        _worlds.GetOrAdd(genesis.World, _ =>
        {
            var thread = new Thread(() => Conduct(world, store.Open(genesis, [], time))) { IsBackground = true };
            thread.Start();
            return thread;
        });
    }

    public Task Deliver(string world, IReadOnlyList<UnderWay> messages)
    {
        Delivered += messages.Count;
        return Task.CompletedTask;
    }

    public Task<TurnMade> Handle(string world, UnderWay message) => throw new NotSupportedException();

    public Task Wake(string world, GrainId grain) => throw new NotSupportedException();

    /// <summary>Whether its grains get nothing to do for a while.</summary>
    public void Stand(bool stands) => _stands = stands;

    public void Dispose()
    {
        _stop.Cancel();
        _worlds.Values.ToList().ForEach(thread => thread.Join());
        _stop.Dispose();
    }

    private void Conduct(ClusterWorld world, ITurnJournal journal)
    {
        try
        {
            var grains = new Dictionary<GrainId, RoomGrain>();
            while (!_stop.IsCancellationRequested)
            {
                var time = journal.Time();
                var isDone = _stands || !Group(world, journal, grains, time);
                if (isDone && time.JumpTo is { } to && !_stands)
                {
                    journal.SetTime(time, time with { Anchor = to, Wall = DateTimeOffset.UtcNow, JumpTo = null });
                }
                else if (isDone)
                {
                    _stop.Token.WaitHandle.WaitOne(2);
                }
            }
        }
        catch (Exception fault)
        {
            Fault = fault;
        }

        journal.Dispose();
    }

    private static bool Group(ClusterWorld world, ITurnJournal journal, Dictionary<GrainId, RoomGrain> grains, WorldTime time)
    {
        var end = time.JumpTo ?? (time.IsConducted ? Instant.Never : time.NowAt(DateTimeOffset.UtcNow));
        var until = new Instant(end.Milliseconds - 1);
        var turns = new List<GrainTurn>();
        var busy = new HashSet<GrainId>();
        foreach (var message in journal.Due(until, AtOnce))
        {
            var (first, sent) = (turns.Count > 0 ? turns[0].Handled.Sent : message.Sent, message.Sent);
            if (sent.Due != first.Due || sent.Priority != first.Priority || !busy.Add(sent.To))
            {
                break;
            }

            if (!grains.TryGetValue(sent.To, out var grain))
            {
                grains.Add(sent.To, grain = new RoomGrain(sent.To, world.Setting, journal.Genesis.Seed));
            }

            var turn = grain.Handle(message);
            turns.Add(turn);
            // What is more urgent goes before the rest of the group.
            if (turn.Sends.Any(one => one.Sent.Due == sent.Due && one.Sent.Priority < sent.Priority))
            {
                break;
            }
        }

        if (turns.Count > 0)
        {
            journal.Keep(turns).ShouldAllBe(fate => fate == TurnFate.Kept);
        }

        return turns.Count > 0;
    }
}
