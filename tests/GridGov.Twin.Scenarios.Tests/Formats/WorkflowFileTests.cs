using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Tests.Yaml;

namespace GridGov.Twin.Scenarios.Tests.Formats;

public class WorkflowFileTests
{
    private static readonly string[] Names = ["jimo", "single-level", "xintian"];

    [Fact]
    public void Three_workflows_ship() => ShippedFile.Names("workflows").ShouldBe(Names);

    [Theory]
    [InlineData("xintian", "verifying", "filing")]
    [InlineData("jimo", "verifying", "filing")]
    [InlineData("single-level", "filing", "filing")]
    public void A_workflow_says_where_reports_and_finds_enter(string name, string report, string find)
    {
        var workflow = Shipped(name);
        workflow.Id.ShouldBe(name);
        workflow.States[0].Id.ShouldBe(report);
        workflow.States[workflow.VerifiedEntry].Id.ShouldBe(find);
        workflow.States.Where(state => state.IsFinal).Select(state => state.Id).ShouldBe(["closed", "rejected", "merged"]);
    }

    [Fact]
    public void Small_things_go_to_the_grid_and_serious_ones_to_the_district_in_jimo()
    {
        var jimo = Shipped("jimo");
        var dispatching = jimo.States.Single(state => state.Id == "dispatching");
        dispatching.Moves.Where(move => move.Action != CaseAction.Urge).Select(move => (move.Action, jimo.States[move.To].Id, move.Weights)).ShouldBe(
        [
            (CaseAction.Dispatch, "grid-handling", 1 << (int)Weight.Small),
            (CaseAction.Dispatch, "town-handling", 1 << (int)Weight.Big),
            (CaseAction.Escalate, "district-dispatching", 1 << (int)Weight.Serious),
        ]);
        jimo.Roles.Single(role => role.Id == "town-department").ShouldSatisfyAllConditions(
            role => role.Performer.ShouldBe(Performer.Department), role => role.Level.ShouldBe(Level.Street));
    }

    [Fact]
    public void Handling_has_the_limit_of_the_condition_and_the_desks_have_working_minutes()
    {
        var xintian = Shipped("xintian");
        xintian.States.Single(state => state.Id == "handling").LimitFromCondition.ShouldBeTrue();
        xintian.States.Single(state => state.Id == "filing").Limit.ShouldBe(new Limit(15, LimitUnit.WorkingMinute));
        xintian.States.Single(state => state.Id == "checking").Limit.ShouldBe(new Limit(30, LimitUnit.WorkingMinute));
    }

    [Fact]
    public void Moves_of_the_system_have_no_role()
    {
        var jimo = Shipped("jimo");
        var overdue = jimo.States.Single(state => state.Id == "town-handling");
        overdue.Overdue.ShouldBe(new OverdueRule(1, CaseAction.Escalate));
        overdue.Moves.Single(move => move.Action == CaseAction.Escalate).Role.ShouldBe(WorkflowInterpreter.SystemRole);
    }

    [Theory]
    [InlineData("xintian")]
    [InlineData("jimo")]
    [InlineData("single-level")]
    public void The_shift_leader_may_urge_wherever_a_case_waits_for_work_and_nobody_else_may(string name)
    {
        var workflow = Shipped(name);
        var leader = workflow.Roles.Single(role => role.Id == "shift-leader").Index;
        foreach (var state in workflow.States)
        {
            int[] expected = state.Role < 0 ? [] : [leader];
            state.Moves.Where(move => move.Action == CaseAction.Urge).Select(move => move.Role).ShouldBe(expected, state.Id);
        }
    }

    [Fact]
    public void Mistakes_are_found_with_line_value_and_what_was_expected() =>
        Reading.Rejected(() => WorkflowFile.Read(Reading.Parse(
            "workflow: mine",
            "title: {zh: 我的, en: mine}",
            "enter-verified: start",
            "roles:",
            "  desk: {zh: 席, en: desk, performer: desks, level: district}",
            "states:",
            "  open:",
            "    zh: 开",
            "    en: open",
            "    stage: filing",
            "    level: district",
            "    role: acceptor",
            "    limit: 15 min",
            "    overdue: {does: close}",
            "    moves:",
            "      - {does: file, by: desk, to: oepn, for: [tiny], at-most: 0}",
            "      - {does: closes, by: desk}"))).ShouldBe(
        [
            "f.yaml:3: enter-verified: an unknown state (found 'start', expected one of open)",
            "f.yaml:5: roles.desk.performer: an unknown word (found 'desks', expected perhaps desk)",
            "f.yaml:14: states.open.overdue.does: the system cannot do this by itself (found 'close', expected urge or escalate)",
            "f.yaml:12: states.open.role: an unknown role (found 'acceptor', expected one of desk)",
            "f.yaml:13: states.open.limit: the value cannot be read (found '15 min', expected a count and a unit (um, uh, ud, wm, wh, wd, nd), such as 4wh for four working hours)",
            "f.yaml:16: states.open.moves[1].to: an unknown state (found 'oepn', expected perhaps open)",
            "f.yaml:16: states.open.moves[1].for[1]: an unknown word (found 'tiny', expected one of small, big, serious)",
            "f.yaml:16: states.open.moves[1].at-most: the number is out of range (found '0', expected a whole number from 1 to 255)",
            "f.yaml:17: states.open.moves[2]: the key to is missing (expected the key to)",
            "f.yaml:17: states.open.moves[2].does: an unknown word (found 'closes', expected perhaps close)",
        ]);

    private static Workflow Shipped(string name) => WorkflowFile.Read(ShippedFile.Read("workflows", name));
}
