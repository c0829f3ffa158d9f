using System.Collections.Concurrent;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Silo.Cluster;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>A cluster of one silo without Microsoft Orleans: the shells, the conductor and the waker of a real one, and a door that leads to them.</summary>
internal sealed class ShellCluster(ITurnStore store) : IClusterHost, IGrainDoor, IDisposable
{
    private readonly ConcurrentDictionary<string, (WorldHome Home, Task Served)> _worlds = new();
    private readonly ConcurrentDictionary<(string World, GrainId Grain), Task<GrainShell>> _shells = new();
    private readonly TaskFactory _oneAtATime = new(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);
    private readonly CancellationTokenSource _stop = new();

    public IGrainDoor Door => this;

    public ITurnStore Open(string db) => store;

    public void Serve(ClusterWorld world)
    {
        var (genesis, time) = (world.Journal.Genesis, world.Journal.Time());
        world.Journal.Dispose();
        _worlds.GetOrAdd(genesis.World, _ =>
        {
            var home = new WorldHome(world.Setting, store.Open(genesis, [], time), this, TimeProvider.System, NullLogger.Instance);
            return (home, Task.WhenAll(Task.Run(() => home.FollowClock(_stop.Token)), Task.Run(() => Serve(home))));
        });
    }

    public Task Deliver(string world, IReadOnlyList<UnderWay> messages) => Run(async () =>
    {
        foreach (var some in messages.GroupBy(message => message.Sent.To))
        {
            var shell = await Shell(world, some.Key);
            shell.Take(some);
            _ = shell.Work();
        }

        return true;
    });

    public Task<TurnMade> Handle(string world, UnderWay message) => Run(async () => await (await Shell(world, message.Sent.To)).HandleNow(message));

    public Task Wake(string world, GrainId grain) => Run(async () =>
    {
        _ = (await Shell(world, grain)).Work();
        return true;
    });

    public void Dispose()
    {
        _stop.Cancel();
        foreach (var (home, served) in _worlds.Values)
        {
            served.Wait();
            home.Dispose();
            home.Journal.Dispose();
        }
    }

    private async Task Serve(WorldHome home)
    {
        var (waker, conductor) = (new Waker(home), new Conductor(home));
        while (!_stop.IsCancellationRequested)
        {
            if (home.Clock.Time.IsConducted)
            {
                await conductor.Conduct(TimeSpan.FromSeconds(1));
            }
            else
            {
                await waker.Pass();
            }

            await Task.Delay(10);
        }
    }

    private Task<GrainShell> Shell(string world, GrainId grain) => _shells.GetOrAdd((world, grain), async _ =>
    {
        var shell = new GrainShell(grain, _worlds[world].Home, new Shelf());
        await shell.Load();
        return shell;
    });

    private Task<T> Run<T>(Func<Task<T>> what) => _oneAtATime.StartNew(what).Unwrap();

    private sealed class Shelf : IStateShelf
    {
        private KeptState? _kept;

        public Task<KeptState?> Read() => Task.FromResult(_kept);

        public Task Write(KeptState state)
        {
            _kept = state;
            return Task.CompletedTask;
        }
    }
}
