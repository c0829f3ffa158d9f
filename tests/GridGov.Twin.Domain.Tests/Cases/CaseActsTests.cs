using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Tests.Cases;

/// <summary>What people at the controls may ask of one case, and what it answers; the host's reference is always 7.</summary>
public class CaseActsTests
{
    private static readonly GrainId Target = new(Grain.Case, 9);

    [Fact]
    public void What_is_done_is_answered_once_with_the_reference_and_where_the_case_is_now()
    {
        var seen = CaseOnItsWay.Seen(Plain).Act("acceptor", CaseAction.File);
        seen.Grains.Says<ActDone>().ShouldBe([new ActDone(7, 1, (ushort)Loop.State("dispatch"), CaseAction.File, 0)]);
        seen.Grains.Says<ActRefused>().ShouldBeEmpty();
    }

    [Fact]
    public void Only_who_the_workflow_names_may_urge()
    {
        var seen = CaseOnItsWay.Seen(Plain);
        Refusal(seen.Act("dispatcher", CaseAction.Urge)).ShouldBe(MoveRefusal.NotForThisRole);
        seen.State.Facts.Urged.ShouldBe((short)0);
        seen.IsThere = false;
        Refusal(seen.Until("closed").Act("leader", CaseAction.Urge)).ShouldBe(MoveRefusal.NoSuchMove);
    }

    [Fact]
    public void Urging_moves_nothing_resets_no_clock_and_tells_whoever_has_the_case()
    {
        var seen = CaseOnItsWay.Seen(Plain).Until("handling");
        var (ticket, moves, budget) = (seen.State.Facts.Ticket, seen.State.Facts.Moves, seen.State.StageClock.Budget);
        seen.Grains.Minutes = 60;
        seen.Act("leader", CaseAction.Urge).Grains.Says<CaseUrged>().Single().Reference.ShouldBe(7);
        seen.Grains.Says<CaseMoved>().ShouldBeEmpty();
        seen.Grains.Says<ActDone>().Single().Moves.ShouldBe(moves);
        seen.Grains.SendsTo<JobHurries>().Single().ShouldBe((Grain.DeskOf(Town.FirstDepartment), new JobHurries(CaseOnItsWay.Self, ticket, 0), 0));
        (seen.State.Facts.Ticket, seen.State.StageClock.Budget).ShouldBe((ticket, budget));
        seen.State.StageClock.Counted(seen.Grains.Now, Rules.Calendar).TotalMinutes.ShouldBe(60);
        seen.WorkDone().At.ShouldBe("check");
        seen.Act("leader", CaseAction.Urge).Grains.SendsTo<TaskHurries>().Single().To.ShouldBe(Grain.TeamOf(0));
    }

    [Fact]
    public void Staff_are_never_taken_to_urge_even_where_it_is_written_first()
    {
        var urgeFirst = Loop.Workflow with
        {
            States = [.. Loop.Workflow.States.Select(state => state with { Moves = [.. state.Moves.OrderBy(move => move.Action == CaseAction.Urge ? 0 : 1)] })],
        };
        var seen = CaseOnItsWay.Seen(Plain.Change(plan => plan with { Workflow = new WorkflowPlan(urgeFirst) })).Until("handling");
        seen.Grains.Minutes = (6 * 60) + 0.001;
        seen.Grains.When(new StageOverdue());
        seen.At.ShouldBe("upper");
        seen.WorkDone().At.ShouldBe("check", "the leader works here, and may urge here");
    }

    [Fact]
    public void More_time_leaves_those_at_work_at_it()
    {
        var seen = CaseOnItsWay.Seen(Plain).Until("handling");
        var ticket = seen.State.Facts.Ticket;
        seen.Act("department", CaseAction.Extend).Grains.Sends<WorkStops>().ShouldBeEmpty();
        seen.Grains.Says<CaseMoved>().Single().Action.ShouldBe(CaseAction.Extend);
        seen.State.StageClock.Budget.TotalHours.ShouldBe(9);
        seen.Grains.SendsTo<StageOverdue>().Single().AfterMinutes.ShouldBe(9 * 60);
        seen.State.Facts.Ticket.ShouldBe(ticket);
        Refusal(seen.Act("department", CaseAction.Extend)).ShouldBe(MoveRefusal.UsedUp);
        seen.WorkDone().At.ShouldBe("check");
    }

    [Fact]
    public void A_transfer_goes_to_the_department_named_which_must_be_another_one()
    {
        var seen = CaseOnItsWay.Seen(Plain).Until("handling");
        Refusal(seen.Act("department", CaseAction.Transfer)).ShouldBe(MoveRefusal.SameDepartment);
        Refusal(seen.Act("department", CaseAction.Transfer, department: 0)).ShouldBe(MoveRefusal.SameDepartment);
        Refusal(seen.Act("department", CaseAction.Transfer, department: 2)).ShouldBe(MoveRefusal.NoSuchDepartment);
        seen.Act("department", CaseAction.Transfer, department: 1).Grains.SendsTo<JobArrives>().Single().To.ShouldBe(Grain.DeskOf(Town.SecondDepartment));
    }

    [Fact]
    public void Sent_back_to_the_department_its_kind_belongs_to_it_goes_nowhere_else()
    {
        var seen = CaseOnItsWay.Seen(Plain).Until("dispatch").Act("dispatcher", CaseAction.Dispatch, department: 1);
        seen.State.Facts.Department.ShouldBe(1);
        seen.Act("department", CaseAction.Transfer, department: 0).State.Facts.Department.ShouldBe(0);
    }

    [Fact]
    public void A_dispatch_goes_to_the_department_named_or_to_the_kinds_own()
    {
        CaseOnItsWay.Seen(Plain).Until("dispatch").Act("dispatcher", CaseAction.Dispatch).State.Facts.Department.ShouldBe(0);
        Refusal(CaseOnItsWay.Seen(Plain).Until("dispatch").Act("dispatcher", CaseAction.Dispatch, department: 2)).ShouldBe(MoveRefusal.NoSuchDepartment);
    }

    [Fact]
    public void A_merge_asks_the_other_case_and_hands_over_every_report()
    {
        var other = new GrainId(Grain.Incident, 6);
        var seen = CaseOnItsWay.Seen(Plain);
        seen.Grains.When(new ReportJoins(other, 1, 0)).When(new ReportJoins(GrainId.None, 2, 0));
        var asked = seen.Act("acceptor", CaseAction.Merge, into: Target).Grains.SendsTo<MergeAsked>().Single();
        asked.To.ShouldBe(Target);
        seen.At.ShouldBe("filing");
        seen.Grains.When(Answer(asked.Message, isOpen: true));
        seen.At.ShouldBe("gone");
        seen.Grains.Says<CaseMergedInto>().Single().Into.ShouldBe(Target);
        seen.Grains.Says<ActDone>().Single().Action.ShouldBe(CaseAction.Merge);
        seen.Grains.SendsTo<ReportJoins>().Select(sent => (sent.To, sent.Message.Incident))
            .ShouldBe([(Target, CaseOnItsWay.Incident), (Target, other), (Target, GrainId.None)]);
        seen.Grains.Sends<GivenUp>().ShouldBeEmpty();
    }

    [Fact]
    public void A_merge_into_nothing_itself_a_desk_an_ended_case_or_one_that_is_not_there_is_refused()
    {
        var seen = CaseOnItsWay.Seen(Plain);
        Refusal(seen.Act("acceptor", CaseAction.Merge)).ShouldBe(MoveRefusal.NoTarget);
        Refusal(seen.Act("acceptor", CaseAction.Merge, into: CaseOnItsWay.Self)).ShouldBe(MoveRefusal.TargetIsSelf);
        Refusal(seen.Act("acceptor", CaseAction.Merge, into: Grain.DeskOf(0))).ShouldBe(MoveRefusal.NoSuchTarget);
        Refusal(seen.Act("dispatcher", CaseAction.Merge, into: Target)).ShouldBe(MoveRefusal.NotForThisRole);
        var asked = seen.Act("acceptor", CaseAction.Merge, into: Target).Grains.Sends<MergeAsked>().Single();
        seen.Grains.When(Answer(asked, isOpen: false)).Says<ActRefused>().Single().Why.ShouldBe(MoveRefusal.TargetEnded);
        seen.At.ShouldBe("filing");
        seen.WorkDone().Grains.When(Answer(asked, isOpen: true)).Says<ActRefused>().Single().Why.ShouldBe(MoveRefusal.MovedOn);
    }

    [Fact]
    public void A_case_says_whether_others_can_be_merged_into_it()
    {
        var asked = new MergeAsked(Target, 7, 3, 1);
        var seen = CaseOnItsWay.Seen(Plain);
        seen.Grains.When(asked).SendsTo<MergeAnswered>().Single().ShouldBe((Target, new MergeAnswered(CaseOnItsWay.Self, 7, 3, 1, 1, MoveRefusal.TargetEnded), 0));
        seen.IsThere = false;
        seen.Until("closed").Grains.When(asked).Sends<MergeAnswered>().Single().IsOpen.ShouldBe((byte)0);
        seen.Grains.When(new RestEnds()).When(asked).Sends<MergeAnswered>().Single().Why.ShouldBe(MoveRefusal.NoSuchTarget);
    }

    [Fact]
    public void A_case_that_is_not_there_is_answered_for()
    {
        var nothing = new OneGrain(Plain, CaseOnItsWay.Self, begins: false);
        nothing.When(new Act(7, -1, 1, CaseAction.File, 0, Act.SameDepartment, GrainId.None)).Says<ActRefused>()
            .ShouldBe([new ActRefused(7, 1, CaseAction.File, MoveRefusal.NoSuchCase, ActRefused.NoState)]);
        nothing.When(new SendOfficer(7, -1, 0)).Says<SendRefused>().ShouldBe([new SendRefused(7, 0, SendRefusal.NoSuchCase)]);
        nothing.When(new OfficerGranted(7, 1, 0)).Says<SendRefused>().Single().Why.ShouldBe(SendRefusal.MovedOn);
        nothing.When(new MergeAnswered(Target, 7, 0, 1, 1, MoveRefusal.TargetEnded)).Says<ActRefused>().Single().Why.ShouldBe(MoveRefusal.MovedOn);
    }

    [Fact]
    public void The_work_is_taken_from_whoever_has_it_and_given_to_the_officer_sent()
    {
        var called = CaseOnItsWay.Called(Plain);
        var ticket = called.State.Facts.Ticket;
        called.Grains.When(new SendOfficer(7, 0, 1)).SendsTo<OfficerAsked>().Single()
            .ShouldBe((Grain.TeamOf(0), new OfficerAsked(CaseOnItsWay.Self, 7, ticket, 1), 0));
        called.Grains.When(new OfficerGranted(7, ticket, 1)).Sends<WorkStops>().Single().Ticket.ShouldBe(ticket);
        var task = called.Grains.Sends<TaskNeeded>().Single().Task;
        (task.Finder, task.Priority, task.Ticket).ShouldBe((1, OfficerTask.ByOrder, called.State.Facts.Ticket));
        called.Grains.Says<OfficerSent>().ShouldBe([new OfficerSent(7, CaseOnItsWay.Self, 1)]);
        called.Grains.When(new OfficerGranted(7, ticket, 1)).Says<SendRefused>().Single().Why.ShouldBe(SendRefusal.MovedOn);
        called.WorkDone().At.ShouldBe("filing");
        called.Grains.When(new SendOfficer(7, -1, 1)).Says<SendRefused>().Single().Why.ShouldBe(SendRefusal.NoOfficersWork);
    }

    [Fact]
    public void Nobody_is_sent_who_is_not_there_and_to_no_case_that_moved_on()
    {
        var called = CaseOnItsWay.Called(Plain);
        called.Grains.When(new SendOfficer(7, 1, 1)).Says<SendRefused>().Single().Why.ShouldBe(SendRefusal.MovedOn);
        called.Grains.When(new SendOfficer(7, 0, 2)).Says<SendRefused>().Single().Why.ShouldBe(SendRefusal.NoSuchOfficer);
        called.Grains.When(new SendOfficer(7, 0, -1)).Says<SendRefused>().Single().Why.ShouldBe(SendRefusal.NoSuchOfficer);
    }

    private static MergeAnswered Answer(MergeAsked asked, bool isOpen) =>
        new(Target, asked.Reference, asked.Moves, (short)asked.Role, (byte)(isOpen ? 1 : 0), MoveRefusal.TargetEnded);

    private static MoveRefusal Refusal(CaseOnItsWay asked)
    {
        var refused = asked.Grains.Says<ActRefused>().Single();
        refused.Reference.ShouldBe(7);
        asked.Grains.Says<ActDone>().ShouldBeEmpty();
        return refused.Why;
    }

    private static Town Plain => new Town(1, 1).Officer([0]).Officer([0]);
}
