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
        messages.GroupBy(message => message.Sent.To).Select(some => Do(some.Key, (silo, shell) =>
        {
            shell.Take(some);
            _ = Work(silo, shell);
            return Task.CompletedTask;
        })));

    public async Task<TurnMade> Handle(string world, UnderWay message)
    {
        var made = TurnMade.Nothing;
        await Do(message.Sent.To, async (_, shell) => made = await shell.HandleNow(message));
        return made;
    }

    public Task Wake(string world, GrainId grain) => Do(grain, (silo, shell) =>
    {
        _ = Work(silo, shell);
        return Task.CompletedTask;
    });

    public void Dispose()
    {
        _stop.Cancel();
        _serving.Wait();
        Array.ForEach(_silos, silo => silo.Die());
        Array.ForEach(_silos, silo => silo.Dispose());
        _stop.Dispose();
    }

    private LooseSilo NewSilo() => new(_home(), _shelves);

    private Task Do(GrainId grain, Func<LooseSilo, GrainShell, Task> what)
    {
        var silos = _silos;
        var silo = silos[(int)((uint)grain.GetHashCode() % silos.Length)];
        return silo.Do(grain, shell => what(silo, shell));
    }

    // Nobody waits for it: whoever hands messages out only wants to know that they are there.
    private async Task Work(LooseSilo silo, GrainShell shell)
    {
        try
        {
            await shell.Work();
        }
        catch (Exception fault)
        {
            Note(silo, fault);
        }
    }

    private void Note(LooseSilo silo, Exception fault)
    {
        if (!silo.IsDead && fault is not OperationCanceledException)
        {
            Faults.Enqueue(fault);
        }
    }

    private async Task Serve()
    {
        var silos = _silos;
        var (conductor, waker) = (new Conductor(silos[0].Home), new Waker(silos[0].Home));
        while (!_stop.IsCancellationRequested)
        {
            if (silos != _silos)
            {
                silos = _silos;
                (conductor, waker) = (new Conductor(silos[0].Home), new Waker(silos[0].Home));
            }

            try
            {
                var time = silos[0].Home.Journal.Time();
                Array.ForEach(silos, silo => silo.Home.Clock.Time = time);
                await conductor.Conduct(TimeSpan.FromMilliseconds(200));
                await waker.Pass();
            }
            catch (Exception fault)
            {
                Note(silos[0], fault);
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
