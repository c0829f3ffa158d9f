using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;

namespace GridGov.Twin.Domain.Tests.Calendars;

/// <summary>A case clock that lives through time edge by edge and adds up what it sees: the reference for <see cref="CaseClock"/>.</summary>
internal sealed class SlowClock(SlowCalendar calendar)
{
    private List<(long From, long To, int Run)> _counted = [];
    private long _nowMs;
    private int _run;

    public bool Started { get; private set; }

    public bool Running { get; private set; }

    public bool Stopped { get; private set; }

    public LimitUnit Unit { get; private set; }

    public long BudgetMs { get; private set; }

    public long CountedMs { get; private set; }

    public IEnumerable<(long From, long To, int Run)> History => _counted;

    public IEnumerable<(long From, long To, int Run)> Intervals => _counted.Where(piece => piece.Run == _run);

    public SlowClock Copy()
    {
        var copy = (SlowClock)MemberwiseClone();
        copy._counted = [.. _counted];
        return copy;
    }

    public void LiveUntil(long ms)
    {
        while (_nowMs < ms)
        {
            var next = Math.Min(ms, calendar.NextEdge(_nowMs));
            if (Running && calendar.Counts(_nowMs, Unit))
            {
                CountedMs += next - _nowMs;
                _counted.Add((_nowMs, next, _run));
            }

            _nowMs = next;
        }
    }

    public void Begin(LimitUnit unit, long budgetMs, bool again)
    {
        (Started, Running, Stopped, Unit, BudgetMs, CountedMs) = (true, true, false, unit, budgetMs, 0);
        _run += again ? 1 : 0;
    }

    public void Pause() => Running = false;

    public void Resume() => Running = true;

    public void Stop() => (Running, Stopped) = (false, true);

    public void Extend(long moreMs) => BudgetMs += moreMs;

    /// <summary>When the budget is or was used up, if the clock just runs on.</summary>
    public long DueMs()
    {
        var leftMs = BudgetMs;
        foreach (var (from, to, _) in Intervals)
        {
            if (leftMs <= to - from)
            {
                return from + leftMs;
            }

            leftMs -= to - from;
        }

        for (var ms = _nowMs; ; ms = calendar.NextEdge(ms))
        {
            if (calendar.Counts(ms, Unit))
            {
                var pieceMs = calendar.NextEdge(ms) - ms;
                if (leftMs <= pieceMs)
                {
                    return ms + leftMs;
                }

                leftMs -= pieceMs;
            }
        }
    }
}
