namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>
/// The days of a log: <paramref name="Days"/> whole days from <paramref name="First"/>, of which the first <paramref name="FitDays"/> are fitted
/// to and the rest held out. The split is by time, so that the test is on a future the fit has not seen.
/// </summary>
public sealed record LogSpan(DateOnly First, int Days, int FitDays)
{
    /// <summary>Fewer fitted days than this say nothing about weekdays: each would be seen less than twice.</summary>
    public const int FewestForWeekdays = 14;

    /// <summary>The last day.</summary>
    public DateOnly Last => First.AddDays(Days - 1);

    /// <summary>The first held-out day.</summary>
    public DateOnly Cut => First.AddDays(FitDays);

    /// <summary>How many days are held out.</summary>
    public int HeldDays => Days - FitDays;

    /// <summary>Whether the fitted days are enough for weekdays.</summary>
    public bool HasWeekdays => FitDays >= FewestForWeekdays;

    /// <summary>Splits the days from <paramref name="first"/> to <paramref name="last"/>; at least one day on each side.</summary>
    public static LogSpan Split(DateOnly first, DateOnly last, double holdOut)
    {
        var days = last.DayNumber - first.DayNumber + 1;
        var held = Math.Clamp((int)Math.Round(days * holdOut), 1, Math.Max(1, days - 1));
        return new LogSpan(first, days, days - held);
    }

    /// <summary>The weekday of a day by its number from the first, Monday 0.</summary>
    public int WeekdayOf(int day) => ((int)First.AddDays(day).DayOfWeek + 6) % 7;
}
