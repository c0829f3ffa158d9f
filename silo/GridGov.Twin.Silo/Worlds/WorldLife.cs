using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;
using GridGov.Twin.Scenarios.Running;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>
/// A live world's own thread: recovery, then turn by turn: what waits at the door enters, the world runs a slice, everything that happened is
/// committed at once, and only then are commands answered and followers told.
/// </summary>
internal sealed partial class WorldLife(
    LiveWorld live, IJournalStore store, WorldDoor door, PaceFile paceFile, LiveWorldLimits limits, TimeProvider clock, ILogger log) : IWorldLife
{
    private const int RememberedKeys = 100_000;
    private const long MessagesAtOnce = 200_000;
    private const double HeartbeatMs = 1_000;

    private readonly Followers _followers = new(live.Id, log);
    private readonly TurnEvents _events = new();
    private readonly AnswerDesk _answers = new(live.Setting);
    private readonly KnownKeys _keys = new(RememberedKeys);
    private readonly KeySieve _keptKeys = new();
    private readonly List<WorldOrder> _orders = [];
    private readonly TurnSlice _slice = new(limits.TurnMs);
    private readonly WorldTiming _timing = NewTiming(paceFile, clock);
    private IWorldJournal _journal = null!;
    private long _committedAt;
    private volatile bool _stops;
    private WorldStatus? _status;
    private RunHash? _endHash;
    private bool _isOver;

    public World<DistrictModel> World { get; private set; } = null!;

    public WorldStatus Status => _status ?? _timing.StatusOf(WorldState.Starting, null, null, null);

    public IWorldHistory? History => _journal;

    public bool MayHaveKept(string key) => _keptKeys.MayHold(key);

    public void Note(string actor, string action, string target, string outcome) => _journal.Note(actor, action, target, outcome);

    public Snapshot Save() => World.Save();

    public void Follow(IWorldFollower follower) => _followers.Add(follower);

    public void Open() => _journal = WorldGenesis.Open(store, live);

    public void Dispose() => _journal?.Dispose();

    public void Stop()
    {
        _stops = true;
        door.Ring();
    }

    /// <summary>Changes the timing; on the world's thread. Says where the clock stood.</summary>
    public string OrderClock(Action<ITiming, Instant> change)
    {
        change(_timing, World.Now);
        paceFile.Write(_timing.Pace, _timing.IsPaused);
        Publish();
        return World.Now.Milliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Lives until it is stopped or something in it fails.</summary>
    public void Live()
    {
        try
        {
            Recover();
            while (!_stops)
            {
                Turn();
            }

            End();
        }
        catch (OperationCanceledException)
        {
            Publish(WorldState.Stopped, "the journal could not be written to the end");
        }
        catch (Exception fault)
        {
            // Whatever it was, it stops this world and not the process with the others in it.
            LogFailure(live.Id, fault);
            Publish(WorldState.Failed, fault.Message);
        }

        Array.ForEach([.. _batch.Orders], order => order.Refuse(WorldRefusedException.Closed(Status)));
        door.Refuse(() => WorldRefusedException.Closed(Status));
    }

    private void Recover()
    {
        foreach (var (_, batch) in _journal.Batches())
        {
            _followers.Hear(batch);
            _isOver |= EndsDrill(batch.Events);
            foreach (var command in batch.Commands)
            {
                Keep(command.Key);
            }
        }

        World = Beginning.NewWorld(live.Setting, live.Seed);
        JournalReplay.Recover(World, _journal);
        World.Listen(_events);
        _inputs = _journal.Head.Inputs;
        _committed = _journal.Head.Now;
        _committedAt = _snapshotAt = clock.GetTimestamp();
        _eventsAtSnapshot = World.EventCount;
        _timing.Anchor(World.Now);
        TakeUpClock();
        Publish();
    }

    // A drill that was ended, or left on its way to StartEx, is no different after a restart.
    private void TakeUpClock()
    {
        if (live.Settings.BeginsAt is { } begins && (_journal.Head.Records == 0 || (live.Settings.Drill is not null && World.Now < begins)))
        {
            _timing.Jump(begins);
        }

        if (_isOver)
        {
            _timing.Hold(true, World.Now);
        }
        else if (live.Settings.EndsAt is { } ends && World.Now < ends)
        {
            _timing.EndsAt = ends;
        }
    }

    private bool EndsDrill(IReadOnlyList<Event> events) =>
        live.Settings.Drill is not null && !_isOver && events.Any(e => e.Body.Kind == ExerciseEnded.Kind);

    private void Keep(string? key)
    {
        if (key is not null)
        {
            _keptKeys.Add(key);
        }
    }

    private void Turn()
    {
        var started = clock.GetTimestamp();
        Array.ForEach(door.TakeChores(), chore => chore.Run());
        door.TakeOrders(_orders);
        var wasFull = RunSlice();
        if (_timing.Arrive(World.Now))
        {
            // What comes in from now on is not part of what has come to its end.
            if (World.Now > _committed)
            {
                Commit();
            }

            _endHash = RunHash.Of(World.EventHash, World.StateHash(), World.Now - Instant.Start, live.Seed);
        }

        if (_orders.Count > 0)
        {
            Enter();
            _orders.Clear();
        }

        if (_events.Count > 0 || !_batch.IsEmpty || (World.Now > _committed && ElapsedMs(_committedAt) > HeartbeatMs))
        {
            Commit();
        }
        else
        {
            Publish();
        }

        KeepSnapshot();
        var tookMs = ElapsedMs(started);
        _slice.Adapt(tookMs, wasFull);
        if (!_timing.IsHurried && !_stops)
        {
            door.Wait(limits.TickMs - tookMs);
        }
    }

    // Says whether it ran a whole slice.
    private bool RunSlice()
    {
        var (from, slice) = (World.Now, _slice.Length);
        RunTo(_timing.Limit(from, slice));
        return World.Now - from == slice;
    }

    private void RunTo(Instant to)
    {
        // Short runs, so that a world with very much to do in one slice can be looked at by a debugger and stopped by the stuck limit.
        while (!World.RunUntil(to, MessagesAtOnce))
        {
        }
    }

    private void End()
    {
        if (World.Now > _committed)
        {
            Commit();
        }

        SaveSnapshot();
        Publish(WorldState.Stopped, null);
    }

    private void Publish() => Publish(_timing.IsPaused && _timing.JumpTo is null ? WorldState.Paused : WorldState.Running, _trouble);

    private void Publish(WorldState state, string? problem)
    {
        var status = _timing.StatusOf(state, problem, World, _endHash);
        _status = status;
        _followers.Reach(status.Clock);
    }

    private double ElapsedMs(long since) => clock.GetElapsedTime(since).TotalMilliseconds;

    private static WorldTiming NewTiming(PaceFile file, TimeProvider clock)
    {
        var (pace, isPaused) = file.Read();
        return new WorldTiming(clock, pace, isPaused);
    }

    [LoggerMessage(LogLevel.Error, "World {World} stopped because something failed")]
    private partial void LogFailure(string world, Exception fault);

    [LoggerMessage(LogLevel.Warning, "World {World} holds still: its journal cannot be written: {Problem}")]
    private partial void LogTrouble(string world, string problem);

    [LoggerMessage(LogLevel.Information, "World {World} goes on: its journal can be written again")]
    private partial void LogGoesOn(string world);

    [LoggerMessage(LogLevel.Warning, "World {World} could not keep a snapshot: {Problem}")]
    private partial void LogSnapshot(string world, string problem);
}
