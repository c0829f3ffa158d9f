using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Workflows;
using Go = GridGov.Twin.Domain.Tests.Workflows.WorkflowSketch.Go;

namespace GridGov.Twin.Domain.Tests.Workflows;

public class WorkflowInterpreterTests
{
    private static readonly WorkflowPlan Plan = new(Samples.OneLevel);
    private readonly byte[] _used = new byte[Plan.BoundedMoves];

    [Fact]
    public void The_acceptor_files_a_case_and_it_goes_to_dispatch()
    {
        var allowed = Ask("filing", CaseAction.File, "acceptor").ShouldBeOfType<AllowedMove>();
        allowed.Move.To.ShouldBe(Plan.Workflow.StateOf("dispatch"));
        allowed.CountIndex.ShouldBe(-1);
    }

    [Fact]
    public void An_action_nobody_can_do_here_is_refused_with_what_is_possible()
    {
        var refused = Ask("filing", CaseAction.Close, "acceptor").ShouldBeOfType<RefusedMove>();
        refused.Why.ShouldBe(MoveRefusal.NoSuchMove);
        refused.En.ShouldBe("nobody can close a case that is filing; possible then: file, reject");
        refused.Zh.ShouldBe("“filing态”时不能结案；可以：立案、不予立案");
    }

    [Fact]
    public void Nothing_is_possible_where_a_case_rests_for_good() =>
        Ask("rejected", CaseAction.Reopen, "leader").ShouldBeOfType<RefusedMove>().En.ShouldBe("nobody can reopen a case that is rejected; possible then: nothing");

    [Fact]
    public void The_wrong_role_is_refused_with_the_right_one()
    {
        var refused = Ask("handling", CaseAction.Finish, "officer").ShouldBeOfType<RefusedMove>();
        refused.Why.ShouldBe(MoveRefusal.NotForThisRole);
        refused.En.ShouldBe("only the department may finish a case that is handling, not the officer");
        refused.Zh.ShouldBe("“handling态”时处置完成由department员执行，不是officer员");
    }

    [Fact]
    public void The_system_is_refused_what_people_do_and_people_what_the_system_does()
    {
        Ask("filing", CaseAction.File, null).ShouldBeOfType<RefusedMove>().En.ShouldBe("only the acceptor may file a case that is filing, not the system");
        var levels = new WorkflowPlan(Samples.ThreeLevels);
        var town = levels.Workflow.StateOf("town");
        WorkflowInterpreter.Ask(levels, town, Weight.Big, new byte[levels.BoundedMoves], CaseAction.Escalate, levels.Workflow.RoleOf("town"))
            .ShouldBeOfType<RefusedMove>().En.ShouldBe("only the system may escalate a case that is town, not the town");
        WorkflowInterpreter.Ask(levels, town, Weight.Big, new byte[levels.BoundedMoves], CaseAction.Escalate, WorkflowInterpreter.SystemRole)
            .ShouldBeOfType<AllowedMove>();
    }

    [Fact]
    public void Only_small_things_are_settled_on_the_spot()
    {
        Ask("reported", CaseAction.Settle, "officer", Weight.Small).ShouldBeOfType<AllowedMove>();
        var refused = Ask("reported", CaseAction.Settle, "officer", Weight.Serious).ShouldBeOfType<RefusedMove>();
        refused.Why.ShouldBe(MoveRefusal.NotForThisWeight);
        refused.En.ShouldBe("nobody can settle a serious case that is reported; only: small");
        refused.Zh.ShouldBe("“reported态”时重大案件不能自行处置；仅限小事");
    }

    [Fact]
    public void A_case_is_returned_twice_and_not_a_third_time()
    {
        for (var time = 0; time < 2; time++)
        {
            Ask("handling", CaseAction.Return, "department").ShouldBeOfType<AllowedMove>().Use(_used);
        }

        var refused = Ask("handling", CaseAction.Return, "department").ShouldBeOfType<RefusedMove>();
        refused.Why.ShouldBe(MoveRefusal.UsedUp);
        refused.En.ShouldBe("'return' was already used 2 times while the case was handling, as often as a case allows");
        refused.Zh.ShouldBe("“handling态”时回退已用2次，达到上限");
        OpenTo("department", "handling").ShouldBe([CaseAction.Finish]);
    }

    [Fact]
    public void Every_bounded_move_has_a_count_of_its_own()
    {
        Plan.BoundedMoves.ShouldBe(5);
        Ask("handling", CaseAction.Extend, "leader").ShouldBeOfType<AllowedMove>().Use(_used);
        _used.ShouldBe([0, 1, 0, 0, 0]);
        Ask("check", CaseAction.Rework, "officer").ShouldBeOfType<AllowedMove>().Use(_used);
        _used.ShouldBe([0, 1, 0, 1, 0]);
    }

    [Fact]
    public void When_the_first_way_is_used_up_the_same_action_takes_the_second()
    {
        var plan = new WorkflowPlan(new WorkflowSketch().Role("desk", Performer.Desk)
            .State("first", Stage.Handling, "desk", CaseClockRule.Keep,
                new Go(CaseAction.Return, "desk", "first", AtMost: 1), new Go(CaseAction.Return, "desk", "end"))
            .State("end", Stage.Ended, null, CaseClockRule.Keep).Draw());
        var used = new byte[plan.BoundedMoves];
        var first = WorkflowInterpreter.Ask(plan, 0, Weight.Big, used, CaseAction.Return, 0).ShouldBeOfType<AllowedMove>();
        first.Move.To.ShouldBe(0);
        first.Use(used);
        WorkflowInterpreter.Ask(plan, 0, Weight.Big, used, CaseAction.Return, 0).ShouldBeOfType<AllowedMove>().Move.To.ShouldBe(1);
    }

    [Fact]
    public void The_usual_move_is_the_first_one_open_for_the_weight()
    {
        var plan = new WorkflowPlan(Samples.ThreeLevels);
        var used = new byte[plan.BoundedMoves];
        WorkflowInterpreter.Usual(plan, 0, Weight.Small, used)!.Move.Action.ShouldBe(CaseAction.Settle);
        WorkflowInterpreter.Usual(plan, 0, Weight.Serious, used)!.Move.Action.ShouldBe(CaseAction.Escalate);
        WorkflowInterpreter.Usual(plan, plan.Workflow.StateOf("closed"), Weight.Small, used).ShouldBeNull();
    }

    [Fact]
    public void A_leader_sees_the_buttons_that_are_his() => OpenTo("leader", "handling").ShouldBe([CaseAction.Extend, CaseAction.Suspend, CaseAction.Urge]);

    [Fact]
    public void A_bound_that_no_count_can_hold_is_refused()
    {
        var workflow = new WorkflowSketch().Role("desk")
            .State("only", Stage.Handling, "desk", CaseClockRule.Keep, new Go(CaseAction.Return, "desk", "only", AtMost: 256)).Draw();
        Should.Throw<ArgumentException>(() => new WorkflowPlan(workflow)).Message.ShouldBe(
            "workflow 'sketch', state 'only', move Return: at most 256 times; expected 0 (no limit) to 255");
    }

    private MoveAnswer Ask(string state, CaseAction action, string? role, Weight weight = Weight.Big) =>
        WorkflowInterpreter.Ask(Plan, Plan.Workflow.StateOf(state), weight, _used, action, role is null ? -1 : Plan.Workflow.RoleOf(role));

    private List<CaseAction> OpenTo(string role, string state) =>
        [.. WorkflowInterpreter.Moves(Plan, Plan.Workflow.StateOf(state), Weight.Big, _used, Plan.Workflow.RoleOf(role)).Select(move => move.Move.Action)];
}
