using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;
using static GridGov.Twin.Domain.Tests.Calendars.SpringFestival;

namespace GridGov.Twin.Domain.Tests.Calendars;

public class WorkCalendarTests
{
    [Theory]
    [InlineData("2025-01-22 10:00", 1, LimitUnit.WorkingHour, "2025-01-22 11:00")]
    [InlineData("2025-01-22 11:30", 1, LimitUnit.WorkingHour, "2025-01-22 13:30")]
    [InlineData("2025-01-22 11:50", 15, LimitUnit.WorkingMinute, "2025-01-22 13:05")]
    [InlineData("2025-01-22 14:00", 4, LimitUnit.WorkingHour, "2025-01-22 18:00")]
    [InlineData("2025-01-22 20:00", 1, LimitUnit.WorkingDay, "2025-01-23 18:00")]
    [InlineData("2025-01-22 15:00", 1, LimitUnit.WorkingDay, "2025-01-23 15:00")]
    public void A_limit_in_working_time_stands_still_over_lunch_and_at_night(string from, int count, LimitUnit unit, string due) =>
        DueOf(from, count, unit).ShouldBe(due);

    [Theory]
    [InlineData("2025-01-27 15:00", 1, "2025-02-05 15:00")]
    [InlineData("2025-01-27 18:00", 1, "2025-02-05 18:00")]
    [InlineData("2025-01-30 12:00", 5, "2025-02-10 18:00")]
    public void Working_days_skip_the_Spring_Festival_of_2025_and_count_the_make_up_Saturday_after_it(string from, int count, string due) =>
        DueOf(from, count, LimitUnit.WorkingDay).ShouldBe(due);

    [Fact]
    public void A_case_of_four_working_hours_filed_on_the_Saturday_before_the_festival_is_due_on_the_make_up_Sunday() =>
        DueOf("2025-01-25 10:00", 4, LimitUnit.WorkingHour).ShouldBe("2025-01-26 14:00");

    [Fact]
    public void A_case_filed_late_on_Friday_runs_on_during_the_make_up_Saturday() =>
        DueOf("2025-02-07 17:00", 2, LimitUnit.WorkingHour).ShouldBe("2025-02-08 10:00");

    [Theory]
    [InlineData("2025-01-28 23:00", 2, LimitUnit.UrgentHour, "2025-01-29 01:00")]
    [InlineData("2025-01-28 23:50", 15, LimitUnit.UrgentMinute, "2025-01-29 00:05")]
    [InlineData("2025-01-28 23:00", 2, LimitUnit.UrgentDay, "2025-01-30 23:00")]
    public void An_urgent_limit_runs_through_the_New_Years_night(string from, int count, LimitUnit unit, string due) =>
        DueOf(from, count, unit).ShouldBe(due);

    [Theory]
    [InlineData("2025-01-27 15:00", 1, "2025-01-29 00:00")]
    [InlineData("2025-01-27 00:00", 1, "2025-01-29 00:00")]
    [InlineData("2025-01-27 23:59", 3, "2025-01-31 00:00")]
    public void A_limit_in_natural_days_ends_at_the_end_of_the_last_calendar_day(string from, int count, string due) =>
        DueOf(from, count, LimitUnit.NaturalDay).ShouldBe(due);

    [Fact]
    public void Between_the_eve_and_the_end_of_the_festival_only_the_hours_outside_it_are_counted() =>
        Calendar.Counted(At("2025-01-27 17:00"), At("2025-02-05 10:00"), LimitUnit.WorkingHour).ShouldBe(Duration.Hours(2));

    [Fact]
    public void Dates_days_and_weekdays_follow_the_first_day()
    {
        var eve = At("2025-01-28 12:00");
        WorkCalendar.DayOf(eve).ShouldBe(8);
        Calendar.DateOf(eve).ShouldBe(new DateOnly(2025, 1, 28));
        Calendar.DayOfWeek(eve).ShouldBe(DayOfWeek.Tuesday);
        Calendar.IsWorkingDay(8).ShouldBeFalse();
        Calendar.IsWorkingDay(6).ShouldBeTrue("Sunday 26 January is a make-up working day");
        Calendar.IsWorkingDay(13).ShouldBeFalse("Sunday 2 February lies in the festival");
        Calendar.IsWorkingDay(27).ShouldBeFalse("Sunday 16 February is an ordinary Sunday");
    }

    [Fact]
    public void A_special_day_is_worked_in_its_own_windows()
    {
        var eve = new SpecialDay(new DateOnly(2025, 1, 28), [WorkWindow.Between(new TimeOnly(9, 0), new TimeOnly(12, 0))]);
        var calendar = new WorkCalendar(FirstDay, Rules with { Holidays = Rules.Holidays[1..], SpecialDays = [eve] });
        Civil(calendar.Due(At("2025-01-27 17:00"), Duration.Hours(5), LimitUnit.WorkingHour)).ShouldBe("2025-02-05 10:00");
    }

    [Fact]
    public void A_night_shift_counts_across_midnight_and_a_full_day_is_one_window()
    {
        WorkWindow[] night = [WorkWindow.Between(new TimeOnly(22, 0), TimeOnly.MinValue), WorkWindow.Between(TimeOnly.MinValue, new TimeOnly(6, 0))];
        var calendar = new WorkCalendar(FirstDay, Rules with { Windows = night });
        calendar.OrdinaryDay.ShouldBe(Duration.Hours(8));
        calendar.Counted(At("2025-01-21 23:00"), At("2025-01-22 05:00"), LimitUnit.WorkingHour).ShouldBe(Duration.Hours(6));
    }

    [Fact]
    public void Counted_is_the_inverse_of_Due_for_fifteen_years_in_every_unit()
    {
        for (var seed = 1UL; seed <= 3000; seed++)
        {
            var chance = ChanceStream.For(seed, 1UL, 1);
            var (firstDay, rules) = RandomCalendar.Draw(ref chance);
            var calendar = new WorkCalendar(firstDay, rules);
            var unit = (LimitUnit)chance.Below(7);
            var from = new Instant((chance.Below(15 * 365) * 86_400_000L) + chance.Below(86_400_000));
            var budget = new Duration(1 + chance.Below(2_000_000_000));
            var due = calendar.Due(from, budget, unit);
            calendar.Counted(from, due, unit).ShouldBe(budget, $"seed {seed}");
            calendar.Counted(from, new Instant(due.Milliseconds - 1), unit).Milliseconds.ShouldBe(budget.Milliseconds - 1, $"not the earliest instant, seed {seed}");
        }
    }

    [Fact]
    public void Ten_years_of_days_add_up_to_what_a_walk_over_them_counts()
    {
        var chance = ChanceStream.For(11, 1UL, 1);
        for (var round = 0; round < 20; round++)
        {
            var (firstDay, rules) = RandomCalendar.Draw(ref chance);
            var (calendar, slow, walkedMs) = (new WorkCalendar(firstDay, rules), new SlowCalendar(firstDay, rules), 0L);
            for (var day = 0; day < 3653; day++)
            {
                calendar.Counted(Instant.Start, new Instant(day * 86_400_000L), LimitUnit.WorkingHour).Milliseconds.ShouldBe(walkedMs, $"round {round}, day {day}");
                walkedMs += slow.WindowsOn(firstDay.AddDays(day)).Sum(window => (long)window.ToMs - window.FromMs);
            }
        }
    }

    public static TheoryData<string, CalendarRules> Contradictions => new()
    {
        { "no working time", Rules with { WorkingDays = [] } },
        { "no working time", Rules with { Windows = [] } },
        { "2025-01-26 as a make-up working day", Rules with { Holidays = [new DateOnly(2025, 1, 26)] } },
        { "2025-01-28 as a special day", Rules with { SpecialDays = [new SpecialDay(new DateOnly(2025, 1, 28), OfficeHours)] } },
        { "2025-01-27: a special day needs a working window", Rules with { SpecialDays = [new SpecialDay(new DateOnly(2025, 1, 27), [])] } },
        { "2500-01-01 as a holiday", Rules with { Holidays = [new DateOnly(2500, 1, 1)] } },
        { "working window 5–9 ms", Rules with { Windows = [new WorkWindow(0, 6), new WorkWindow(5, 9)] } },
        { "working window 9–9 ms", Rules with { Windows = [new WorkWindow(9, 9)] } },
        { "working window 0–86400001 ms", Rules with { Windows = [new WorkWindow(0, 86_400_001)] } },
    };

    [Theory]
    [MemberData(nameof(Contradictions), DisableDiscoveryEnumeration = true)]
    public void A_calendar_that_contradicts_itself_is_refused_with_the_date_or_window(string naming, CalendarRules rules) =>
        Should.Throw<ArgumentException>(() => new WorkCalendar(FirstDay, rules)).Message.ShouldContain(naming);

    [Fact]
    public void A_limit_of_nothing_and_a_count_that_runs_backwards_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.Length(new Limit(0, LimitUnit.WorkingDay)));
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.Counted(new Instant(2), new Instant(1), LimitUnit.UrgentHour));
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.Due(new Instant(-1), Duration.Hours(1), LimitUnit.WorkingHour));
    }

    private static string DueOf(string from, int count, LimitUnit unit) =>
        Civil(Calendar.Due(At(from), Calendar.Budget(new Limit(count, unit), At(from)), unit));
}
