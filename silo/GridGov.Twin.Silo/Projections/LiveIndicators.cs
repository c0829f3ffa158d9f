using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Silo.Projections;

/// <summary>
/// The indicators since the world's start and of its present day, and the day's course: a value every ten minutes of the last 24 hours.
/// The open cases' part comes from the board, for a course is written from events alone.
/// </summary>
internal sealed class LiveIndicators(WorldPlan plan, CaseBoard board)
{
    private const int MostPoints = 144;
    private static readonly Duration Every = Duration.Minutes(10);
    private static readonly Duration Day = Duration.Days(1);
    private static readonly Living<CaseState> NoCases = new();
    private readonly Ledger _whole = new(plan);
    private readonly Ledger _today = new(plan);
    private readonly Queue<Dictionary<string, double?>> _course = new();
    private Instant _nextPoint = Instant.Start + Every;
    private Instant _midnight = Instant.Start + Day;

    public IReadOnlyList<DeskTally> Desks => _whole.Desks;

    public void Hear(in Event e)
    {
        PassTo(e.At);
        _whole.On(e);
        _today.On(e);
    }

    /// <summary>Time has come to <paramref name="now"/>: writes the points and begins the days that lie before it.</summary>
    public void PassTo(Instant now)
    {
        while (_nextPoint <= now)
        {
            var isMidnight = _nextPoint == _midnight;
            Note(_nextPoint);
            if (isMidnight)
            {
                _today.Restart(_midnight);
                _midnight += Day;
            }

            _nextPoint += Every;
        }
    }

    public IndicatorsView View(Instant now, Living<CaseState> cases)
    {
        _whole.CloseBooks(now, cases);
        _today.CloseBooks(now, cases);
        var courses = _course.ToArray();
        return new IndicatorsView(
            now.Milliseconds, _today.Since.Milliseconds,
            [.. Table(_today, now).Select(indicator => View(indicator, [.. courses.Select(point => point.GetValueOrDefault(indicator.Id))]))],
            [.. Table(_whole, now).Select(indicator => View(indicator, []))]);
    }

    private void Note(Instant at)
    {
        _today.CloseBooks(at, NoCases);
        if (_course.Count == MostPoints)
        {
            _course.Dequeue();
        }

        var point = Table(_today, at).ToDictionary(indicator => indicator.Id, indicator => indicator.Value);
        point["backlog"] = board.Open.Count();
        _course.Enqueue(point);
    }

    private IEnumerable<Indicator> Table(Ledger ledger, Instant now) =>
    [
        .. IndicatorTable.Of(ledger.All),
        Indicator.Count("overdue", "超期在办数", "overdue now", board.Open.Count(entry => entry.Due < now)),
        .. plan.Officers.Length > 0 ? IndicatorTable.Of(ledger.Officers, plan.Officers.Length, (now - ledger.Since).TotalHours / 24) : [],
    ];

    private static IndicatorView View(Indicator indicator, double?[] course) => new(
        indicator.Id, new Name(indicator.Zh, indicator.En), indicator.Unit.ToString().ToLowerInvariant(), indicator.Value, indicator.Part, indicator.Of, course);
}
