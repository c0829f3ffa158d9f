using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Workflows;
using Go = GridGov.Twin.Domain.Tests.Workflows.WorkflowSketch.Go;

namespace GridGov.Twin.Domain.Tests.Workflows;

public class ShapeProofTests
{
    private static readonly Workflow Sound = Samples.ThreeLevels;

    public static TheoryData<string, Workflow> Misspelt => new()
    {
        { "the workflow has no states", Sound with { States = [] } },
        { "a new case begins in 'grid', which is an end", WithState(state => state with { Stage = Stage.Ended }) },
        { "the state id 'town' is used more than once", WithState(state => state with { Id = "town" }) },
        { "the role id 'town' is used more than once", Sound with { Roles = [Sound.Roles[0] with { Id = "town" }, .. Sound.Roles[1..]] } },
        { "state 'grid' has index 3; expected its place 0", WithState(state => state with { Index = 3 }) },
        { "role 'officer' has index 2; expected its place 0", Sound with { Roles = [Sound.Roles[0] with { Index = 2 }, .. Sound.Roles[1..]] } },
        { "state 'grid' is worked by role 9, which does not exist", WithState(state => state with { Role = 9 }) },
        { "state 'grid' has a limit of 0; expected at least 1", WithState(state => state with { Limit = new Limit(0, LimitUnit.WorkingDay) }) },
        {
            "state 'grid' has a limit of its own and the filing condition's; expected one of them",
            WithState(state => state with { Limit = new Limit(1, LimitUnit.WorkingDay), LimitFromCondition = true })
        },
        {
            "the overdue rule of state 'grid' does 'close'; expected urge or escalate",
            WithState(state => state with { LimitFromCondition = true, Overdue = new OverdueRule(1, CaseAction.Close) })
        },
        {
            "the overdue rule of state 'grid' never or always applies; expected a share of the limit above 0",
            WithState(state => state with { LimitFromCondition = true, Overdue = new OverdueRule(0, CaseAction.Urge) })
        },
        {
            "the overdue rule of state 'grid' can never apply, because no stage clock runs there",
            WithState(state => state with { Overdue = new OverdueRule(1, CaseAction.Urge) })
        },
        { "'settle' in state 'grid' leads to state 99, which does not exist", WithMove(move => move with { To = 99 }) },
        {
            "'urge' in state 'grid' leads elsewhere; urging moves nothing",
            WithState(state => state with { Moves = [.. state.Moves, state.Moves[0] with { Action = CaseAction.Urge, To = 1 }] })
        },
        { "'settle' in state 'grid' is for role 3, which does not exist", WithMove(move => move with { Role = 3 }) },
        { "'settle' in state 'grid' is for weights 0; expected 1 to 7", WithMove(move => move with { Weights = 0 }) },
        { "'settle' in state 'grid' is for weights 8; expected 1 to 7", WithMove(move => move with { Weights = 8 }) },
        { "'settle' in state 'grid' is bounded by -1; expected 0 (no limit) to 255", WithMove(move => move with { AtMost = -1 }) },
        { "'settle' in state 'grid' is bounded by 256; expected 0 (no limit) to 255", WithMove(move => move with { AtMost = 256 }) },
    };

    [Theory]
    [MemberData(nameof(Misspelt), DisableDiscoveryEnumeration = true)]
    public void A_workflow_that_cannot_be_walked_is_told_what_is_written_wrong(string sentence, Workflow workflow)
    {
        var finding = WorkflowProof.Findings(workflow).ShouldHaveSingleItem();
        finding.En.ShouldBe(sentence);
        finding.Trace.ShouldBeEmpty();
    }

    [Fact]
    public void A_move_to_a_state_nobody_declared_is_found_in_a_sketch() =>
        WorkflowProof.Findings(new WorkflowSketch().Role("desk")
            .State("work", Stage.Handling, "desk", CaseClockRule.Keep, new Go(CaseAction.Finish, "desk", "nowhere")).Draw())
            .Single().Kind.ShouldBe(FindingKind.NoSuchState);

    private static Workflow WithState(Func<WorkflowState, WorkflowState> change) => Sound with { States = [change(Sound.States[0]), .. Sound.States[1..]] };

    private static Workflow WithMove(Func<WorkflowMove, WorkflowMove> change) =>
        WithState(state => state with { Moves = [change(state.Moves[0]), .. state.Moves[1..]] });
}
