using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Calendars;

/// <summary>
/// The calendar of one world, which begins at 00:00 of its first day in local civil time (no time zones, every day has 24 hours).
/// Counts working time between two instants and finds the instant at which a budget of it is used up, both without walking day by day.
/// Never changes after construction, so any number of worlds and threads may share it.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>The milliseconds of a day.</summary>
    public const int DayMs = 86_400_000;

    // One row per day up to a week after the last exceptional date. The last seven rows are an ordinary week and stand for all later weeks.
    private readonly WorkWindow[][] _windowsOfDay;
    private readonly long[] _workedBeforeMs;
    private readonly long _weekMs;

    /// <summary>The calendar that follows <paramref name="rules"/> in a world whose day 0 is <paramref name="firstDay"/>.</summary>
    /// <exception cref="ArgumentException">The rules contradict themselves, or an ordinary week holds no working time.</exception>
    public WorkCalendar(DateOnly firstDay, CalendarRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        FirstDay = firstDay;
        var table = new WorkDayTable(firstDay, rules);
        _windowsOfDay = table.WindowsOfDay;
        _workedBeforeMs = table.WorkedBeforeMs;
        _weekMs = _workedBeforeMs[^1] - _workedBeforeMs[^8];
        OrdinaryDay = new Duration(table.OrdinaryDayMs);
    }

    /// <summary>The date of day 0.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>The working length of an ordinary working day: what one <see cref="LimitUnit.WorkingDay"/> is worth.</summary>
    public Duration OrdinaryDay { get; }

    /// <summary>The number of the day an instant falls in; day 0 is the first.</summary>
    public static int DayOf(Instant at)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(at.Milliseconds);
        return checked((int)(at.Milliseconds / DayMs));
    }

    /// <summary>The date an instant falls on.</summary>
    public DateOnly DateOf(Instant at) => FirstDay.AddDays(DayOf(at));

    /// <summary>The weekday an instant falls on.</summary>
    public DayOfWeek DayOfWeek(Instant at) => (DayOfWeek)(((int)FirstDay.DayOfWeek + DayOf(at)) % 7);

    /// <summary>Whether any work is done on that day, 0 or later.</summary>
    public bool IsWorkingDay(int day) => WindowsOf(day).Length > 0;

    /// <summary>The working windows of that day, 0 or later, in order; empty on a day of rest.</summary>
    public ReadOnlySpan<WorkWindow> WindowsOf(int day)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(day);
        return _windowsOfDay[RowOf(day)];
    }

    /// <summary>Whether a unit counts only inside working windows; the others run round the clock.</summary>
    public static bool CountsWorkOnly(LimitUnit unit) => unit is LimitUnit.WorkingMinute or LimitUnit.WorkingHour or LimitUnit.WorkingDay;

    /// <summary>The time between two instants that counts in <paramref name="unit"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> lies before <paramref name="from"/>, or that before 0.</exception>
    public Duration Counted(Instant from, Instant to, LimitUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from.Milliseconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(to.Milliseconds, from.Milliseconds);
        return CountsWorkOnly(unit) ? new Duration(WorkedMs(to) - WorkedMs(from)) : to - from;
    }

    /// <summary>
    /// The earliest instant at which <paramref name="budget"/> (not negative) has been counted since <paramref name="from"/>: a budget that
    /// is used up with the last second of a working window ends there, not at the next morning.
    /// </summary>
    public Instant Due(Instant from, Duration budget, LimitUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from.Milliseconds);
        ArgumentOutOfRangeException.ThrowIfNegative(budget.Milliseconds);
        return budget == Duration.Zero || !CountsWorkOnly(unit) ? from + budget : WhenWorked(from, WorkedMs(from) + budget.Milliseconds);
    }

    /// <summary>The counted time a limit is worth, wherever it begins; a natural day is worth 24 hours.</summary>
    public Duration Length(Limit limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit.Count, 1);
        return limit.Unit switch
        {
            LimitUnit.UrgentMinute or LimitUnit.WorkingMinute => Duration.Minutes(limit.Count),
            LimitUnit.UrgentHour or LimitUnit.WorkingHour => Duration.Hours(limit.Count),
            LimitUnit.UrgentDay or LimitUnit.NaturalDay => Duration.Days(limit.Count),
            LimitUnit.WorkingDay => new Duration(OrdinaryDay.Milliseconds * limit.Count),
            _ => throw new ArgumentOutOfRangeException(nameof(limit), limit.Unit, "not a unit of handling limits"),
        };
    }

    /// <summary>
    /// The counted time a limit gives a clock that starts at <paramref name="start"/>. Only natural days depend on the start: they end at
    /// 24:00 of the n-th calendar day after the starting day, so the rest of the starting day comes on top.
    /// </summary>
    public Duration Budget(Limit limit, Instant start)
    {
        var restOfDayMs = limit.Unit == LimitUnit.NaturalDay ? ((DayOf(start) + 1L) * DayMs) - start.Milliseconds : 0;
        return Length(limit) + new Duration(restOfDayMs);
    }

    /// <summary>The intervals between two instants that count in <paramref name="unit"/>, in order, none of them empty.</summary>
    public IEnumerable<(Instant From, Instant To)> Intervals(Instant from, Instant to, LimitUnit unit)
    {
        if (!CountsWorkOnly(unit))
        {
            if (from < to)
            {
                yield return (from, to);
            }

            yield break;
        }

        for (var day = from.Milliseconds / DayMs; day * DayMs < to.Milliseconds; day++)
        {
            foreach (var window in _windowsOfDay[RowOf(day)])
            {
                var first = Math.Max(from.Milliseconds, (day * DayMs) + window.FromMs);
                var last = Math.Min(to.Milliseconds, (day * DayMs) + window.ToMs);
                if (first < last)
                {
                    yield return (new Instant(first), new Instant(last));
                }
            }
        }
    }

    private long RowOf(long day) => day - (7 * WeeksAfterTable(day));

    private long WeeksAfterTable(long day) => day < _windowsOfDay.Length ? 0 : ((day - _windowsOfDay.Length) / 7) + 1;

    // The working milliseconds between the world's start and that instant.
    private long WorkedMs(Instant at)
    {
        var day = at.Milliseconds / DayMs;
        var msOfDay = at.Milliseconds % DayMs;
        var row = RowOf(day);
        var workedMs = _workedBeforeMs[row] + (WeeksAfterTable(day) * _weekMs);
        foreach (var window in _windowsOfDay[row])
        {
            workedMs += Math.Clamp(msOfDay - window.FromMs, 0, window.LengthMs);
        }

        return workedMs;
    }

    // The earliest instant after another with that many working milliseconds before it: the inverse of WorkedMs.
    private Instant WhenWorked(Instant after, long workedMs)
    {
        var weeks = Math.Max(0, (workedMs - _workedBeforeMs[^1] + _weekMs - 1) / _weekMs);
        var wantedMs = workedMs - (weeks * _weekMs);
        var row = LastRowWithLessBefore(wantedMs, weeks == 0 ? (int)(after.Milliseconds / DayMs) : _windowsOfDay.Length - 7);
        var leftMs = wantedMs - _workedBeforeMs[row];
        foreach (var window in _windowsOfDay[row])
        {
            if (leftMs <= window.LengthMs)
            {
                return new Instant(((row + (weeks * 7)) * DayMs) + window.FromMs + leftMs);
            }

            leftMs -= window.LengthMs;
        }

        throw new InvalidOperationException($"the calendar's table of days ends before {wantedMs} ms of work");
    }

    // Limits are short: doubling steps from the first row, known to have less before it, then halving inside the last step.
    private int LastRowWithLessBefore(long workedMs, int firstRow)
    {
        var (low, step) = (firstRow, 1);
        while (low + step < _workedBeforeMs.Length && _workedBeforeMs[low + step] < workedMs)
        {
            (low, step) = (low + step, step * 2);
        }

        var high = Math.Min(low + step, _workedBeforeMs.Length - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = _workedBeforeMs[middle] < workedMs ? (middle, high) : (low, middle);
        }

        return low;
    }
}
