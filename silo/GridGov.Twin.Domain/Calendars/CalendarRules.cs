namespace GridGov.Twin.Domain.Calendars;

/// <summary>
/// A stretch of one day in which work is done, in milliseconds of the day: from <paramref name="FromMs"/> (inclusive, 0 at the earliest)
/// to <paramref name="ToMs"/> (exclusive, 86,400,000 at the latest). A night shift is two windows: one up to midnight, one from midnight.
/// </summary>
public readonly record struct WorkWindow(int FromMs, int ToMs)
{
    /// <summary>The window between two clock times; an <paramref name="to"/> of 00:00 means the end of the day.</summary>
    public static WorkWindow Between(TimeOnly from, TimeOnly to) =>
        new(MsOfDay(from), to == TimeOnly.MinValue ? WorkCalendar.DayMs : MsOfDay(to));

    /// <summary>The length in milliseconds.</summary>
    public int LengthMs => ToMs - FromMs;

    private static int MsOfDay(TimeOnly time) => (int)(time.Ticks / TimeSpan.TicksPerMillisecond);
}

/// <summary>A date worked in windows of its own (a half day before a feast, a night of flood watch), whatever its weekday.</summary>
public sealed record SpecialDay(DateOnly Date, WorkWindow[] Windows);

/// <summary>
/// When a district works, as people write it: the working days of an ordinary week and the windows of an ordinary working day, the dates
/// that are off (<paramref name="Holidays"/>), the days of rest that are worked in the ordinary windows (<paramref name="MakeUpDays"/>, 调休)
/// and the dates with windows of their own (<paramref name="SpecialDays"/>). A date may stand in one of the three lists only.
/// </summary>
public sealed record CalendarRules(
    DayOfWeek[] WorkingDays, WorkWindow[] Windows, DateOnly[] Holidays, DateOnly[] MakeUpDays, SpecialDay[] SpecialDays);
