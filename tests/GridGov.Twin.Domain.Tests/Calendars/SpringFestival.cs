using System.Globalization;
using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Calendars;

/// <summary>Offices in early 2025: Monday to Friday, 09:00–12:00 and 13:00–18:00, with the Spring Festival as the State Council set it.</summary>
internal static class SpringFestival
{
    public static readonly WorkWindow[] OfficeHours =
    [
        WorkWindow.Between(new TimeOnly(9, 0), new TimeOnly(12, 0)),
        WorkWindow.Between(new TimeOnly(13, 0), new TimeOnly(18, 0)),
    ];

    public static readonly DayOfWeek[] MondayToFriday =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public static readonly DateOnly FirstDay = new(2025, 1, 20);

    public static readonly CalendarRules Rules = new(
        MondayToFriday,
        OfficeHours,
        [.. Enumerable.Range(0, 8).Select(new DateOnly(2025, 1, 28).AddDays)],
        [new DateOnly(2025, 1, 26), new DateOnly(2025, 2, 8)],
        []);

    public static readonly WorkCalendar Calendar = new(FirstDay, Rules);

    /// <summary>The instant of a civil time such as <c>2025-01-27 15:00</c>.</summary>
    public static Instant At(string civilTime) =>
        new((DateTime.ParseExact(civilTime, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) - FirstDay.ToDateTime(TimeOnly.MinValue)).Ticks
            / TimeSpan.TicksPerMillisecond);

    /// <summary>The civil time of an instant, to read a failed test by.</summary>
    public static string Civil(Instant at) =>
        FirstDay.ToDateTime(TimeOnly.MinValue).AddTicks(at.Milliseconds * TimeSpan.TicksPerMillisecond).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
