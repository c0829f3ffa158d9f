using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Workflows;
using static GridGov.Twin.Domain.Workflows.CaseAction;
using static GridGov.Twin.Domain.Workflows.CaseClockRule;
using Go = GridGov.Twin.Domain.Tests.Workflows.WorkflowSketch.Go;

namespace GridGov.Twin.Domain.Tests.Workflows;

public class WorkflowProofTests
{
    [Fact]
    public void A_closed_loop_with_bounded_detours_is_sound() => FindingsOf(Samples.OneLevel).ShouldBeEmpty();

    [Fact]
    public void A_workflow_over_three_levels_is_sound() => FindingsOf(Samples.ThreeLevels).ShouldBeEmpty();

    [Fact]
    public void A_state_no_move_leads_to_is_unreachable() =>
        FindingsOf(Loop(moves: [new Go(Finish, "desk", "end")]).State("island", Stage.Handling, null, Keep, new Go(Finish, "desk", "end")))
            .ShouldBe(["Unreachable: no case ever comes to state 'island'."]);

    [Fact]
    public void A_state_without_moves_that_is_no_end_is_a_dead_end() =>
        FindingsOf(Loop(moves: [new Go(Finish, "desk", "end"), new Go(Transfer, "desk", "archive")]).State("archive", Stage.Handling, null, Keep))
            .ShouldBe(["DeadEnd: state 'archive' is a dead end: no move leads out of it and it is not an end. Trace: start –dispatch→ work –transfer→ archive."]);

    [Fact]
    public void A_weight_without_a_usual_move_is_caught_in_a_dead_end() =>
        FindingsOf(Loop(moves: [new Go(Finish, "desk", "end", Weights: 3)])).ShouldBe(
            ["DeadEnd: state 'work' is a dead end: no move leads out of it and it is not an end (serious cases only). Trace: start –dispatch→ work."]);

    [Fact]
    public void Moves_that_are_all_bounded_leave_a_dead_end_behind_when_used_up() =>
        FindingsOf(Loop(moves: [new Go(Return, "desk", "start", AtMost: 2)])).ShouldContain(
            "DeadEnd: state 'work' is a dead end once its bounded moves are used up. "
            + "Trace: start –dispatch→ work –return→ start –dispatch→ work –return→ start –dispatch→ work.");

    [Fact]
    public void A_bounded_way_out_is_enough_where_nobody_comes_back_to_need_it_again() =>
        FindingsOf(Loop(moves: [new Go(Finish, "desk", "end", AtMost: 1)])).ShouldBeEmpty();

    [Fact]
    public void A_bounded_way_out_that_a_reopened_case_needs_again_is_a_dead_end() =>
        FindingsOf(new WorkflowSketch().Role("desk", Performer.Desk)
            .State("work", Stage.Handling, "desk", Keep, new Go(Finish, "desk", "end", AtMost: 1))
            .State("end", Stage.Ended, null, Keep, new Go(Reopen, "desk", "work")))
            .ShouldBe(["DeadEnd: state 'work' is a dead end once its bounded moves are used up. Trace: work –finish→ end –reopen→ work."]);

    [Fact]
    public void Rounds_that_never_lead_to_an_end_are_told_apart_from_dead_ends() =>
        FindingsOf(Loop(moves: [new Go(Return, "desk", "start")])).ShouldBe(
        [
            "Unreachable: no case ever comes to state 'end'.",
            "NoWayToAnEnd: from state 'start' on moves are open for ever but none of them leads to an end. Trace: start.",
            "EndlessBounce: a case can go round for ever: none of 'dispatch' in 'start', 'return' in 'work' has a bound. Trace: start –dispatch→ work –return→ start.",
        ]);

    [Fact]
    public void Rework_without_a_bound_is_an_endless_bounce_and_its_moves_are_named() =>
        FindingsOf(Loop(moves: [new Go(Finish, "desk", "check")])
            .State("check", Stage.Check, null, Keep, new Go(Pass, "desk", "end"), new Go(Rework, "desk", "work")))
            .ShouldBe(
            [
                "EndlessBounce: a case can go round for ever: none of 'finish' in 'work', 'rework' in 'check' has a bound. "
                + "Trace: start –dispatch→ work –finish→ check –rework→ work.",
            ]);

    [Fact]
    public void Each_endless_bounce_is_told_even_when_two_states_have_moves_that_read_the_same() =>
        FindingsOf(Loop(moves: [new Go(Finish, "desk", "end"), new Go(Return, "desk", "start")], alsoFromStart: new Go(Escalate, "desk", "above"))
            .State("above", Stage.Handling, null, Keep, new Go(Finish, "desk", "end"), new Go(Return, "desk", "start"))).ShouldBe(
            [
                "EndlessBounce: a case can go round for ever: none of 'dispatch' in 'start', 'return' in 'work' has a bound. "
                + "Trace: start –dispatch→ work –return→ start.",
                "EndlessBounce: a case can go round for ever: none of 'escalate' in 'start', 'return' in 'above' has a bound. "
                + "Trace: start –escalate→ above –return→ start.",
            ]);

    [Fact]
    public void Urging_is_no_bounce_and_suspending_once_is_none_either() =>
        FindingsOf(Loop(moves: [new Go(Finish, "desk", "end"), new Go(Urge, "desk", "work"), new Go(Suspend, "desk", "pause", AtMost: 1)])
            .State("pause", Stage.Handling, null, Keep, new Go(Resume, "desk", "work"))).ShouldBeEmpty();

    [Fact]
    public void A_case_that_ends_with_its_clock_running_is_found_with_the_way_there() =>
        FindingsOf(Loop(clock: Start, moves: [new Go(Finish, "desk", "closed"), new Go(Reject, "desk", "end")]).State("closed", Stage.Ended, null, Stop))
            .ShouldBe(["ClockNeverStopped: a case ends in state 'end' with its case clock never stopped. Trace: start –dispatch→ work –reject→ end."]);

    [Theory]
    [InlineData(Pause, "pause")]
    [InlineData(Run, "run")]
    public void A_clock_nobody_started_cannot_be_paused_or_run(CaseClockRule rule, string order) =>
        FindingsOf(Loop(clock: rule, moves: [new Go(Finish, "desk", "end")])).ShouldBe(
            [$"ClockNotStarted: entering state 'work' asks the case clock to {order}, but the clock is not started. Trace: start –dispatch→ work."]);

    [Fact]
    public void A_clock_that_was_not_started_on_the_way_cannot_be_stopped() =>
        FindingsOf(Loop(clock: Start, moves: [new Go(Finish, "desk", "closed")], alsoFromStart: new Go(Merge, "desk", "closed"))
            .State("closed", Stage.Ended, null, Stop)).ShouldBe(
            [
                "Unreachable: no case ever comes to state 'end'.",
                "ClockNotStarted: entering state 'closed' asks the case clock to stop, but the clock is not started. Trace: start –merge→ closed.",
            ]);

    [Fact]
    public void A_stopped_clock_does_not_run_again_without_a_start() =>
        FindingsOf(Loop(clock: Start, moves: [new Go(Finish, "desk", "closed")])
            .State("closed", Stage.Ended, null, Stop, new Go(Reopen, "desk", "again", AtMost: 1))
            .State("again", Stage.Handling, null, Run, new Go(Finish, "desk", "closed"))).ShouldContain(
            "ClockNotStarted: entering state 'again' asks the case clock to run, but the clock is stopped. "
            + "Trace: start –dispatch→ work –finish→ closed –reopen→ again.");

    [Fact]
    public void A_suspended_case_whose_clock_nothing_runs_again_is_found() =>
        FindingsOf(Loop(clock: Start, moves: [new Go(Finish, "desk", "closed"), new Go(Suspend, "desk", "pause", AtMost: 1)])
            .State("pause", Stage.Handling, null, Pause, new Go(Resume, "desk", "later"))
            .State("later", Stage.Handling, null, Keep, new Go(Finish, "desk", "closed"), new Go(Reject, "desk", "end2"))
            .State("closed", Stage.Ended, null, Stop).State("end2", Stage.Ended, null, Stop)).ShouldContain(
            "PausedForGood: state 'pause' pauses the case clock and nothing that can follow runs it again. Trace: start –dispatch→ work –suspend→ pause.");

    [Fact]
    public void A_clock_that_pauses_while_the_work_is_checked_may_end_there_when_rework_is_used_up() =>
        FindingsOf(new WorkflowSketch().Role("desk", Performer.Desk)
            .State("work", Stage.Handling, "desk", Start, new Go(Finish, "desk", "check"))
            .State("check", Stage.Check, "desk", Pause, new Go(Pass, "desk", "end"), new Go(Rework, "desk", "again", AtMost: 1))
            .State("again", Stage.Handling, "desk", Run, new Go(Finish, "desk", "check"))
            .State("end", Stage.Ended, null, Stop)).ShouldBeEmpty();

    [Fact]
    public void A_stage_clock_where_nobody_works_is_found() =>
        FindingsOf(Loop(moves: [new Go(Finish, "desk", "end"), new Go(Reject, "desk", "shelf")])
            .State("shelf", Stage.Ended, null, Keep).Limit(new Limit(1, LimitUnit.WorkingDay))).ShouldBe(
            ["IdleStageClock: a stage clock runs in state 'shelf', where nobody works and nothing can be done. Trace: start –dispatch→ work –reject→ shelf."]);

    [Fact]
    public void A_role_without_a_move_and_a_performer_without_work_are_found() =>
        FindingsOf(Loop(moves: [new Go(Finish, "desk", "end")]).Role("leader").Role("officer", Performer.Officer)).ShouldBe(
        [
            "RoleWithoutMove: role 'leader' has no move anywhere a case can come.",
            "RoleWithoutMove: role 'officer' has no move anywhere a case can come.",
            "RoleWithoutWork: role 'officer' is performed (Officer) but works in no state.",
        ]);

    [Fact]
    public void An_overdue_rule_that_escalates_needs_a_move_of_the_system() =>
        FindingsOf(new WorkflowSketch().Role("desk", Performer.Desk)
            .State("work", Stage.Handling, "desk", Keep, new Go(Finish, "desk", "end"), new Go(Escalate, "desk", "end"))
                .LimitFromCondition().Overdue(Escalate)
            .State("end", Stage.Ended, null, Keep)).ShouldBe(
            ["NoEscalateMove: state 'work' escalates when overdue, but the system has no escalate move there. Trace: work."]);

    [Fact]
    public void What_cannot_be_tried_in_every_order_is_not_called_proved()
    {
        Go[] detours = [.. Enumerable.Range(0, 20).Select(_ => new Go(Transfer, "desk", "work", AtMost: 3))];
        FindingsOf(Loop(moves: [.. detours, new Go(Finish, "desk", "end", AtMost: 1)])).Single().ShouldStartWith(
            "Unproved: no proof that 'start', 'work' always has a way out: too many orders of using up bounded moves;");
        FindingsOf(Loop(moves: [.. detours, new Go(Finish, "desk", "end")])).ShouldBeEmpty();
    }

    [Fact]
    public void A_tangle_of_bounded_moves_between_many_states_is_proved_at_once_where_every_state_has_an_unbounded_way_out() =>
        FindingsOf(Tangle(Start)).ShouldBeEmpty();

    [Fact]
    public void A_tangle_in_which_the_clock_may_be_in_any_mode_anywhere_is_given_up_rather_than_tried_for_ever() =>
        FindingsOf(Tangle(Keep)).ShouldBe(["Unproved: no proof: too many ways for a case to go; expected fewer bounded moves."]);

    /// <summary>Thirty states, each leading to every other by a bounded move and to the end by an unbounded one; a few change the clock.</summary>
    private static WorkflowSketch Tangle(CaseClockRule clock)
    {
        string[] ids = [.. Enumerable.Range(0, 30).Select(index => $"s{index}")];
        var sketch = new WorkflowSketch().Role("desk", Performer.Desk);
        foreach (var id in ids)
        {
            var rule = (clock, id) switch { (Keep, "s1") => Start, (Keep, "s2") => Pause, _ => clock };
            sketch.State(id, Stage.Handling, "desk", rule,
                [new Go(Finish, "desk", "end"), .. ids.Select(to => new Go(Transfer, "desk", to, AtMost: 1))]);
        }

        return sketch.State("end", Stage.Ended, null, Stop);
    }

    [Fact]
    public void A_finding_speaks_Chinese_too() =>
        WorkflowProof.Findings(Loop(moves: [new Go(Return, "desk", "start"), new Go(Finish, "desk", "end")]).Draw()).Single().Zh
            .ShouldBe("案件可无限循环：“start”派遣、“work”回退均无次数上限");

    /// <summary>A start, a place of work with the given moves, and an end; the clock rule is the place of work's.</summary>
    private static WorkflowSketch Loop(Go[] moves, CaseClockRule clock = Keep, Go? alsoFromStart = null) => new WorkflowSketch()
        .Role("desk", Performer.Desk)
        .State("start", Stage.Dispatch, "desk", Keep, alsoFromStart is null ? [new Go(Dispatch, "desk", "work")] : [new Go(Dispatch, "desk", "work"), alsoFromStart])
        .State("work", Stage.Handling, "desk", clock, moves)
        .State("end", Stage.Ended, null, Keep);

    private static string[] FindingsOf(WorkflowSketch sketch) => FindingsOf(sketch.Draw());

    private static string[] FindingsOf(Workflow workflow) => [.. WorkflowProof.Findings(workflow).Select(finding => $"{finding.Kind}: {finding}")];
}
