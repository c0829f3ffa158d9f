using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Cases;

/// <summary>The clocks of a burst main (six urgent hours), and what people at the controls may do. All at 00:00 of day 0 unless moved on.</summary>
public class CaseClocksTests
{
    [Fact]
    public void The_whole_case_clock_starts_with_the_filing_and_stops_with_the_close()
    {
        var seen = CaseOnItsWay.Seen(Plain);
        seen.Grains.Says<CaseDueSet>().ShouldBeEmpty();
        seen.Grains.Minutes = 30;
        seen.Until("dispatch").Grains.Says<CaseDueSet>().Single().Due.ShouldBe(AtHour(6.5));
        seen.IsThere = false;
        seen.Until("closed").State.WholeClock.Mode.ShouldBe(ClockMode.Stopped);
        seen.Grains.Says<CaseEnded>().Single().Overdue.ShouldBe((byte)0);
    }

    [Fact]
    public void An_extension_gives_both_clocks_half_the_limit_more()
    {
        var seen = CaseOnItsWay.Seen(Doing(CaseAction.Extend)).Until("handling").WorkDone();
        seen.At.ShouldBe("handling");
        seen.State.StageClock.Budget.ShouldBe(Duration.Hours(9));
        seen.State.WholeClock.Budget.ShouldBe(Duration.Hours(9));
        seen.Grains.Says<CaseDueSet>().Single().Due.ShouldBe(AtHour(9));
        seen.Grains.SendsTo<StageOverdue>().Single().AfterMinutes.ShouldBe(9 * 60);
        seen.WorkDone().At.ShouldBe("check", "once only");
    }

    [Fact]
    public void A_suspension_stops_both_clocks_until_its_reason_is_gone()
    {
        var seen = CaseOnItsWay.Seen(Doing(CaseAction.Suspend)).Until("handling");
        seen.Grains.Minutes = 60;
        seen.WorkDone().At.ShouldBe("suspended");
        seen.Grains.Says<CaseDueSet>().Single().Due.ShouldBe(Instant.Never);
        (seen.State.StageClock.Mode, seen.State.WholeClock.Mode).ShouldBe((ClockMode.Paused, ClockMode.Paused));
        seen.Grains.SendsTo<SuspensionEnds>().Single().AfterMinutes.ShouldBe(24 * 60);

        seen.Grains.Minutes = 25 * 60;
        seen.Grains.When(new SuspensionEnds());
        seen.At.ShouldBe("handling");
        seen.Grains.Says<CaseDueSet>().Single().Due.ShouldBe(AtHour(30), "five of the six hours are left");
        seen.State.StageClock.Counted(seen.Grains.Now, Rules.Calendar).ShouldBe(Duration.Hours(1));
        seen.Grains.SendsTo<StageOverdue>().Single().AfterMinutes.ShouldBe(5 * 60);
    }

    [Fact]
    public void What_a_department_leaves_too_long_the_system_takes_up()
    {
        var seen = CaseOnItsWay.Seen(Plain).Until("handling");
        seen.Grains.SendsTo<StageOverdue>().Single().AfterMinutes.ShouldBe(6 * 60);
        seen.Grains.Minutes = (6 * 60) + 0.001;
        seen.Grains.When(new StageOverdue());
        seen.At.ShouldBe("upper");
        var moved = seen.Grains.Says<CaseMoved>().Single();
        (moved.Action, moved.Role, moved.Overdue).ShouldBe((CaseAction.Escalate, (short)-1, (byte)1));
        seen.Grains.SendsTo<JobWithdrawn>().Single().To.ShouldBe(Grain.DeskOf(Town.FirstDepartment));
        seen.Grains.SendsTo<JobArrives>().Single().To.ShouldBe(Grain.DeskOf(Town.Leaders));
    }

    [Fact]
    public void A_filing_that_takes_too_long_is_urged_and_goes_before_all_others_from_then_on()
    {
        var seen = CaseOnItsWay.Seen(Plain);
        seen.Grains.SendsTo<StageOverdue>().Single().AfterMinutes.ShouldBe(15);
        seen.Grains.Minutes = 15;
        seen.Grains.When(new StageOverdue()).Says<CaseUrged>().Single().Reference.ShouldBe(-1);
        seen.At.ShouldBe("filing");
        seen.WorkDone().Grains.Sends<JobArrives>().Single().Priority.ShouldBe((short)0);
    }

    [Fact]
    public void A_case_that_ends_after_its_limit_is_overdue()
    {
        var seen = CaseOnItsWay.Seen(Plain).Until("check");
        seen.IsThere = false;
        seen.Grains.Minutes = (6 * 60) + 1;
        seen.Until("closed").Grains.Says<CaseEnded>().Single().Overdue.ShouldBe((byte)1);
    }

    [Fact]
    public void A_closed_case_can_be_opened_again_within_a_week_and_its_cell_is_told()
    {
        var seen = CaseOnItsWay.Seen(Plain);
        seen.IsThere = false;
        seen.Until("closed").Grains.SendsTo<RestEnds>().Single().AfterMinutes.ShouldBe(7 * 24 * 60);
        seen.Grains.Minutes = 600;
        seen.Act("leader", CaseAction.Reopen).At.ShouldBe("dispatch");
        seen.Grains.SendsTo<CaseReopens>().Single().To.ShouldBe(Grain.CellOf(0));
        seen.Grains.Says<CaseDueSet>().Single().Due.ShouldBe(AtHour(16), "its clock begins anew");
        seen.Until("closed").Act("leader", CaseAction.Reopen).Grains.Says<ActRefused>().Single().Why.ShouldBe(MoveRefusal.UsedUp);
    }

    [Fact]
    public void A_person_may_do_only_what_the_workflow_lets_his_role_do()
    {
        var seen = CaseOnItsWay.Seen(Plain);
        seen.Act("dispatcher", CaseAction.File).Grains.Says<ActRefused>().Single().Why.ShouldBe(MoveRefusal.NotForThisRole);
        seen.Act("acceptor", CaseAction.Close).Grains.Says<ActRefused>().Single().Why.ShouldBe(MoveRefusal.NoSuchMove);
        seen.At.ShouldBe("filing");
        seen.Act("acceptor", CaseAction.File).At.ShouldBe("dispatch");
        seen.Grains.SendsTo<WorkStops>().Single().To.ShouldBe(Grain.DeskOf(Town.Acceptors));
    }

    [Theory]
    [InlineData(99, CaseAction.File)]
    [InlineData(-2, CaseAction.File)]
    [InlineData(1, (CaseAction)200)]
    public void A_role_or_action_that_is_not_in_the_plan_is_refused_and_stops_no_world(int role, CaseAction action)
    {
        var seen = CaseOnItsWay.Seen(Plain);
        seen.Grains.When(new Act(7, -1, role, action, 0, Act.SameDepartment, GrainId.None)).Says<ActRefused>().Single().Why.ShouldBe(MoveRefusal.NoSuchMove);
        seen.At.ShouldBe("filing");
    }

    [Fact]
    public void A_person_who_saw_the_case_before_it_moved_on_is_refused()
    {
        var seen = CaseOnItsWay.Seen(Plain).Until("dispatch");
        seen.Act("dispatcher", CaseAction.Dispatch, moves: 0).Grains.Says<ActRefused>().Single().Why.ShouldBe(MoveRefusal.MovedOn);
        seen.Act("dispatcher", CaseAction.Dispatch, moves: 1).At.ShouldBe("handling");
    }

    private static Town Plain => new Town(1, 1).Officer([0]).Officer([0]);

    private static Town Doing(CaseAction action) => Plain.Conduct(plain => plain with { Chances = Rules.Chances((Stage.Handling, action, 1)) });

    private static Instant AtHour(double hour) => new((long)(hour * Rules.HourMs));
}
