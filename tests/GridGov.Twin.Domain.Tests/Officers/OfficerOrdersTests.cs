using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Officers;

/// <summary>What people at the controls make an officer do, on a street of eight cells of 100 m; 5 m/s to tasks, 1 m/s and five-minute looks on patrol.</summary>
public class OfficerOrdersTests
{
    private static readonly GrainId Case = new(Grain.Case, 4);

    [Fact]
    public void He_leaves_the_work_he_is_at_when_it_stops_and_goes_on_with_the_next()
    {
        var officer = Officer().When(Take(3, ticket: 1)).When(Take(4, ticket: 2));
        officer.Minutes = 1;
        officer.When(new StepEnds());
        officer.Minutes = 2;
        officer.When(new WorkStops(Case, 1)).Says<TaskBrokenOff>().ShouldBe([new TaskBrokenOff(Case, Duration.Minutes(2), 4)]);
        officer.Sends<TaskTold>().ShouldBe([new TaskTold(0, 3)]);
        officer.Sends<TaskDone>().ShouldBeEmpty();
        officer.Says<TaskFinished>().ShouldBeEmpty();
        officer.Says<LegStarted>().Single().ShouldBe(new LegStarted(new Instant(120_000 + 20_000), 3, 4, 100, 1));
    }

    [Fact]
    public void On_his_way_he_walks_on_to_where_he_was_going_and_looks_at_nothing_there()
    {
        var officer = Officer(patrols: true).When(new StepEnds()).When(Take(3, ticket: 1));
        officer.Minutes = 0.5;
        officer.When(new WorkStops(Case, 1)).Says<TaskBrokenOff>().Length.ShouldBe(1);
        officer.Says<LegStarted>().ShouldBeEmpty();
        officer.Model.Officers[0].Facts.Doing.ShouldBe(Doing.Patrolling);
        officer.Minutes = 1;
        officer.When(new StepEnds()).Sends<PatrolPasses>().ShouldBeEmpty();
        officer.Says<LegStarted>().Single().ShouldBe(new LegStarted(new Instant(60_000 + 200_000), 3, 1, 200, 0), "back to his beat, where he left it");
    }

    [Fact]
    public void A_task_in_his_list_is_struck_off_and_one_he_does_not_have_is_none_of_his()
    {
        var officer = Officer().When(Take(3, ticket: 1)).When(Take(4, ticket: 2)).When(new WorkStops(Case, 2));
        officer.Sends<TaskTold>().Length.ShouldBe(1);
        officer.Says<TaskBrokenOff>().ShouldBeEmpty();
        officer.Model.Officers[0].Tasks.ShouldBeEmpty();
        officer.When(new WorkStops(Case, 2)).Effects.ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Who_stayed_after_his_shift_only_for_what_stops_goes_off(bool atWork)
    {
        var officer = Officer(Rules.Hours(0, 8)).When(Take(3, ticket: 1));
        officer.Minutes = 8 * 60;
        officer.When(new ShiftChanges());
        if (atWork)
        {
            officer.When(new StepEnds());
        }

        officer.When(new WorkStops(Case, 1)).Says<OfficerDutyChanged>().Single().On.ShouldBe(0);
        officer.Model.Officers[0].Facts.Doing.ShouldBe(Doing.Off);
    }

    [Fact]
    public void Who_hurries_is_next_in_his_list_and_what_he_was_ordered_to_stays_before_it()
    {
        var officer = Officer().When(Take(1, ticket: 1)).When(Take(1, ticket: 2)).When(Take(1, ticket: 3)).When(new TaskHurries(Case, 3, 0));
        officer.When(new VisitCell(7, 5)).When(new TaskHurries(Case, 9, 0)).When(new StepEnds()).When(new StepEnds());
        officer.Model.Officers[0].Facts.Task.Case.ShouldBe(Grain.CellOf(5));
        officer.When(new StepEnds()).When(new StepEnds());
        officer.Model.Officers[0].Facts.Task.Ticket.ShouldBe(3);
    }

    [Fact]
    public void Sent_to_a_cell_he_goes_there_looks_and_takes_up_his_beat_again()
    {
        var officer = Officer(patrols: true).When(new StepEnds()).When(new VisitCell(7, 5));
        officer.Says<OfficerSent>().ShouldBe([new OfficerSent(7, Grain.CellOf(5), 0)]);
        officer.SendsTo<VisitTold>().Single().To.ShouldBe(Grain.TeamOf(0));
        officer.Says<TaskBegan>().Single().Case.ShouldBe(Grain.CellOf(5));
        officer.Says<LegStarted>().Single().To.ShouldBe(5);
        officer.When(new StepEnds()).SendsTo<PatrolPasses>().Single().To.ShouldBe(Grain.SceneOf(5));
        officer.SendsTo<PatrolVisits>().Single().To.ShouldBe(Grain.CellOf(5));
        officer.SendsTo<StepEnds>().Single().AfterMinutes.ShouldBe(5);
        officer.When(new StepEnds()).Says<TaskFinished>().Length.ShouldBe(1);
        officer.Sends<TaskDone>().ShouldBeEmpty();
        officer.Sends<TaskTold>().Length.ShouldBe(1);
        officer.Says<LegStarted>().Single().To.ShouldBe(1);
    }

    [Fact]
    public void Nobody_is_sent_off_duty_or_to_a_cell_that_is_not_there()
    {
        var officer = Officer(Rules.Hours(0, 8));
        officer.When(new VisitCell(7, 8)).Says<SendRefused>().ShouldBe([new SendRefused(7, 0, SendRefusal.NoSuchCell)]);
        officer.When(new VisitCell(7, -1)).Says<SendRefused>().ShouldBe([new SendRefused(7, 0, SendRefusal.NoSuchCell)]);
        officer.Minutes = 8 * 60;
        officer.When(new ShiftChanges()).When(new VisitCell(7, 5)).Says<SendRefused>().ShouldBe([new SendRefused(7, 0, SendRefusal.OffDuty)]);
        officer.Effects.ShouldBe(1);
    }

    [Fact]
    public void A_visit_he_did_not_come_to_before_his_shift_ended_lapses()
    {
        var officer = Officer(Rules.Hours(0, 8)).When(Take(3, ticket: 1)).When(new VisitCell(7, 5));
        officer.Minutes = 8 * 60;
        officer.When(new ShiftChanges()).Says<VisitLapsed>().ShouldBe([new VisitLapsed(5)]);
        officer.Sends<TaskReturns>().ShouldBeEmpty();
    }

    private static OneGrain Officer(Shift[]? shifts = null, bool patrols = false) =>
        new(new Town(8, 1).Officer([0, 1], shifts, patrols), Grain.OfficerOf(0));

    private static TakeTask Take(int cell, int ticket) => new(new OfficerTask(Case, Duration.Minutes(5), ticket, cell, -1, 5, 4));
}
