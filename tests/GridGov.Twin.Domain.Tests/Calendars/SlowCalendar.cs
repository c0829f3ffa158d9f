using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;

namespace GridGov.Twin.Domain.Tests.Calendars;

/// <summary>The rules read date by date, with nothing prepared: the reference the calendar is measured against.</summary>
internal sealed class SlowCalendar(DateOnly firstDay, CalendarRules rules)
{
    public WorkWindow[] WindowsOn(DateOnly date)
    {
        if (rules.Holidays.Contains(date))
        {
            return [];
        }

        if (rules.SpecialDays.FirstOrDefault(day => day.Date == date) is { } special)
        {
            return special.Windows;
        }

        return rules.MakeUpDays.Contains(date) || rules.WorkingDays.Contains(date.DayOfWeek) ? rules.Windows : [];
    }

    /// <summary>Whether the millisecond that begins at <paramref name="ms"/> counts in a unit.</summary>
    public bool Counts(long ms, LimitUnit unit)
    {
        if (unit is LimitUnit.UrgentMinute or LimitUnit.UrgentHour or LimitUnit.UrgentDay or LimitUnit.NaturalDay)
        {
            return true;
        }

        var at = Civil(ms);
        return WindowsOn(DateOnly.FromDateTime(at)).Any(window => window.FromMs <= at.TimeOfDay.TotalMilliseconds && at.TimeOfDay.TotalMilliseconds < window.ToMs);
    }

    /// <summary>The next millisecond after <paramref name="ms"/> at which <see cref="Counts"/> may change.</summary>
    public long NextEdge(long ms)
    {
        var midnightMs = ms / 86_400_000 * 86_400_000;
        var edge = midnightMs + 86_400_000;
        foreach (var window in WindowsOn(DateOnly.FromDateTime(Civil(ms))))
        {
            foreach (var edgeMs in new[] { midnightMs + window.FromMs, midnightMs + window.ToMs })
            {
                edge = edgeMs > ms ? Math.Min(edge, edgeMs) : edge;
            }
        }

        return edge;
    }

    public long BudgetMs(Limit limit, long startMs)
    {
        const long minuteMs = 60_000;
        return limit.Unit switch
        {
            LimitUnit.UrgentMinute or LimitUnit.WorkingMinute => limit.Count * minuteMs,
            LimitUnit.UrgentHour or LimitUnit.WorkingHour => limit.Count * 60 * minuteMs,
            LimitUnit.UrgentDay => limit.Count * 24 * 60 * minuteMs,
            LimitUnit.WorkingDay => limit.Count * rules.Windows.Sum(window => (long)window.ToMs - window.FromMs),
            _ => (Civil(startMs).Date.AddDays(limit.Count + 1) - Civil(startMs)).Ticks / TimeSpan.TicksPerMillisecond,
        };
    }

    private DateTime Civil(long ms) => firstDay.ToDateTime(TimeOnly.MinValue).AddTicks(ms * TimeSpan.TicksPerMillisecond);
}
