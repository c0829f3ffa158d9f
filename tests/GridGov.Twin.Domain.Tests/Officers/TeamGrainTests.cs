using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Officers;

/// <summary>A team of three on a street of eight cells, with beats 0–1, 2–4 and 5–7.</summary>
public class TeamGrainTests
{
    [Theory]
    [InlineData(DispatchPolicy.OwnCell, 2)]
    [InlineData(DispatchPolicy.NearestFree, 1)]
    [InlineData(DispatchPolicy.LeastLoaded, 1)]
    [InlineData(DispatchPolicy.ShortestTravel, 1)]
    public void With_everyone_free_the_beat_decides_or_the_way(DispatchPolicy policy, int chosen)
    {
        // Officer 1 stands next to cell 5, on whose beat officer 2 is.
        var team = Team(policy).When(new PositionTold(1, 4));
        ChosenFor(team, cell: 5).ShouldBe(chosen);
    }

    [Fact]
    public void Own_cell_waits_for_its_officer_however_many_tasks_he_has()
    {
        var team = Team(DispatchPolicy.OwnCell);
        ChosenFor(team, cell: 3).ShouldBe(1);
        ChosenFor(team, cell: 4).ShouldBe(1);
        team.When(new DutyTold(1, 3, 0, 1));
        ChosenFor(team, cell: 4).ShouldBe(2, "while he is off duty the least loaded goes, the nearest among equals");
    }

    [Fact]
    public void Nearest_free_passes_over_the_busy_and_waits_when_all_are()
    {
        var team = Team(DispatchPolicy.NearestFree);
        ChosenFor(team, cell: 3).ShouldBe(1);
        ChosenFor(team, cell: 3).ShouldBe(0);
        ChosenFor(team, cell: 3).ShouldBe(2);
        team.When(Needed(cell: 3, ticket: 9)).Sends<TakeTask>().ShouldBeEmpty();
        team.Minutes = 7;
        team.When(new TaskTold(0, 0)).Sends<TakeTask>().Single().Task.Ticket.ShouldBe(9);
        team.Says<TaskAssigned>().Single().Waited.ShouldBe(Duration.Minutes(7));
    }

    [Fact]
    public void Least_loaded_counts_tasks_before_metres()
    {
        var team = Team(DispatchPolicy.LeastLoaded);
        ChosenFor(team, cell: 3).ShouldBe(1);
        ChosenFor(team, cell: 3).ShouldBe(0);
        ChosenFor(team, cell: 3).ShouldBe(2);
        ChosenFor(team, cell: 3).ShouldBe(1);
    }

    [Fact]
    public void Shortest_travel_weighs_waiting_tasks_against_the_way()
    {
        // A check takes 5 minutes and 1,500 m of riding are as long: the near officer is worth two tasks on a short street.
        var team = Team(DispatchPolicy.ShortestTravel);
        ChosenFor(team, cell: 3).ShouldBe(1);
        ChosenFor(team, cell: 3).ShouldBe(0, "300 m without a task are less than one task");
        ChosenFor(team, cell: 3).ShouldBe(2);
        ChosenFor(team, cell: 3).ShouldBe(1, "with one task each it is the way again");
    }

    [Fact]
    public void The_officer_who_is_already_there_goes_whatever_the_policy()
    {
        foreach (var policy in Enum.GetValues<DispatchPolicy>())
        {
            var team = Team(policy);
            team.When(new TaskNeeded(Task(cell: 0, ticket: 1) with { Finder = 2 })).SendsTo<TakeTask>().Single().To.ShouldBe(Grain.OfficerOf(2));
        }
    }

    [Fact]
    public void Of_the_waiting_tasks_the_most_urgent_is_given_first()
    {
        var team = OffDuty(DispatchPolicy.NearestFree);
        team.When(Needed(1, ticket: 1, priority: 5)).When(Needed(1, ticket: 2, priority: 1)).When(Needed(1, ticket: 3, priority: 1));
        team.When(new DutyTold(0, 0, 1, 0)).When(new SharesOut()).Sends<TakeTask>().Single().Task.Ticket.ShouldBe(2);
    }

    [Fact]
    public void What_waited_all_night_is_shared_out_among_all_who_come_in_the_morning()
    {
        var team = OffDuty(DispatchPolicy.LeastLoaded);
        for (var ticket = 0; ticket < 6; ticket++)
        {
            team.When(Needed(cell: 3, ticket));
        }

        for (var officer = 0; officer < 3; officer++)
        {
            team.When(new DutyTold(officer, 3, 1, 0)).Sends<TakeTask>().ShouldBeEmpty();
            team.Sends<SharesOut>().Length.ShouldBe(1);
        }

        var given = team.When(new SharesOut()).SendsTo<TakeTask>().GroupBy(sent => sent.To.Number).Select(group => group.Count());
        given.ShouldBe([2, 2, 2]);
        team.When(new SharesOut()).Effects.ShouldBe(0);
    }

    [Fact]
    public void A_task_that_comes_back_is_given_to_somebody_else()
    {
        var team = Team(DispatchPolicy.OwnCell);
        ChosenFor(team, cell: 3).ShouldBe(1);
        team.When(new DutyTold(1, 3, 0, 0)).When(new TaskReturns(Task(cell: 3, ticket: 1))).SendsTo<TakeTask>().Single().To.ShouldNotBe(Grain.OfficerOf(1));
    }

    [Fact]
    public void A_task_no_longer_wanted_is_given_to_nobody()
    {
        var team = OffDuty(DispatchPolicy.NearestFree).When(Needed(1, ticket: 1)).When(new TaskWithdrawn(Case, 1));
        team.When(new DutyTold(0, 0, 1, 0)).Sends<SharesOut>().ShouldBeEmpty();
    }

    [Fact]
    public void Work_that_stops_is_given_to_nobody_and_told_to_all_where_it_was_given_already()
    {
        var team = OffDuty(DispatchPolicy.NearestFree).When(Needed(1, ticket: 1)).When(new WorkStops(Case, 1));
        team.Effects.ShouldBe(0);
        team.Model.Teams[0].Waiting.ShouldBeEmpty();
        Team(DispatchPolicy.NearestFree).When(Needed(1, ticket: 1)).When(new WorkStops(Case, 1)).SendsTo<WorkStops>()
            .Select(sent => sent.To).ShouldBe([Grain.OfficerOf(0), Grain.OfficerOf(1), Grain.OfficerOf(2)]);
    }

    [Fact]
    public void Who_hurries_is_given_first_or_told_to_all_where_it_was_given_already()
    {
        var team = OffDuty(DispatchPolicy.NearestFree).When(Needed(1, ticket: 1)).When(Needed(1, ticket: 2)).When(new TaskHurries(Case, 2, 0));
        team.Effects.ShouldBe(0);
        team.When(new DutyTold(0, 0, 1, 0)).When(new SharesOut()).Sends<TakeTask>().Single().Task.Ticket.ShouldBe(2);
        team.When(new TaskHurries(Case, 2, 0)).Sends<TaskHurries>().Length.ShouldBe(3);
    }

    [Fact]
    public void An_officer_asked_for_is_granted_when_on_duty_and_refused_when_not()
    {
        var asked = new OfficerAsked(Case, 7, 3, 1);
        Team(DispatchPolicy.OwnCell).When(asked).SendsTo<OfficerGranted>().Single().ShouldBe((Case, new OfficerGranted(7, 3, 1), 0));
        var off = OffDuty(DispatchPolicy.OwnCell).When(asked);
        off.Sends<OfficerGranted>().ShouldBeEmpty();
        off.Says<SendRefused>().ShouldBe([new SendRefused(7, 1, SendRefusal.OffDuty)]);
    }

    [Fact]
    public void A_visit_counts_among_an_officers_tasks()
    {
        var team = Team(DispatchPolicy.NearestFree).When(new VisitTold(1));
        ChosenFor(team, cell: 3).ShouldBe(0);
        team.When(new TaskTold(1, 3));
        ChosenFor(team, cell: 3).ShouldBe(1);
    }

    private static readonly GrainId Case = new(Grain.Case, 4);

    private static int ChosenFor(OneGrain team, int cell) => (int)team.When(Needed(cell, ticket: 1)).SendsTo<TakeTask>().Single().To.Number;

    private static TaskNeeded Needed(int cell, int ticket, short priority = 5) => new(Task(cell, ticket) with { Priority = priority });

    private static OfficerTask Task(int cell, int ticket) => new(Case, Duration.Minutes(5), ticket, cell, -1, 5, 4);

    private static OneGrain OffDuty(DispatchPolicy policy) =>
        new(new Town(8, 1).Policy(policy).Officer([0, 1]).Officer([2, 3, 4]).Officer([5, 6, 7]), Grain.TeamOf(0));

    private static OneGrain Team(DispatchPolicy policy) =>
        OffDuty(policy).When(new DutyTold(0, 0, 1, 0)).When(new DutyTold(1, 2, 1, 0)).When(new DutyTold(2, 7, 1, 0));
}
