using System.Diagnostics;
using System.Runtime.InteropServices;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>
/// Replays a log in a district: each row becomes an incident at its own time and place that is reported at once, and the workflow does the rest.
/// After the last row the world runs on until every case has ended, but no longer than <see cref="LongestEnd"/>.
/// </summary>
public sealed class ReplayRun
{
    /// <summary>How long the world runs on after the last row's day at most.</summary>
    public static readonly Duration LongestEnd = Duration.Days(90);

    private const long DayMs = 86_400_000;
    private readonly LoggedWorld _logged;
    private readonly World<DistrictModel> _world;
    private readonly Ledger _ledger;
    private readonly RowOutcomes _outcomes;
    private readonly int[] _inTime;
    private readonly Instant _lastDay;
    private readonly Stopwatch _wall = new();
    private int _posted;

    /// <summary>A replay that has not begun.</summary>
    public ReplayRun(LoggedWorld logged)
    {
        ArgumentNullException.ThrowIfNull(logged);
        _logged = logged;
        _world = Beginning.NewWorld(new Setting(logged.Plan), logged.Seed);
        _ledger = new Ledger(logged.Plan);
        _outcomes = new RowOutcomes(logged.Rows);
        _world.Listen(_ledger);
        _world.Listen(_outcomes);
        _inTime = InTime(logged.Rows);
        _lastDay = new Instant(_inTime.Length == 0 ? DayMs : ((logged.Rows[_inTime[^1]].OpenedMs / DayMs) + 1) * DayMs);
    }

    /// <summary>How far the replay has come; the end is that of the last row's day.</summary>
    public RunProgress Progress => new(_world.Now, _world.Now > _lastDay ? _world.Now : _lastDay, _world.Handled, _world.EventCount);

    /// <summary>Cases that had not ended when the world stopped.</summary>
    public long Undecided => _outcomes.Open;

    /// <summary>Adds somebody who hears every event; before the replay begins.</summary>
    public void Listen(IEventListener listener) => _world.Listen(listener);

    /// <summary>Replays everything; false when <paramref name="stop"/> was asked for before.</summary>
    public bool Run(Action<RunProgress>? watch, CancellationToken stop)
    {
        var drive = new Drive(_world, _lastDay, new Pacing(Pace.Max), watch, stop);
        _wall.Start();
        while (_world.Now < _lastDay || (_outcomes.Open > 0 && _world.Now < _lastDay + LongestEnd))
        {
            // Whole days, whatever the machine: where rows enter between messages is part of the history.
            var evening = _world.Now + Duration.Days(1);
            PostUntil(evening);
            if (!drive.RunTo(evening))
            {
                return false;
            }
        }

        _wall.Stop();
        return true;
    }

    /// <summary>What became of the rows; after <see cref="Run"/> said true.</summary>
    public ReplayCounts Counts() => ReplayCounts.Of(_logged.Rows);

    /// <summary>What came out, as of any other run.</summary>
    public RunResult Result()
    {
        _ledger.CloseBooks(_world.Now, _world.Model.Cases);
        var length = _world.Now - Instant.Start;
        var report = RunReport.Of(_ledger, _logged.Plan, _world.Now);
        var hash = RunHash.Of(_world.EventHash, _world.StateHash(), length, _logged.Seed);
        var terms = new RunTerms(_logged.Seed, length, Duration.Zero, Pace.Max);
        return new RunResult(_logged.Plan.Name, terms, _logged.Plan.Calendar.FirstDay, report, _world.Handled, _world.EventCount, hash) { Wall = _wall.Elapsed };
    }

    private void PostUntil(Instant end)
    {
        var rows = CollectionsMarshal.AsSpan(_logged.Rows);
        for (; _posted < _inTime.Length && rows[_inTime[_posted]].Opened < end; _posted++)
        {
            var number = _inTime[_posted];
            ref readonly var row = ref rows[number];
            var incident = new LoggedIncident(RowOutcomes.KeyOf(number), new Spot(row.EastM, row.NorthM), row.What, (int)row.Channel);
            _world.Post(Grain.SceneOf(row.Cell), incident, row.Opened);
        }
    }

    // Rows opened in the same millisecond keep the order of the file.
    private static int[] InTime(List<LoggedRow> rows)
    {
        int[] entering = [.. Enumerable.Range(0, rows.Count).Where(number => rows[number].Enters)];
        return [.. entering.OrderBy(number => rows[number].OpenedMs).ThenBy(number => number)];
    }
}
