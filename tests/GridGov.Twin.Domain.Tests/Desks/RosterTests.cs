using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Desks;

/// <summary>Day 0 is Monday 2 June 2025.</summary>
public class RosterTests
{
    [Fact]
    public void A_night_shift_is_at_work_when_the_world_begins()
    {
        People(Rules.Hours(18, 32), hour: 0).ShouldBe(1);
        People(Rules.Hours(18, 32), hour: 8).ShouldBe(0);
    }

    [Fact]
    public void The_evening_before_the_world_counts_as_its_weekday_in_the_first_week()
    {
        // The evening before a Monday is a Sunday's: a day of rest.
        People(Rules.Hours(18, 32, DutyDays.Working), hour: 0).ShouldBe(0);
        People(Rules.Hours(18, 32, DutyDays.Rest), hour: 0).ShouldBe(1);
        Next(Rules.Hours(18, 32, DutyDays.Rest), hour: 0).ShouldBe(8);
    }

    [Fact]
    public void Shifts_of_working_days_pause_over_the_weekend()
    {
        var office = Rules.Hours(9, 17, DutyDays.Working, people: 3);
        People(office, (4 * 24) + 10).ShouldBe(3);
        People(office, (5 * 24) + 10).ShouldBe(0);
        Next(office, (4 * 24) + 10).ShouldBe((4 * 24) + 17);
        Next(office, (4 * 24) + 17).ShouldBe((7 * 24) + 9);
    }

    [Fact]
    public void Shifts_that_overlap_add_up_but_one_that_passes_midnight_counts_once()
    {
        Shift[] shifts = [.. Rules.Hours(8, 20, people: 2), .. Rules.Hours(16, 30, people: 3)];
        People(shifts, 24 + 17).ShouldBe(5);
        People(shifts, 24 + 3).ShouldBe(3);
        People(Rules.Hours(0, 48), 24 + 3).ShouldBe(1);
    }

    [Fact]
    public void Shifts_that_end_for_good_are_as_they_were_until_then_and_empty_afterwards()
    {
        Shift[] shifts = [.. Rules.Hours(9, 17, DutyDays.Working, people: 3), .. Rules.Hours(18, 32)];
        var ended = Roster.Until(At((4 * 24) + 12), shifts, Rules.Calendar);
        for (var hour = 0; hour < 8 * 24; hour++)
        {
            People(ended, hour).ShouldBe(hour < (4 * 24) + 12 ? People(shifts, hour) : 0, $"hour {hour}");
        }
    }

    [Fact]
    public void Where_nobody_ever_works_nothing_changes() => Roster.NextChange([], Rules.Calendar, Instant.Start).ShouldBe(Instant.Never);

    private static int People(Shift[] shifts, double hour) => Roster.PeopleAt(shifts, Rules.Calendar, At(hour));

    private static double Next(Shift[] shifts, double hour) => Roster.NextChange(shifts, Rules.Calendar, At(hour)).Milliseconds / Rules.HourMs;

    private static Instant At(double hour) => new((long)(hour * Rules.HourMs));
}
