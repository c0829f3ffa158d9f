using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using static GridGov.Twin.Domain.Tests.Calendars.SpringFestival;

namespace GridGov.Twin.Domain.Tests.Calendars;

public class CaseClockTests
{
    [Fact]
    public void A_case_suspended_over_the_festival_goes_on_where_it_stood()
    {
        var clock = FourHoursFrom("2025-01-27 15:00");
        clock.Pause(At("2025-01-27 16:00")).ShouldBe(ClockAnswer.Done);
        clock.Due(Calendar).ShouldBe(Instant.Never);
        clock.Resume(At("2025-02-06 09:00")).ShouldBe(ClockAnswer.Done);
        Civil(clock.Due(Calendar)).ShouldBe("2025-02-06 12:00");
        clock.Counted(At("2025-02-06 10:00"), Calendar).ShouldBe(Duration.Hours(2));
    }

    [Fact]
    public void The_intervals_are_the_working_windows_in_which_the_clock_ran()
    {
        var clock = FourHoursFrom("2025-01-22 11:00");
        clock.Pause(At("2025-01-22 14:00"));
        clock.Resume(At("2025-01-22 17:30"));
        Spoken(clock.Intervals(Calendar, At("2025-01-23 09:15"))).ShouldBe(
        [
            "0: 2025-01-22 11:00 – 2025-01-22 12:00",
            "0: 2025-01-22 13:00 – 2025-01-22 14:00",
            "0: 2025-01-22 17:30 – 2025-01-22 18:00",
            "0: 2025-01-23 09:00 – 2025-01-23 09:15",
        ]);
    }

    [Fact]
    public void A_restart_counts_from_zero_and_keeps_the_earlier_run_in_the_history()
    {
        var clock = FourHoursFrom("2025-01-22 09:00");
        clock.Restart(At("2025-01-22 11:00"), LimitUnit.UrgentHour, Duration.Hours(2)).ShouldBe(ClockAnswer.Done);
        clock.Counted(At("2025-01-22 12:30"), Calendar).ShouldBe(Duration.Minutes(90));
        Spoken(clock.Intervals(Calendar, At("2025-01-22 12:30"))).ShouldBe(["1: 2025-01-22 11:00 – 2025-01-22 12:30"]);
        Spoken(clock.History(Calendar, At("2025-01-22 12:30"))).ShouldBe(
            ["0: 2025-01-22 09:00 – 2025-01-22 11:00", "1: 2025-01-22 11:00 – 2025-01-22 12:30"]);
    }

    [Fact]
    public void An_extension_moves_the_due_time_by_counted_time_even_after_it_has_passed()
    {
        var clock = FourHoursFrom("2025-01-22 09:00");
        Civil(clock.Due(Calendar)).ShouldBe("2025-01-22 14:00");
        clock.IsOverdue(At("2025-01-22 15:00"), Calendar).ShouldBeTrue();
        clock.Extend(At("2025-01-22 15:00"), Duration.Hours(6)).ShouldBe(ClockAnswer.Done);
        clock.IsOverdue(At("2025-01-22 15:00"), Calendar).ShouldBeFalse();
        Civil(clock.Due(Calendar)).ShouldBe("2025-01-23 11:00");
    }

    [Fact]
    public void A_case_is_on_time_at_the_very_instant_it_is_due_and_late_a_millisecond_after()
    {
        var clock = FourHoursFrom("2025-01-22 09:00");
        clock.IsOverdue(At("2025-01-22 14:00"), Calendar).ShouldBeFalse();
        clock.IsOverdue(At("2025-01-22 14:00") + new Duration(1), Calendar).ShouldBeTrue();
        clock.Remaining(At("2025-01-22 15:00"), Calendar).ShouldBe(Duration.Hours(-1));
    }

    [Fact]
    public void Nobody_becomes_late_at_night_on_a_clock_that_counts_working_hours()
    {
        var clock = FourHoursFrom("2025-01-22 14:00");
        Civil(clock.Due(Calendar)).ShouldBe("2025-01-22 18:00");
        clock.IsOverdue(At("2025-01-23 03:00"), Calendar).ShouldBeFalse();
        clock.IsOverdue(At("2025-01-23 09:01"), Calendar).ShouldBeTrue();
    }

    [Fact]
    public void A_share_of_the_budget_is_used_up_earlier_than_the_whole()
    {
        var clock = FourHoursFrom("2025-01-22 11:00");
        Civil(clock.Due(Calendar, 0.5)).ShouldBe("2025-01-22 14:00");
        Civil(clock.Due(Calendar, 1.5)).ShouldBe("2025-01-22 18:00");
    }

    [Fact]
    public void A_stopped_clock_keeps_what_it_counted_and_is_set_going_only_by_a_restart()
    {
        var clock = FourHoursFrom("2025-01-22 09:00");
        clock.Stop(At("2025-01-22 10:00")).ShouldBe(ClockAnswer.Done);
        clock.Counted(At("2025-01-24 10:00"), Calendar).ShouldBe(Duration.Hours(1));
        clock.Due(Calendar).ShouldBe(Instant.Never);
        clock.Resume(At("2025-01-22 11:00")).ShouldBe(ClockAnswer.AlreadyStopped);
        clock.Extend(At("2025-01-22 11:00"), Duration.Hours(1)).ShouldBe(ClockAnswer.AlreadyStopped);
        clock.Restart(At("2025-01-23 09:00"), LimitUnit.WorkingHour, Duration.Hours(4)).ShouldBe(ClockAnswer.Done);
        clock.Mode.ShouldBe(ClockMode.Running);
        clock.Restarts.ShouldBe(1);
    }

    [Fact]
    public void An_order_before_the_last_one_is_refused_and_changes_nothing()
    {
        var clock = FourHoursFrom("2025-01-22 09:00");
        clock.Extend(At("2025-01-22 11:00"), Duration.Hours(1));
        var before = BytesOf(clock);
        var earlier = At("2025-01-22 10:00");
        clock.Pause(earlier).ShouldBe(ClockAnswer.BeforeLastOrder);
        clock.Stop(earlier).ShouldBe(ClockAnswer.BeforeLastOrder);
        clock.Extend(earlier, Duration.Hours(1)).ShouldBe(ClockAnswer.BeforeLastOrder);
        clock.Restart(earlier, LimitUnit.UrgentDay, Duration.Hours(1)).ShouldBe(ClockAnswer.BeforeLastOrder);
        BytesOf(clock).ShouldBe(before);
    }

    [Fact]
    public void A_budget_of_nothing_is_no_budget()
    {
        var clock = new CaseClock();
        Should.Throw<ArgumentOutOfRangeException>(() => clock.Start(Instant.Start, LimitUnit.WorkingDay, Duration.Zero));
        clock.Mode.ShouldBe(ClockMode.Idle);
    }

    [Fact]
    public void A_torn_snapshot_is_refused()
    {
        var clock = FourHoursFrom("2025-01-22 09:00");
        clock.Stop(At("2025-01-22 10:00"));
        var bytes = BytesOf(clock);
        Should.Throw<FormatException>(() => new CaseClock().Read(new SnapshotReader(bytes.AsMemory(0, bytes.Length - 1))));
        bytes[0] = 9;
        Should.Throw<FormatException>(() => new CaseClock().Read(new SnapshotReader(bytes))).Message.ShouldContain("mode 9");
    }

    private static CaseClock FourHoursFrom(string start)
    {
        var clock = new CaseClock();
        clock.Start(At(start), LimitUnit.WorkingHour, Duration.Hours(4)).ShouldBe(ClockAnswer.Done);
        return clock;
    }

    private static byte[] BytesOf(CaseClock clock)
    {
        var writer = new SnapshotWriter();
        clock.Write(writer);
        return writer.Written.ToArray();
    }

    private static List<string> Spoken(IEnumerable<CountedInterval> intervals) =>
        [.. intervals.Select(interval => $"{interval.Run}: {Civil(interval.From)} – {Civil(interval.To)}")];
}
