using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Tests.Cases;

/// <summary>The closed loop of <see cref="Loop"/>, by the staff's own choices.</summary>
public class CaseGrainTests
{
    [Fact]
    public void What_a_resident_reports_is_verified_by_an_officer_before_it_is_filed()
    {
        var called = CaseOnItsWay.Called(Plain);
        called.At.ShouldBe("verify");
        called.Grains.SendsTo<TaskNeeded>().Single().To.ShouldBe(Grain.TeamOf(0));
        called.WorkDone().At.ShouldBe("filing");
        called.Grains.SendsTo<JobArrives>().Single().To.ShouldBe(Grain.DeskOf(Town.Acceptors));
    }

    [Fact]
    public void What_an_officer_has_seen_needs_no_verifying() => CaseOnItsWay.Seen(Plain).At.ShouldBe("filing");

    [Fact]
    public void Where_the_officer_finds_nothing_the_case_is_rejected_and_the_report_given_up()
    {
        var called = CaseOnItsWay.Called(Plain);
        called.IsThere = false;
        called.WorkDone().At.ShouldBe("gone");
        called.Grains.Says<CaseMoved>().Single().Action.ShouldBe(CaseAction.Refute);
        called.Grains.SendsTo<GivenUp>().Single().To.ShouldBe(CaseOnItsWay.Incident);
        called.Grains.SendsTo<CaseLeaves>().Single().To.ShouldBe(Grain.CellOf(0));
    }

    [Fact]
    public void A_false_alarm_is_refuted_without_anything_to_inspect()
    {
        var called = CaseOnItsWay.Called(Plain, incident: GrainId.None).WorkDone();
        called.At.ShouldBe("gone");
        called.Grains.Says<CaseMoved>().Single().Action.ShouldBe(CaseAction.Refute);
    }

    [Fact]
    public void A_small_thing_is_settled_on_the_spot_by_the_officer_who_found_it()
    {
        var seen = CaseOnItsWay.Seen(Plain.Kind(Rules.Rubbish, kind => kind with { OnTheSpot = 1 }), Rules.Rubbish);
        seen.At.ShouldBe("verify");
        seen.Grains.Sends<TaskNeeded>().Single().Task.Finder.ShouldBe(1);
        seen.WorkDone().At.ShouldBe("closed");
        seen.Grains.SendsTo<PutRight>().Single().To.ShouldBe(CaseOnItsWay.Incident);
        seen.Grains.Says<CaseEnded>().Single().Level.ShouldBe((byte)Level.Grid);
    }

    [Fact]
    public void A_finder_who_cannot_settle_it_files_it_even_where_verifying_is_the_first_state_for_all()
    {
        var loop = new WorkflowPlan(Loop.Workflow with { VerifiedEntry = 0 });
        var seen = CaseOnItsWay.Seen(Plain.Change(plan => plan with { Workflow = loop }), Rules.Rubbish).WorkDone();
        seen.Grains.Says<CaseMoved>().Single().Action.ShouldBe(CaseAction.Confirm);
    }

    [Fact]
    public void The_usual_way_leads_through_every_stage_to_the_close()
    {
        var seen = CaseOnItsWay.Seen(Plain);
        List<string> way = [seen.At];
        while (seen.At != "closed")
        {
            seen.IsThere = seen.At != "check";
            way.Add(seen.WorkDone().At);
        }

        way.ShouldBe(["filing", "dispatch", "handling", "check", "closing", "closed"]);
    }

    [Fact]
    public void Handling_puts_it_right_or_not_by_the_staffs_skill()
    {
        CaseOnItsWay.Seen(Plain).Until("handling").WorkDone().Grains.Sends<PutRight>().Length.ShouldBe(1);
        CaseOnItsWay.Seen(Plain.Conduct(plain => plain with { FixedAtFirst = 0 })).Until("handling").WorkDone().Grains.Sends<PutRight>().ShouldBeEmpty();
    }

    [Fact]
    public void What_the_check_finds_not_fixed_is_reworked_twice_then_goes_up_and_passes_only_when_there_is_no_other_way()
    {
        var seen = CaseOnItsWay.Seen(Plain);
        foreach (var next in (string[])["handling", "handling", "upper", "closing"])
        {
            seen.Until("check").WorkDone().At.ShouldBe(next);
        }
    }

    [Fact]
    public void A_department_sends_it_back_twice_and_then_does_it()
    {
        var seen = CaseOnItsWay.Seen(Doing(CaseAction.Return)).Until("handling");
        seen.WorkDone().At.ShouldBe("returned");
        seen.WorkDone().WorkDone().At.ShouldBe("returned");
        seen.WorkDone().WorkDone().At.ShouldBe("check");
    }

    [Fact]
    public void A_department_passes_it_on_to_another_once()
    {
        var seen = CaseOnItsWay.Seen(Doing(CaseAction.Transfer)).Until("handling");
        seen.Grains.SendsTo<JobArrives>().Single().To.ShouldBe(Grain.DeskOf(Town.FirstDepartment));
        seen.WorkDone().At.ShouldBe("handling");
        seen.Grains.SendsTo<JobArrives>().Single().To.ShouldBe(Grain.DeskOf(Town.SecondDepartment));
        seen.WorkDone().At.ShouldBe("check");
    }

    [Fact]
    public void An_answer_to_what_is_no_longer_asked_is_ignored()
    {
        var seen = CaseOnItsWay.Seen(Plain).Until("dispatch");
        seen.Grains.When(new JobDone(1, Town.Acceptors)).Effects.ShouldBe(0);
        seen.Grains.When(new TaskDone(1, 0)).Effects.ShouldBe(0);
        seen.Grains.When(new Found(1, 0)).Effects.ShouldBe(0);
        seen.At.ShouldBe("dispatch");
    }

    [Fact]
    public void A_full_desk_is_asked_again_after_half_an_hour()
    {
        var seen = CaseOnItsWay.Seen(Plain);
        seen.Grains.When(new JobLost(seen.State.Facts.Ticket, Town.Acceptors)).SendsTo<AsksAgain>().Single().AfterMinutes.ShouldBe(30);
        seen.Grains.When(new AsksAgain()).SendsTo<JobArrives>().Single().To.ShouldBe(Grain.DeskOf(Town.Acceptors));
    }

    [Fact]
    public void Reports_that_join_it_count_and_bring_the_truth_behind_them()
    {
        var (other, third) = (new GrainId(Grain.Incident, 6), new GrainId(Grain.Incident, 7));
        var called = CaseOnItsWay.Called(Plain, incident: GrainId.None);
        called.Grains.When(new ReportJoins(other, 1, 0)).When(new ReportJoins(other, 1, 0));
        called.Grains.When(new ReportJoins(third, 2, 0)).When(new ReportJoins(GrainId.None, 3, 0));
        called.State.Facts.Reports.ShouldBe(5);
        called.State.Facts.Incident.ShouldBe(other);
        called.State.Joined.ShouldBe([third]);
        called.Until("handling").WorkDone().Grains.SendsTo<PutRight>().Select(sent => sent.To).ShouldBe([other, third]);
    }

    [Fact]
    public void A_report_joined_at_the_instant_the_case_ends_is_handed_back()
    {
        var late = new GrainId(Grain.Incident, 6);
        var closed = CaseOnItsWay.Seen(Plain);
        closed.IsThere = false;
        closed.Until("closed").Grains.When(new ReportJoins(late, 1, 0)).SendsTo<GivenUp>().Single().To.ShouldBe(late);
        closed.Grains.When(new RestEnds());
        closed.At.ShouldBe("gone");
        closed.Grains.When(new ReportJoins(late, 1, 0)).SendsTo<GivenUp>().Single().To.ShouldBe(late);
    }

    private static Town Plain => new Town(1, 1).Officer([0]).Officer([0]);

    private static Town Doing(CaseAction action) => Plain.Conduct(plain => plain with { Chances = Rules.Chances((Stage.Handling, action, 1)) });
}
