using System.Globalization;
using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>When the district works: the rules, and where they stand.</summary>
public sealed record CalendarSection(Mark Mark, CalendarRules Rules)
{
    internal static readonly MapShape Shape = new("calendar", ["week", "hours"], ["holidays-of", "holidays", "make-up-days"]);

    // The year's file has the same lists, without week and hours.
    internal static readonly MapShape YearShape = new("calendar-year", ["calendar", "holidays", "make-up-days"], []);

    /// <summary>Every mapping of a year's file; the published schema has the same.</summary>
    public static IReadOnlyList<MapShape> YearShapes => [YearShape];

    /// <summary>Checks a year's file by itself.</summary>
    /// <exception cref="InputRejectedException">Something in the file is wrong.</exception>
    public static void CheckYear(YamlNode root)
    {
        var findings = new List<Finding>();
        var fields = new YamlValue(root, findings).Fields(YearShape);
        AddDates(fields["holidays"], []);
        AddDates(fields["make-up-days"], []);
        if (findings.Count > 0)
        {
            throw new InputRejectedException(findings);
        }
    }

    internal static CalendarSection Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        DayOfWeek[] week = [.. fields["week"].Items().Select(day => day.Word(Words.Weekdays))];
        var hours = ReadHours(fields["hours"]);
        var (holidays, makeUpDays) = fields.Has("holidays-of") ? ReadYear(fields["holidays-of"]) : ([], []);
        AddDates(fields["holidays"], holidays);
        AddDates(fields["make-up-days"], makeUpDays);
        foreach (var both in holidays.Intersect(makeUpDays).Order())
        {
            value.Reject("a date in one list only", FormattableString.Invariant($"{both:yyyy-MM-dd} is both a holiday and a make-up day"));
        }

        return new CalendarSection(value.Mark, new CalendarRules([.. week.Distinct()], hours, [.. holidays], [.. makeUpDays], []));
    }

    private static WorkWindow[] ReadHours(YamlValue list)
    {
        var windows = list.Items().Select(item => (Item: item, Window: ReadWindow(item))).ToArray();
        var inOrder = windows.OrderBy(one => one.Window.FromMs).ToArray();
        foreach (var (before, next) in inOrder.Zip(inOrder.Skip(1)).Where(pair => pair.Second.Window.FromMs < pair.First.Window.ToMs))
        {
            var end = before.Window.ToMs / 60_000;
            next.Item.Reject(
                string.Create(CultureInfo.InvariantCulture, $"a window that begins when the one before has ended, at {end / 60:00}:{end % 60:00} or later"),
                "two working windows overlap");
        }

        return [.. windows.Select(one => one.Window)];
    }

    private static WorkWindow ReadWindow(YamlValue value)
    {
        var window = value.DayWindow();
        if (window.ToMs > WorkCalendar.DayMs)
        {
            value.Reject("a window that ends by 24:00", "working hours cannot pass midnight");
        }

        return new WorkWindow((int)window.FromMs, (int)Math.Min(window.ToMs, WorkCalendar.DayMs));
    }

    private static (SortedSet<DateOnly> Holidays, SortedSet<DateOnly> MakeUpDays) ReadYear(YamlValue name)
    {
        var (holidays, makeUpDays) = (new SortedSet<DateOnly>(), new SortedSet<DateOnly>());
        if (ShippedFile.Follow(name, "calendars") is { } node)
        {
            var fields = name.InOtherFile(node).Fields(YearShape);
            AddDates(fields["holidays"], holidays);
            AddDates(fields["make-up-days"], makeUpDays);
        }

        return (holidays, makeUpDays);
    }

    // One date, or the first and last of several: 2025-10-01..2025-10-08.
    private static void AddDates(YamlValue list, SortedSet<DateOnly> dates)
    {
        foreach (var item in list.Items())
        {
            var (first, last) = item.Dates();
            for (var date = first; date <= last; date = date.AddDays(1))
            {
                dates.Add(date);
            }
        }
    }
}
