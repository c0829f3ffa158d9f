using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Desks;

/// <summary>Who is on duty when: shifts laid over the calendar.</summary>
public static class Roster
{
    /// <summary>Shift changes go before everything else due at their instant.</summary>
    public const byte ChangePriority = 64;

    private const long DayMs = 86_400_000;
    private const int FarthestDay = 60;

    /// <summary>How many people the shifts put on duty at a moment.</summary>
    public static int PeopleAt(Shift[] shifts, WorkCalendar calendar, Instant now)
    {
        var day = WorkCalendar.DayOf(now);
        var people = 0;
        foreach (var shift in shifts)
        {
            people += Runs(shift, calendar, day, now) || Runs(shift, calendar, day - 1, now) ? shift.People : 0;
        }

        return people;
    }

    /// <summary>The next moment after <paramref name="now"/> at which a shift begins or ends; <see cref="Instant.Never"/> when none will within 60 days.</summary>
    public static Instant NextChange(Shift[] shifts, WorkCalendar calendar, Instant now)
    {
        var today = WorkCalendar.DayOf(now);
        var next = long.MaxValue;
        for (var day = today - 1; day <= today + FarthestDay && next >= (long)day * DayMs; day++)
        {
            foreach (var shift in shifts)
            {
                if (IsWorked(shift, calendar, day))
                {
                    next = Sooner(next, (day * DayMs) + shift.FromMs, now);
                    next = Sooner(next, (day * DayMs) + shift.ToMs, now);
                }
            }
        }

        return new Instant(next);
    }

    /// <summary>The same shifts, but that from <paramref name="end"/> on nobody is on duty: one by one, day by day up to then.</summary>
    public static Shift[] Until(Instant end, Shift[] shifts, WorkCalendar calendar)
    {
        var worked = new List<Shift>();
        for (var day = -1; (long)day * DayMs < end.Milliseconds; day++)
        {
            var untilMs = end.Milliseconds - (day * DayMs);
            worked.AddRange(shifts.Where(shift => IsWorked(shift, calendar, day) && shift.FromMs < untilMs)
                .Select(shift => new OnceShift(shift.Name, day, shift.FromMs, Math.Min(shift.ToMs, untilMs), shift.People)));
        }

        return [.. worked];
    }

    private static long Sooner(long best, long candidate, Instant now) => candidate > now.Milliseconds && candidate < best ? candidate : best;

    private static bool Runs(Shift shift, WorkCalendar calendar, int day, Instant now) =>
        IsWorked(shift, calendar, day) && now.Milliseconds >= (day * DayMs) + shift.FromMs && now.Milliseconds < (day * DayMs) + shift.ToMs;

    // The evening before the world begins is on no calendar: it counts as the same weekday of the first week, so that a night shift is at work at 00:00.
    private static bool IsWorked(Shift shift, WorkCalendar calendar, int day) => shift is OnceShift once ? once.Day == day : shift.Days switch
    {
        DutyDays.Every => true,
        DutyDays.Working => calendar.IsWorkingDay(day < 0 ? day + 7 : day),
        _ => !calendar.IsWorkingDay(day < 0 ? day + 7 : day),
    };
}
