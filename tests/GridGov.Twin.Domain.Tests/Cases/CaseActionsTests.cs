using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Workflows;

namespace GridGov.Twin.Domain.Tests.Cases;

public class CaseActionsTests
{
    private static readonly Town Plain = new Town(1, 1).Officer([0]);

    [Fact]
    public void The_buttons_of_a_state_are_its_actions_for_every_role_that_knows_them()
    {
        var choices = CaseActions.Of(CaseOnItsWay.Seen(Plain).Until("handling").State, Plain.Setting);
        Written(choices).ShouldBe([
            "finish department", "finish leader: no", "return department", "transfer department OtherDepartment", "extend department", "suspend department",
            "escalate officer: no", "urge leader",
        ]);
        choices.Single(choice => choice.Action == CaseAction.Escalate).WhyNot!.En.ShouldBe("only the system may escalate a case that is handling, not the officer");
    }

    [Fact]
    public void A_button_says_what_must_be_named_with_it_and_when_it_is_used_up()
    {
        var seen = CaseOnItsWay.Seen(Plain);
        Written(CaseActions.Of(seen.State, Plain.Setting)).ShouldContain("merge acceptor Case");
        Written(CaseActions.Of(seen.Until("dispatch").State, Plain.Setting)).ShouldContain("dispatch dispatcher MayNameDepartment");
        seen.Until("handling").Act("department", CaseAction.Extend);
        CaseActions.Of(seen.State, Plain.Setting).Single(choice => choice.Action == CaseAction.Extend).WhyNot!.Why.ShouldBe(MoveRefusal.UsedUp);
        seen.IsThere = false;
        Written(CaseActions.Of(seen.Until("closed").State, Plain.Setting)).ShouldBe(["reopen leader"]);
    }

    [Fact]
    public void Reading_the_buttons_and_the_clocks_changes_nothing()
    {
        var seen = CaseOnItsWay.Seen(Plain).Until("handling");
        seen.Grains.Minutes = 90;
        var before = Bytes(seen.State);
        CaseActions.Of(seen.State, Plain.Setting);
        CaseActions.CanSendOfficer(seen.State);
        seen.State.StageClock.Intervals(Rules.Calendar, seen.Grains.Now).Count.ShouldBe(1);
        seen.State.WholeClock.History(Rules.Calendar, seen.Grains.Now).Count.ShouldBe(1);
        seen.State.WholeClock.Due(Rules.Calendar);
        seen.State.WholeClock.IsOverdue(seen.Grains.Now, Rules.Calendar);
        Bytes(seen.State).ShouldBe(before);
    }

    [Fact]
    public void An_officer_can_be_sent_where_one_is_waited_for()
    {
        var called = CaseOnItsWay.Called(Plain);
        CaseActions.CanSendOfficer(called.State).ShouldBeTrue();
        CaseActions.CanSendOfficer(called.WorkDone().State).ShouldBeFalse();
    }

    [Fact]
    public void A_refusal_that_was_announced_is_explained_as_the_workflow_does()
    {
        var handling = (ushort)Loop.State("handling");
        Explained(new ActRefused(7, Loop.Role("leader"), CaseAction.Finish, MoveRefusal.NotForThisRole, handling))
            .ShouldBe("only the department may finish a case that is handling, not the leader");
        Explained(new ActRefused(7, Loop.Role("officer"), CaseAction.Settle, MoveRefusal.NotForThisWeight, (ushort)Loop.State("verify"))).ShouldContain("small");
        Explained(new ActRefused(7, Loop.Role("department"), CaseAction.Extend, MoveRefusal.UsedUp, handling)).ShouldContain("already used once");
        Explained(new ActRefused(7, Loop.Role("leader"), CaseAction.Close, MoveRefusal.NoSuchMove, handling)).ShouldContain("possible then: finish");
        Explained(new ActRefused(7, 99, CaseAction.Close, MoveRefusal.NoSuchMove, handling)).ShouldBe(MoveRefusal.NoSuchMove.En());
        Explained(new ActRefused(7, 1, CaseAction.Close, MoveRefusal.NoSuchCase, ActRefused.NoState)).ShouldBe(MoveRefusal.NoSuchCase.En());
    }

    [Fact]
    public void Every_reason_has_words_in_both_languages()
    {
        Enum.GetValues<MoveRefusal>().SelectMany(why => (string[])[why.Zh(), why.En()]).ShouldAllBe(words => words.Length > 0);
        Enum.GetValues<SendRefusal>().SelectMany(why => (string[])[why.Zh(), why.En()]).ShouldAllBe(words => words.Length > 0);
    }

    private static string Explained(ActRefused refused) => CaseActions.Explain(refused, Plain.Setting).En;

    private static byte[] Bytes(CaseState state)
    {
        var writer = new Engine.Snapshots.SnapshotWriter();
        state.Write(writer);
        return writer.Written.ToArray();
    }

    private static string[] Written(List<CaseChoice> choices) => [.. choices.Select(choice =>
        $"{choice.Action.En()} {Loop.Workflow.Roles[choice.Role].Id}"
        + (choice.WhyNot is null ? choice.Need == ActNeed.Nothing ? "" : $" {choice.Need}" : ": no"))];
}
