using System.Collections.Concurrent;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Orleans.Shell;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridGov.Twin.Orleans.Tests;

/// <summary>
/// A cluster without its wires: silos in one process, each with a journal of its own and shells that live on it, one served by the conductor and
/// the waker. A silo can be killed in the middle of anything, and another one come.
/// </summary>
internal sealed class LooseCluster : IGrainDoor, IDisposable
{
    private readonly ConcurrentDictionary<GrainId, KeptState> _shelves = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly Task _serving;
    private volatile LooseSilo[] _silos;
    private readonly Func<WorldHome> _home;

    public LooseCluster(int silos, Setting setting, Func<ITurnJournal> open)
    {
        _home = () => new WorldHome(setting, open(), this, TimeProvider.System, NullLogger.Instance);
        _silos = [.. Enumerable.Range(0, silos).Select(_ => NewSilo())];
        _serving = Task.Run(Serve);
    }

    /// <summary>What went wrong while it was served; faults of killed silos are none.</summary>
    public ConcurrentQueue<Exception> Faults { get; } = new();

    /// <summary>The states kept, as the grain storage would hold them.</summary>
    public ConcurrentDictionary<GrainId, KeptState> Shelves => _shelves;

    /// <summary>Kills a silo as SIGKILL does, and starts another in its place.</summary>
    public void Kill(int index)
    {
        lock (_gate)
        {
            var dead = _silos[index];
            dead.Die();
            _silos = [.. _silos.Select((silo, at) => at == index ? NewSilo() : silo)];
            dead.Dispose();
        }
    }

    public Task Deliver(string world, IReadOnlyList<UnderWay> messages) => Task.WhenAll(
        messages.GroupBy(message => message.Sent.To).Select(some => SiloOf(some.Key).Do(some.Key, shell =>
        {
            shell.Take(some);
            return shell.Work();
        })));

    public async Task<TurnMade> Handle(string world, UnderWay message)
    {
        var made = TurnMade.Nothing;
        await SiloOf(message.Sent.To).Do(message.Sent.To, async shell => made = await shell.HandleNow(message));
        return made;
    }

    public Task Wake(string world, GrainId grain) => SiloOf(grain).Do(grain, shell => shell.Work());

    public void Dispose()
    {
        _stop.Cancel();
        _serving.Wait();
        Array.ForEach(_silos, silo => silo.Die());
        Array.ForEach(_silos, silo => silo.Dispose());
        _stop.Dispose();
    }

    private LooseSilo NewSilo() => new(_home(), _shelves);

    private LooseSilo SiloOf(GrainId grain)
    {
        var silos = _silos;
        return silos[(int)((uint)grain.GetHashCode() % silos.Length)];
    }

    private async Task Serve()
    {
        var on = _silos[0];
        var at = (Conductor: new Conductor(on.Home), Waker: new Waker(on.Home));
        while (!_stop.IsCancellationRequested)
        {
            if (on != _silos[0])
            {
                on = _silos[0];
                at = (new Conductor(on.Home), new Waker(on.Home));
            }

            try
            {
                on.Home.Clock.Time = on.Home.Journal.Time();
                Array.ForEach(_silos, silo => silo.Home.Clock.Time = on.Home.Clock.Time);
                await at.Conductor.Conduct(TimeSpan.FromMilliseconds(200));
                at.Waker.LookAhead();
                await at.Waker.Pass();
            }
            catch (Exception fault) when (!on.IsDead && fault is not OperationCanceledException)
            {
                Faults.Enqueue(fault);
            }
            catch (Exception)
            {
                // It died of being killed.
            }

            await Task.Delay(5);
        }
    }

    private sealed class LooseSilo(WorldHome home, ConcurrentDictionary<GrainId, KeptState> shelves) : IDisposable
    {
        private readonly ConcurrentDictionary<GrainId, LooseGrain> _grains = new();

        public WorldHome Home => home;

        public bool IsDead { get; private set; }

        /// <summary>Lets a grain do something, one thing at a time between its waits, as an activation does.</summary>
        public Task Do(GrainId grain, Func<GrainShell, Task> what) => IsDead
            ? Task.FromException(new OperationCanceledException("the silo is dead"))
            : _grains.GetOrAdd(grain, id => new LooseGrain(new GrainShell(id, home, new Shelf(id, shelves)))).Do(what);

        public void Die()
        {
            IsDead = true;
            home.Dispose();
        }

        public void Dispose() => home.Journal.Dispose();
    }

    private sealed class LooseGrain
    {
        private readonly TaskScheduler _one = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        private readonly GrainShell _shell;
        private readonly Task _load;

        public LooseGrain(GrainShell shell)
        {
            _shell = shell;
            _load = Schedule(shell.Load);
        }

        public async Task Do(Func<GrainShell, Task> what)
        {
            await _load;
            await Schedule(() => what(_shell));
        }

        private Task Schedule(Func<Task> what) => Task.Factory.StartNew(what, CancellationToken.None, TaskCreationOptions.None, _one).Unwrap();
    }

    private sealed class Shelf(GrainId grain, ConcurrentDictionary<GrainId, KeptState> shelves) : IStateShelf
    {
        public Task<KeptState?> Read() => Task.FromResult(shelves.GetValueOrDefault(grain));

        public Task Write(KeptState state)
        {
            shelves[grain] = state;
            return Task.CompletedTask;
        }
    }
}
