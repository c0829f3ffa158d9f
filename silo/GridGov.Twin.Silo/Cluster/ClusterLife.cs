using System.Globalization;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>
/// A world whose grains live on a cluster, as this process shows it: what the cluster did is mirrored turn by turn, what comes to the door is
/// taken in by the journal and handed to the grains, and answered when the answer has been mirrored. Nothing happens here that is not durable.
/// </summary>
internal sealed partial class ClusterLife(LiveWorld live, ClusterSeat seat, WorldDoor door, LiveWorldLimits limits, TimeProvider clock, ILogger log) : IWorldLife
{
    private const int RememberedKeys = 100_000;
    private const double LookAtClockMs = 200;
    private const double StartSliceMs = 500;
    private const int LongestWait = 30;

    private readonly Followers _followers = new(live.Id, log);
    private readonly Mirror _mirror = new(live.Setting, live.Seed);
    private readonly ClusterAnswers _answers = new(live.Setting);
    private readonly KnownKeys _keys = new(RememberedKeys);
    private readonly TimePassed _passed = new(clock);
    private readonly CancellationTokenSource _stopping = new();
    private ITurnJournal _journal = null!;
    private WorldTime? _time;
    private long _timeAt;
    private Instant _nextDue;
    private bool _isThrough;
    private string? _trouble;
    private TimeSpan _wait = limits.RetryAfter;
    private volatile WorldStatus? _status;

    public WorldStatus Status => _status ?? StatusOf(WorldState.Starting, null);

    public World<DistrictModel> World => _mirror.World;

    public IWorldHistory? History => _journal;

    // Other silos keep commands, too.
    public bool MayHaveKept(string key) => true;

    public void Note(string actor, string action, string target, string outcome) => _journal.Note(actor, action, target, outcome);

    public void Follow(IWorldFollower follower) => _followers.Add(follower);

    public void Open()
    {
        var genesis = new Genesis(live.Id, live.Settings.Kind, live.Settings.Scenario, PlanHash.Of(live.Plan), live.Seed, clock.GetUtcNow());
        var (first, time) = (Beginning.Messages(live.Plan), ClusterTiming.First(live.FirstPace, live.Settings.BeginsAt, clock.GetUtcNow()));
        _journal = seat.Store.Open(genesis, first, time);
        seat.Host.Serve(new ClusterWorld(live.Setting, seat.Store.Open(genesis, first, time)));
    }

    public void Live()
    {
        try
        {
            while (!_stopping.IsCancellationRequested)
            {
                Turn();
            }

            Publish(WorldState.Stopped, null);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            Publish(WorldState.Stopped, null);
        }
        catch (Exception fault)
        {
            // Whatever it was, it stops this world and not the process with the others in it.
            LogFailure(live.Id, fault);
            Publish(WorldState.Failed, fault.Message);
        }

        _orders.ForEach(order => order.Refuse(WorldRefusedException.Closed(Status)));
        _answers.Refuse(() => WorldRefusedException.Closed(Status));
        door.Refuse(() => WorldRefusedException.Closed(Status));
    }

    public void Stop()
    {
        _stopping.Cancel();
        door.Ring();
    }

    public string OrderClock(Action<ITiming, Instant> change)
    {
        while (true)
        {
            var (time, wall) = (_journal.Time(), clock.GetUtcNow());
            var now = time.IsConducted || time.NowAt(wall) < World.Now ? World.Now : time.NowAt(wall);
            var timing = new ClusterTiming(time, wall);
            change(timing, now);
            if (_journal.SetTime(time, timing.Time))
            {
                _time = timing.Time;
                Publish();
                return now.Milliseconds.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    public void Dispose()
    {
        _journal?.Dispose();
        _stopping.Dispose();
    }

    private void Turn()
    {
        try
        {
            Array.ForEach(door.TakeChores(), chore => chore.Run());
            Enter();
            var isEnd = Catch();
            var answers = KeepAnswers(isEnd);
            GoOn();
            _isThrough |= isEnd;
            Publish();
            Answer(answers);
            if (isEnd)
            {
                Rest();
            }
        }
        catch (JournalException fault) when (fault.Problem == JournalProblem.Unavailable)
        {
            HoldStill(fault.Message);
        }
    }

    // Whoever waits for an answer hears it as soon as it is there; else the door is what matters.
    private void Rest()
    {
        if (_answers.AreAwaited || _time!.IsConducted)
        {
            _journal.WaitForNews(_mirror.Record, TimeSpan.FromMilliseconds(limits.TickMs), _stopping.Token);
        }
        else
        {
            door.Wait(limits.TickMs);
        }
    }

    private void HoldStill(string problem)
    {
        if (_trouble is null)
        {
            LogTrouble(live.Id, problem);
        }

        _trouble = problem;
        Publish();
        for (var since = clock.GetTimestamp(); ElapsedMs(since) < _wait.TotalMilliseconds && !_stopping.IsCancellationRequested;)
        {
            door.Refuse(() => WorldRefusedException.Closed(Status));
            door.Wait(_wait.TotalMilliseconds - ElapsedMs(since));
        }

        _wait = TimeSpan.FromTicks(Math.Min(_wait.Ticks * 2, limits.RetryAfter.Ticks * LongestWait));
    }

    private void GoOn()
    {
        if (_trouble is not null)
        {
            (_trouble, _wait) = (null, limits.RetryAfter);
            LogGoesOn(live.Id);
        }
    }

    private void Publish() => Publish(
        !_isThrough ? WorldState.Starting : _time is { IsPaused: true, JumpTo: null } ? WorldState.Paused : WorldState.Running, _trouble);

    private void Publish(WorldState state, string? problem)
    {
        var status = StatusOf(state, problem);
        _status = status;
        if (_isThrough)
        {
            _followers.Reach(status.Clock);
        }
    }

    private WorldStatus StatusOf(WorldState state, string? problem)
    {
        var isOpen = state is WorldState.Running or WorldState.Paused && problem is null;
        var speed = isOpen && _time is { } time ? ClusterTiming.SpeedOf(time) : 0;
        var reached = new WorldClock(World.Now, speed, clock.GetUtcNow().ToUnixTimeMilliseconds(), _isThrough ? _passed.Factor(World.Now) : 0);
        return new WorldStatus(
            state, problem, reached, _time?.Pace ?? live.FirstPace.ToString(), _time?.IsPaused ?? false, _time?.JumpTo, _mirror.Events, _mirror.Hash);
    }

    private double ElapsedMs(long since) => clock.GetElapsedTime(since).TotalMilliseconds;

    [LoggerMessage(LogLevel.Error, "World {World} stopped because something failed")]
    private partial void LogFailure(string world, Exception fault);

    [LoggerMessage(LogLevel.Warning, "World {World} holds still: the cluster's journal cannot be reached: {Problem}")]
    private partial void LogTrouble(string world, string problem);

    [LoggerMessage(LogLevel.Information, "World {World} goes on: the cluster's journal can be reached again")]
    private partial void LogGoesOn(string world);

    [LoggerMessage(LogLevel.Warning, "World {World} could not hand {Count} messages to their grains, which get them later: {Problem}")]
    private partial void LogHanding(string world, int count, string problem);
}
