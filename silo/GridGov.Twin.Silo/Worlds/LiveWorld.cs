using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Telemetry;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>
/// One world that lives by the wall clock, on one thread, with its journal. Everything public here may be called by any thread. Nobody outside
/// sees or is acknowledged anything that is not committed.
/// </summary>
public sealed class LiveWorld : IDisposable
{
    /// <summary>What the audit log calls an order to the clock. Its target is the world's time in milliseconds, its outcome the order in words.</summary>
    public const string ClockOrdered = "clock";

    /// <summary>What the audit log calls that a message which was set aside was to be tried again.</summary>
    public const string Retried = "retry-message";

    private readonly LiveWorldLimits _limits;
    private readonly WorldDoor _door;
    private readonly IWorldLife _life;
    private readonly Thread _thread;
    private bool _isOver;

    internal LiveWorld(
        WorldSettings settings, BuiltScenario scenario, IJournalStore store, string dataFolder, LiveWorldLimits limits, TimeProvider clock, ILogger log)
        : this(settings, scenario, limits, (live, door) => new WorldLife(
            live, store, door, PaceFile.Of(dataFolder, live.Id, live.FirstPace, isPausedAtFirst: settings.Drill is not null), limits, clock, log))
    {
    }

    /// <summary>A world with a life of a kind.</summary>
    internal LiveWorld(WorldSettings settings, BuiltScenario scenario, LiveWorldLimits limits, Func<LiveWorld, WorldDoor, IWorldLife> lifeOf)
    {
        (Settings, Scenario, _limits) = (settings, scenario, limits);
        Setting = new Setting(scenario.Plan);
        _door = new WorldDoor(limits);
        _life = lifeOf(this, _door);
        _thread = new Thread(_life.Live) { Name = $"world {settings.Id}", IsBackground = true };
        TwinTelemetry.Watch(this);
    }

    /// <summary>Its name in addresses.</summary>
    public string Id => Settings.Id;

    /// <summary>What it was configured as.</summary>
    public WorldSettings Settings { get; }

    /// <summary>The scenario it was built from.</summary>
    public BuiltScenario Scenario { get; }

    /// <summary>What its grains read.</summary>
    public WorldPlan Plan => Scenario.Plan;

    /// <summary>The plan with its look-ups.</summary>
    public Setting Setting { get; }

    /// <summary>What its chance is keyed by.</summary>
    public ulong Seed => Scenario.Run.Seed;

    /// <summary>The pace of a new world until somebody changes it.</summary>
    internal Pace FirstPace => Settings.FirstPace ?? (Scenario.Run.Pace.IsMax ? Pace.Of(1) : Scenario.Run.Pace);

    /// <summary>Whether its grains live on a cluster, and what is here follows them.</summary>
    public bool IsOnCluster => _life is ClusterLife;

    /// <summary>How it stands after its last turn.</summary>
    public WorldStatus Status => _life.Status;

    /// <summary>Where its clock stands, committed.</summary>
    public WorldClock Clock => Status.Clock;

    /// <summary>How many inputs wait at its door.</summary>
    public int Waiting => _door.Waiting;

    /// <summary>Adds somebody who hears its whole committed history, from the journal at start and then as it goes on. Before it is started.</summary>
    /// <exception cref="InvalidOperationException">It has been started.</exception>
    public void Follow(IWorldFollower follower)
    {
        if (_thread.ThreadState.HasFlag(ThreadState.Unstarted))
        {
            _life.Follow(follower);
            return;
        }

        throw new InvalidOperationException($"world {Id} has been started; followers come before");
    }

    /// <summary>Looks at the grains on the world's thread, between two turns: what is seen is committed and of one moment.</summary>
    /// <exception cref="WorldRefusedException">The world is not open, or too many look at once.</exception>
    public Task<T> Read<T>(Func<World<DistrictModel>, T> look) => OnItsThread(() => look(_life.World));

    /// <summary>The whole world between two turns, for an engine to go on with, and the moment it is of.</summary>
    /// <exception cref="WorldRefusedException">The world is not open, or too many look at once.</exception>
    public Task<(Snapshot Moment, Instant Now)> Save() => OnItsThread(() => (_life.Save(), _life.World.Now));

    /// <summary>Lets an order in, and answers when it is durable.</summary>
    /// <exception cref="WorldRefusedException">The door is full, the world is not open, or it is not durable in time.</exception>
    public async Task<StoredAnswer> Give(WorldOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (Settings.Kind == WorldSettings.Replay)
        {
            throw WorldRefusedException.Replayed();
        }

        RequireOpen();
        order.Entered = DateTimeOffset.UtcNow;
        if (!_door.TryEnter(order))
        {
            throw WorldRefusedException.Full();
        }

        // The world may have closed its door in between.
        if (!Status.IsOpen && order.TryAbandon())
        {
            throw WorldRefusedException.Closed(Status);
        }

        try
        {
            return await order.Done.WaitAsync(_limits.AnswerWithin).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw order.TryAbandon() ? WorldRefusedException.Full() : WorldRefusedException.Late();
        }
    }

    /// <summary>What a command with this key was answered before; null when there was none.</summary>
    /// <exception cref="WorldRefusedException">The key was used for another request, or the journal cannot be read.</exception>
    public StoredAnswer? FindAnswer(string key, ulong requestHash)
    {
        RequireOpen();
        var found = _life.MayHaveKept(key) ? Asked(journal => journal.FindCommand(key)) : null;
        return found is null || found.Answer.Length == 0 ? null
            : found.RequestHash == requestHash ? StoredAnswer.FromJson(found.Answer)
            : throw KnownKeys.OtherRequest();
    }

    /// <summary>Pauses, paces, steps or jumps; answers how it stands then. The order is in the audit log.</summary>
    /// <exception cref="WorldRefusedException">The order asks for none or several of the four, or for what cannot be.</exception>
    public async Task<WorldStatus> Order(ClockOrder order, string actor)
    {
        var (words, change) = ClockOrders.Of(order);
        await OnItsThread(() =>
        {
            var now = _life.OrderClock(change);
            Note(actor, ClockOrdered, now, words);
            return now;
        }).ConfigureAwait(false);
        return Status;
    }

    /// <summary>Notes a look at sensitive data in the audit log, durably.</summary>
    /// <exception cref="WorldRefusedException">The journal cannot be written.</exception>
    public void Note(string actor, string action, string target, string outcome) =>
        Asked(_ =>
        {
            _life.Note(actor, action, target, outcome);
            return true;
        });

    /// <summary>At most so many committed events from a sequence on.</summary>
    public IReadOnlyList<Event> Events(long from, int most)
    {
        var events = Asked(journal => journal.Events(from, most));

        // A replay has a journal that goes on where it has not come yet.
        return Settings.Kind == WorldSettings.Replay ? [.. events.Where(e => e.Sequence < Status.Events)] : events;
    }

    /// <summary>At most so many audit entries from a number on.</summary>
    public IReadOnlyList<AuditEntry> Audit(long from, int most) => Asked(journal => journal.Audit(from, most));

    /// <summary>Opens or begins its journal and starts its thread, which first brings it to where the journal ends.</summary>
    /// <exception cref="StartRefusedException">The journal was begun from another scenario.</exception>
    /// <exception cref="JournalException">The journal cannot be opened.</exception>
    internal void Start()
    {
        _life.Open();
        _thread.Start();
    }

    /// <summary>Stops in good order: commits, keeps a snapshot, and refuses whoever still waits.</summary>
    internal void Stop()
    {
        if (!_isOver && !_thread.ThreadState.HasFlag(ThreadState.Unstarted))
        {
            _life.Stop();
            _thread.Join();
            _isOver = true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        TwinTelemetry.Leave(this);
        _life.Dispose();
        _door.Dispose();
    }

    private async Task<T> OnItsThread<T>(Func<T> look)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Ask(new WorldChore(() => done.TrySetResult(look()), fault => done.TrySetException(fault)));
        try
        {
            return await done.Task.ConfigureAwait(false);
        }
        catch (JournalException fault)
        {
            throw Unreachable(fault);
        }
    }

    private void Ask(WorldChore chore)
    {
        RequireOpen();
        if (!_door.TryAsk(chore))
        {
            throw WorldRefusedException.Full();
        }

        if (Status.State is WorldState.Stopped or WorldState.Failed)
        {
            chore.Refuse(WorldRefusedException.Closed(Status));
        }
    }

    /// <summary>The messages that its grains on a cluster could not handle, oldest first; a world that lives in this process has none.</summary>
    /// <exception cref="WorldRefusedException">The journal cannot be read.</exception>
    public IReadOnlyList<SetAside> AllSetAside() => Asked(journal => journal is ITurnJournal turns ? turns.AllSetAside() : []);

    /// <summary>Has a message that was set aside tried again, after who wants it is in the audit log; false if it is not aside.</summary>
    /// <exception cref="WorldRefusedException">The journal cannot be written.</exception>
    public bool TryAgain(SetAside aside, string actor)
    {
        ArgumentNullException.ThrowIfNull(aside);
        Note(actor, Retried, aside.Message.Id.ToString(), "done");
        return Asked(journal => journal is ITurnJournal turns && turns.TakeBack(aside.Message.Id));
    }

    private T Asked<T>(Func<IWorldHistory, T> ask)
    {
        try
        {
            return ask(_life.History ?? throw WorldRefusedException.Closed(Status));
        }
        catch (JournalException fault)
        {
            throw Unreachable(fault);
        }
    }

    private WorldRefusedException Unreachable(JournalException fault) =>
        WorldRefusedException.Closed(Status with { State = WorldState.Running, Problem = fault.Message });

    private void RequireOpen()
    {
        if (!Status.IsOpen)
        {
            throw WorldRefusedException.Closed(Status);
        }
    }
}
