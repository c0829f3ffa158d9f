using System.Globalization;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Drills;

/// <summary>
/// The thread of a replay: a world of its own that is taken along the journal of a drill as it was when the replay was opened. It runs as fast as
/// possible to where it is to begin, from the nearest snapshot, and then by its clock; nothing of it is kept.
/// </summary>
/// <param name="live">The world whose life it is.</param>
/// <param name="history">The drill's journal.</param>
/// <param name="from">Where it begins.</param>
/// <param name="pace">The pace it begins with; null: paused.</param>
/// <param name="door">Where looks come in; orders are refused before.</param>
/// <param name="note">Keeps what is audited.</param>
/// <param name="limits">How much a turn takes on.</param>
/// <param name="clock">The wall clock.</param>
/// <param name="log">Where failures go.</param>
internal sealed partial class ReplayLife(
    LiveWorld live, IWorldHistory history, Instant from, Pace? pace, WorldDoor door, Action<string, string, string, string> note, LiveWorldLimits limits,
    TimeProvider clock, ILogger log) : IWorldLife
{
    private readonly JournalHead _end = history.Head;
    private readonly Followers _followers = new(live.Id, log);
    private readonly TurnEvents _events = new();
    private readonly TurnSlice _slice = new(limits.TurnMs);
    private readonly WorldTiming _timing = new(clock, pace ?? live.FirstPace, pace is null);
    private JournalCourse<DistrictModel>? _course;
    private volatile bool _stops;
    private WorldStatus? _status;

    public World<DistrictModel> World { get; private set; } = null!;

    public WorldStatus Status => _status ?? _timing.StatusOf(WorldState.Starting, null, null, null);

    public IWorldHistory? History => history;

    public bool MayHaveKept(string key) => false;

    public void Note(string actor, string action, string target, string outcome) => note(actor, action, target, outcome);

    public void Follow(IWorldFollower follower) => _followers.Add(follower);

    public void Open()
    {
    }

    public Snapshot Save() => World.Save();

    public string OrderClock(Action<ITiming, Instant> change)
    {
        change(_timing, World.Now);
        Publish(null);
        return World.Now.Milliseconds.ToString(CultureInfo.InvariantCulture);
    }

    public void Stop()
    {
        _stops = true;
        door.Ring();
    }

    public void Live()
    {
        try
        {
            Begin();
            while (!_stops)
            {
                Turn();
            }

            Publish(WorldState.Stopped, null);
        }
        catch (Exception fault)
        {
            // A drill that does not go as its journal says, or a journal that is away: the replay ends, and says why.
            LogFailure(live.Id, fault);
            Publish(WorldState.Failed, fault.Message);
        }

        door.Refuse(() => WorldRefusedException.Closed(Status));
    }

    public void Dispose()
    {
        _course?.Dispose();
        history.Dispose();
    }

    private void Begin()
    {
        World = Beginning.NewWorld(live.Setting, live.Seed);
        var after = JournalReplay.Restore(World, history, from);
        foreach (var (record, batch) in history.Batches().TakeWhile(entry => entry.Record <= _end.Records))
        {
            // Who gave which input is told of the whole drill beforehand; what came of it only as it comes.
            if (record <= after)
            {
                _followers.Hear(batch);
            }
            else
            {
                _followers.Keep(batch with { Events = [] });
            }

            if (_stops)
            {
                return;
            }
        }

        World.Listen(_events);
        _course = new JournalCourse<DistrictModel>(World, history, after, _end.Records, (_, batch) => Pass(batch));
        _timing.Anchor(World.Now);
        if (from > World.Now)
        {
            _timing.Jump(from);
        }

        Publish(null);
    }

    private void Turn()
    {
        var (started, now, slice) = (clock.GetTimestamp(), World.Now, _slice.Length);
        Array.ForEach(door.TakeChores(), chore => chore.Run());
        _timing.EndsAt = _end.Now;
        _course!.RunTo(_timing.Limit(now, slice));
        Tell();
        _timing.Arrive(World.Now);
        Publish(null);
        var tookMs = clock.GetElapsedTime(started).TotalMilliseconds;
        _slice.Adapt(tookMs, World.Now - now == slice);
        if (!_timing.IsHurried && !_stops)
        {
            door.Wait(limits.TickMs - tookMs);
        }
    }

    private void Pass(Batch batch)
    {
        Tell();
        _followers.Keep(batch);
    }

    private void Tell()
    {
        var events = _events.Events;
        _events.Clear();
        _followers.Hear(events);
    }

    private void Publish(string? problem) => Publish(_timing.IsPaused && _timing.JumpTo is null ? WorldState.Paused : WorldState.Running, problem);

    private void Publish(WorldState state, string? problem)
    {
        var status = _timing.StatusOf(state, problem, World, null);
        _status = status;
        _followers.Reach(status.Clock);
    }

    [LoggerMessage(LogLevel.Error, "Replay {World} ended because something failed")]
    private partial void LogFailure(string world, Exception fault);
}
