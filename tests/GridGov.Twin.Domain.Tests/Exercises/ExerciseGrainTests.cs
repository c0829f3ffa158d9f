using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Time;
using static GridGov.Twin.Domain.Tests.Exercises.PlayedTown;

namespace GridGov.Twin.Domain.Tests.Exercises;

/// <summary>What an exercise delivers, and what it takes for an expected action. Minutes are counted from StartEx.</summary>
public class ExerciseGrainTests
{
    [Fact]
    public void An_inject_falls_due_by_the_script_and_the_case_it_leads_to_is_known_as_its()
    {
        var town = PlayedTown.Of(script => script.Inject(afterMinutes: 10, brings: [Burst(6), Burst(1)]));
        town.At(-1).Book.Began.ShouldBeNull();
        town.At(9.9).Book.Injects[0].Standing.ShouldBe(InjectStanding.Waiting);
        town.At(11).Book.Injects[0].ShouldBe(new InjectRecord(InjectStanding.Delivered, StartEx + Duration.Minutes(10), -1));
        town.Book.CasesOf(0).ShouldBe(town.World.Model.Cases.InOrder.Select(each => each.Number), ignoreOrder: true);
        town.Book.CasesOf(0).Count().ShouldBe(2);
    }

    [Fact]
    public void What_is_not_reported_is_there_to_be_found_and_of_what_is_imagined_residents_call()
    {
        var town = PlayedTown.Of(script => script.Inject(brings: [Burst(6, channel: null), Burst(0, channel: null, imagined: true)]));
        town.At(60);
        town.World.Model.Scenes[6].Open.Count.ShouldBe(1);
        town.Book.CasesOf(0).Count().ShouldBe(1, "only the call about nothing has become a case");
        town.At(120);
        town.World.Model.Cases.Find(town.CaseOf(0)).ShouldBeNull("the officer found nothing there");
        town.Book.CasesOf(0).Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(30, Standing.Met)]
    [InlineData(80, Standing.Late)]
    [InlineData(null, Standing.Missed)]
    public void An_action_is_met_in_its_time_late_afterwards_and_missed_when_nobody_acts(int? minutes, Standing standing)
    {
        var town = Filed(out var expected);
        if (minutes is { } at)
        {
            var about = town.At(at).CaseOf(0);
            var reference = town.Act(about, CaseAction.File, "acceptor");
            town.Book.Expected[expected].ShouldBe(new ActionRecord(standing, Due(70), StartEx + Duration.Minutes(at), reference, about, -1));
        }

        town.At(170).Book.Expected[expected].Standing.ShouldBe(standing);
    }

    [Fact]
    public void Only_the_hand_of_the_role_counts_where_a_role_is_named()
    {
        var town = PlayedTown.Of(script =>
        {
            script.Inject(brings: Burst());
            script.Expect(0, CaseAction.Urge, "leader");
            script.Expect(0, CaseAction.Confirm, "dispatcher");
            script.Expect(0, CaseAction.Confirm, null);
        });
        town.At(60).Book.Expected.Select(record => (record.Standing, record.Reference)).ShouldBe(
            [(Standing.Awaited, -1), (Standing.Awaited, -1), (Standing.Met, -1)], "the simulated officer has confirmed it");
        town.Act(town.CaseOf(0), CaseAction.Urge, "leader");
        town.Book.Expected[0].Standing.ShouldBe(Standing.Met);
        town.At(100).Book.Expected[1].Standing.ShouldBe(Standing.Missed);
    }

    [Fact]
    public void The_same_action_by_hand_in_another_role_does_not_count()
    {
        var town = PlayedTown.Of(script =>
        {
            script.Inject(brings: Burst());
            script.Expect(0, CaseAction.Finish, "leader");
            script.Expect(0, CaseAction.Finish, "department");
        });
        var about = town.At(60).CaseOf(0);
        town.Act(about, CaseAction.File, "acceptor");
        town.Act(about, CaseAction.Dispatch, "dispatcher");
        town.Act(about, CaseAction.Finish, "department");
        town.Book.Expected.Select(record => record.Standing).ShouldBe([Standing.Awaited, Standing.Met]);
    }

    [Fact]
    public void A_case_that_goes_to_another_department_than_expected_does_not_count()
    {
        var town = PlayedTown.Of(script =>
        {
            script.Inject(brings: Burst());
            script.Expect(0, CaseAction.Dispatch, "dispatcher", department: 1);
            script.Expect(0, CaseAction.Dispatch, "dispatcher", department: 0);
        });
        var about = town.At(60).CaseOf(0);
        town.Act(about, CaseAction.File, "acceptor");
        town.Act(about, CaseAction.Dispatch, "dispatcher", department: 1);
        town.Book.Expected.Select(record => record.Standing).ShouldBe([Standing.Met, Standing.Awaited]);
    }

    [Fact]
    public void Acts_on_other_cases_do_not_count()
    {
        var town = Filed(out var expected);
        town.At(5).Report(Rules.Rubbish, 1);
        var other = town.World.Model.Cases.InOrder.Single().Number;
        town.At(60);
        town.Act(other, CaseAction.File, "acceptor");
        town.Book.Expected[expected].Standing.ShouldBe(Standing.Awaited);
    }

    [Fact]
    public void What_is_merged_by_hand_is_from_then_on_done_with_the_case_it_joined()
    {
        var town = PlayedTown.Of(script =>
        {
            script.Inject(brings: Burst());
            script.Expect(0, CaseAction.Merge, "acceptor");
            script.Expect(0, CaseAction.Urge, "leader");
        });
        town.At(0.1).Report(Rules.Rubbish, 1);
        var other = town.World.Model.Cases.InOrder.Single().Number;
        var about = town.At(60).CaseOf(0);
        town.Act(about, CaseAction.Merge, "acceptor", into: other);
        town.Act(other, CaseAction.Urge, "leader");
        town.Book.CasesOf(0).ShouldBe([about, other]);
        town.Book.Expected.Select(record => (record.Standing, record.Case)).ShouldBe([(Standing.Met, about), (Standing.Met, other)]);
    }

    [Fact]
    public void An_officer_sent_to_the_case_or_to_the_place_counts_and_one_sent_elsewhere_does_not()
    {
        var town = PlayedTown.Of(script =>
        {
            script.Inject(brings: [Burst(6)]);
            script.Inject(brings: [Burst(3, channel: null)]);
            script.Expect(0, Deed.SendOfficer);
            script.Expect(1, Deed.SendOfficer);
        });
        town.At(11).SendToCell(0, officer: 0);
        town.Book.Expected.ShouldAllBe(record => record.Standing == Standing.Awaited);
        town.SendToCase(town.CaseOf(0), officer: 0);
        town.SendToCell(3, officer: 0);
        town.Book.Expected.Select(record => record.Standing).ShouldBe([Standing.Met, Standing.Met]);
        town.Book.Expected[1].Case.ShouldBeNull();
    }

    [Fact]
    public void A_report_counts_when_its_kind_and_place_are_those_the_inject_tells_of_and_its_case_is_the_injects()
    {
        var town = PlayedTown.Of(script =>
        {
            script.Inject();
            script.Expect(0, Deed.Report, kind: Rules.Manhole, cell: 2);
            script.Expect(0, CaseAction.Urge, "leader");
        });
        town.At(11).Report(Rules.Rubbish, 2);
        town.Report(Rules.Manhole, 5);
        town.Book.Expected[0].Standing.ShouldBe(Standing.Awaited);
        var reference = town.Report(Rules.Manhole, 2);
        (town.Book.Expected[0].Standing, town.Book.Expected[0].Reference).ShouldBe((Standing.Met, reference));
        town.Act(town.CaseOf(0), CaseAction.Urge, "leader");
        town.Book.Expected[1].Standing.ShouldBe(Standing.Met);
    }

    [Theory]
    [InlineData(true, InjectStanding.Waiting, InjectStanding.Delivered)]
    [InlineData(false, InjectStanding.Delivered, InjectStanding.Waiting)]
    public void A_contingency_comes_only_where_the_action_was_missed_and_what_follows_only_once_it_is_done(bool isDone, InjectStanding contingency, InjectStanding follows)
    {
        var town = PlayedTown.Of(script =>
        {
            script.Expect(script.Inject(brings: Burst()), CaseAction.File, "acceptor");
            script.Inject(InjectTrigger.IfMissed, 0, afterMinutes: 5);
            script.Inject(InjectTrigger.OnceMet, 0, afterMinutes: 5);
        });
        if (isDone)
        {
            town.At(60);
            town.Act(town.CaseOf(0), CaseAction.File, "acceptor");
        }

        town.At(74).Book.Injects[1].Standing.ShouldBe(InjectStanding.Waiting);
        town.At(76).Book.Injects.Skip(1).Select(record => record.Standing).ShouldBe([contingency, follows]);
    }

    [Fact]
    public void A_contingency_that_waits_is_not_needed_any_more_when_the_action_is_done_late()
    {
        var town = PlayedTown.Of(script =>
        {
            script.Expect(script.Inject(brings: Burst()), CaseAction.File, "acceptor");
            script.Inject(InjectTrigger.IfMissed, 0, afterMinutes: 20);
        });
        town.At(80);
        town.Act(town.CaseOf(0), CaseAction.File, "acceptor");
        town.At(170).Book.Injects[1].Standing.ShouldBe(InjectStanding.Waiting);
    }

    private static PlayedTown Filed(out int expected)
    {
        var index = -1;
        var town = PlayedTown.Of(script => index = script.Expect(script.Inject(brings: Burst()), CaseAction.File, "acceptor"));
        expected = index;
        return town;
    }

    private static Instant Due(double minutes) => StartEx + new Duration((long)(minutes * 60_000));
}
