using System.Globalization;

namespace GridGov.Twin.Domain.Calendars;

/// <summary>Lays calendar rules out as one row per day, from day 0 to a full ordinary week after the last exceptional date.</summary>
internal sealed class WorkDayTable
{
    private const int FurthestDay = 200 * 366;

    private readonly DateOnly _firstDay;
    private readonly CalendarRules _rules;
    private readonly WorkWindow[] _ordinary;
    private readonly SortedDictionary<int, WorkWindow[]> _exceptions = [];

    public WorkDayTable(DateOnly firstDay, CalendarRules rules)
    {
        (_firstDay, _rules) = (firstDay, rules);
        _ordinary = InOrder(rules.Windows, "the ordinary working day");
        OrdinaryDayMs = _ordinary.Sum(window => (long)window.LengthMs);
        if (OrdinaryDayMs == 0 || rules.WorkingDays.Length == 0)
        {
            throw new ArgumentException("the calendar has no working time: expected at least one working day a week with a working window");
        }

        AddExceptions();
        WindowsOfDay = [.. Enumerable.Range(0, DaysWithRows()).Select(WindowsOn)];
        WorkedBeforeMs = new long[WindowsOfDay.Length + 1];
        for (var day = 0; day < WindowsOfDay.Length; day++)
        {
            WorkedBeforeMs[day + 1] = WorkedBeforeMs[day] + WindowsOfDay[day].Sum(window => (long)window.LengthMs);
        }
    }

    public long OrdinaryDayMs { get; }

    public WorkWindow[][] WindowsOfDay { get; }

    // One longer than the days: the last entry is the work of the whole table.
    public long[] WorkedBeforeMs { get; }

    private void AddExceptions()
    {
        foreach (var date in _rules.Holidays)
        {
            Add(date, [], "a holiday");
        }

        foreach (var date in _rules.MakeUpDays)
        {
            Add(date, _ordinary, "a make-up working day");
        }

        foreach (var special in _rules.SpecialDays)
        {
            if (special.Windows.Length == 0)
            {
                throw new ArgumentException($"{Name(special.Date)}: a special day needs a working window; expected a holiday otherwise");
            }

            Add(special.Date, InOrder(special.Windows, Name(special.Date)), "a special day");
        }
    }

    private void Add(DateOnly date, WorkWindow[] windows, string asWhat)
    {
        var day = date.DayNumber - _firstDay.DayNumber;
        if (day > FurthestDay)
        {
            throw new ArgumentException($"{Name(date)} as {asWhat}: expected a date within 200 years after the first day {Name(_firstDay)}");
        }

        if (!_exceptions.TryAdd(day, windows))
        {
            throw new ArgumentException($"{Name(date)} as {asWhat}: the date is listed already; expected it once, in one of the lists");
        }
    }

    private int DaysWithRows() => 7 + (_exceptions.Count == 0 ? 0 : Math.Max(0, _exceptions.Keys.Last() + 1));

    private WorkWindow[] WindowsOn(int day)
    {
        if (_exceptions.TryGetValue(day, out var windows))
        {
            return windows;
        }

        var weekday = (DayOfWeek)(((int)_firstDay.DayOfWeek + day) % 7);
        return _rules.WorkingDays.Contains(weekday) ? _ordinary : [];
    }

    private static WorkWindow[] InOrder(WorkWindow[] windows, string where)
    {
        WorkWindow[] inOrder = [.. windows.OrderBy(window => window.FromMs)];
        var freeFromMs = 0;
        foreach (var window in inOrder)
        {
            if (window.FromMs < freeFromMs || window.ToMs <= window.FromMs || window.ToMs > WorkCalendar.DayMs)
            {
                throw new ArgumentException(
                    $"{where}: working window {window.FromMs}–{window.ToMs} ms of the day; expected from < to, inside 0–86400000, no overlap");
            }

            freeFromMs = window.ToMs;
        }

        return inOrder;
    }

    private static string Name(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
