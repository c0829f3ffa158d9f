using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Domain.Tests.Calendars;

/// <summary>Draws calendars nobody would write by hand: odd weeks, ragged windows, feasts, make-up days and days with windows of their own.</summary>
internal static class RandomCalendar
{
    public static (DateOnly FirstDay, CalendarRules Rules) Draw(ref ChanceStream chance)
    {
        var firstDay = new DateOnly(2024, 1, 1).AddDays(chance.Below(800));
        HashSet<DateOnly> taken = [];
        DayOfWeek[] week = chance.Happens(0.6) ? SpringFestival.MondayToFriday : [.. DrawDays(ref chance)];
        var holidays = DrawDates(ref chance, firstDay, chance.Below(15), taken);
        var makeUpDays = DrawDates(ref chance, firstDay, chance.Below(5), taken);
        List<SpecialDay> specials = [];
        foreach (var date in DrawDates(ref chance, firstDay, chance.Below(4), taken))
        {
            specials.Add(new SpecialDay(date, DrawWindows(ref chance)));
        }

        var windows = chance.Happens(0.5) ? SpringFestival.OfficeHours : DrawWindows(ref chance);
        return (firstDay, new CalendarRules(week, windows, holidays, makeUpDays, [.. specials]));
    }

    private static List<DayOfWeek> DrawDays(ref ChanceStream chance)
    {
        List<DayOfWeek> days = [(DayOfWeek)chance.Below(7)];
        for (var day = DayOfWeek.Sunday; day <= DayOfWeek.Saturday; day++)
        {
            if (chance.Happens(0.5) && !days.Contains(day))
            {
                days.Add(day);
            }
        }

        return days;
    }

    private static DateOnly[] DrawDates(ref ChanceStream chance, DateOnly firstDay, int count, HashSet<DateOnly> taken)
    {
        List<DateOnly> dates = [];
        for (var i = 0; i < count; i++)
        {
            // Some lie before the world, most in its first weeks, some years later.
            var date = firstDay.AddDays(chance.Happens(0.9) ? chance.Below(70) - 5 : chance.Below(3000));
            if (taken.Add(date))
            {
                dates.Add(date);
            }
        }

        return [.. dates];
    }

    private static WorkWindow[] DrawWindows(ref ChanceStream chance)
    {
        List<WorkWindow> windows = [];
        var freeFromMs = chance.Happens(0.2) ? 0 : chance.Below(40_000_000);
        for (var i = 0; i <= chance.Below(4) && freeFromMs < 86_000_000; i++)
        {
            var toMs = chance.Happens(0.1) ? 86_400_000 : freeFromMs + 1 + chance.Below(86_400_000 - freeFromMs);
            windows.Add(new WorkWindow(freeFromMs, toMs));
            freeFromMs = toMs + (chance.Happens(0.2) ? 0 : chance.Below(7_200_000));
        }

        return [.. windows];
    }
}
