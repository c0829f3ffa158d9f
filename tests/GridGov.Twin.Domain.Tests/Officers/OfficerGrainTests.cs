using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Officers;

/// <summary>One officer on a street of eight cells of 100 m, riding 5 m/s to tasks and walking 1 m/s on patrol.</summary>
public class OfficerGrainTests
{
    private static readonly GrainId Case = new(Grain.Case, 4);

    [Fact]
    public void On_duty_without_a_patrol_he_waits_at_his_post()
    {
        var officer = Waiting();
        officer.Model.Officers[0].Facts.Doing.ShouldBe(Doing.Waiting);
    }

    [Fact]
    public void He_rides_to_a_task_works_there_reports_and_rides_home()
    {
        var officer = Waiting().When(Take(cell: 3, ticket: 7, workMinutes: 10));
        officer.Says<TaskBegan>().Single().Case.ShouldBe(Case);
        officer.Says<LegStarted>().Single().ShouldBe(new LegStarted(new Instant(60_000), 0, 3, 300, 1));
        officer.Minutes = 1;
        officer.When(new StepEnds()).SendsTo<StepEnds>().Single().AfterMinutes.ShouldBe(10);
        officer.Minutes = 11;
        officer.When(new StepEnds()).Says<TaskFinished>().Single().Busy.ShouldBe(Duration.Minutes(11));
        officer.SendsTo<TaskDone>().Single().ShouldBe((Case, new TaskDone(7, 0), 0));
        officer.Sends<TaskTold>().Single().ShouldBe(new TaskTold(0, 3));
        officer.Says<LegStarted>().Single().To.ShouldBe(0);
    }

    [Fact]
    public void A_task_that_comes_as_he_sets_out_for_home_turns_him_round_and_one_that_comes_later_does_not()
    {
        var officer = AfterTask();
        officer.When(Take(cell: 4, ticket: 8)).Says<LegStarted>().Single().ShouldBe(new LegStarted(new Instant((11 * 60_000) + 20_000), 3, 4, 100, 1));
        var late = AfterTask();
        late.Minutes = 11.5;
        late.When(Take(cell: 4, ticket: 8)).Effects.ShouldBe(0);
        late.Minutes = 12;
        late.When(new StepEnds()).Says<LegStarted>().Single().From.ShouldBe(0);
    }

    [Fact]
    public void Of_his_tasks_he_takes_the_most_urgent_next()
    {
        var officer = Waiting().When(Take(1, ticket: 1)).When(Take(1, ticket: 2)).When(Take(1, ticket: 3, priority: 0));
        officer.When(new StepEnds()).When(new StepEnds());
        officer.Model.Officers[0].Facts.Task.Ticket.ShouldBe(3);
    }

    [Fact]
    public void When_his_shift_ends_he_finishes_the_task_in_hand_and_hands_back_the_others_at_once()
    {
        var officer = Waiting(Rules.Hours(0, 8)).When(Take(3, ticket: 1)).When(Take(4, ticket: 2));
        officer.Minutes = 8 * 60;
        officer.When(new ShiftChanges()).Sends<DutyTold>().Single().ShouldBe(new DutyTold(0, 0, 0, 1));
        officer.Sends<TaskReturns>().Single().Task.Ticket.ShouldBe(2);
        officer.Says<OfficerDutyChanged>().ShouldBeEmpty();
        officer.When(new StepEnds()).When(new StepEnds()).Sends<TaskDone>().Length.ShouldBe(1);
        officer.Says<OfficerDutyChanged>().Single().On.ShouldBe(0);
        officer.Sends<DutyTold>().ShouldBeEmpty();
    }

    [Fact]
    public void A_task_that_reaches_him_after_his_shift_goes_back()
    {
        var officer = Waiting(Rules.Hours(0, 8));
        officer.Minutes = 8 * 60;
        officer.When(new ShiftChanges()).Says<OfficerDutyChanged>().Single().On.ShouldBe(0);
        officer.When(Take(3, ticket: 1)).Sends<TaskReturns>().Single().Task.Ticket.ShouldBe(1);
    }

    [Fact]
    public void Who_works_through_to_his_next_shift_tells_his_team_that_he_has_a_task_in_hand()
    {
        var officer = Waiting([.. Rules.Hours(0, 8), .. Rules.Hours(9, 17)]).When(Take(3, ticket: 1, workMinutes: 600));
        officer.Minutes = 8 * 60;
        officer.When(new ShiftChanges());
        officer.Minutes = 9 * 60;
        officer.When(new ShiftChanges()).Sends<DutyTold>().Single().ShouldBe(new DutyTold(0, 0, 1, 1));
        officer.Says<OfficerDutyChanged>().ShouldBeEmpty();
    }

    [Fact]
    public void No_team_and_officer_toss_a_task_to_and_fro_for_ever()
    {
        // The cell's own officer is at a task when his shift ends; the next task of his cell comes before he has finished.
        var world = new Town(2, 1).Policy(DispatchPolicy.OwnCell).Officer([0, 1], Rules.Hours(0, 1)).World(1);
        world.Post(Grain.TeamOf(0), new TaskNeeded(Task(0, ticket: 1, workMinutes: 120)), Instant.Start + Duration.Minutes(30));
        world.Post(Grain.TeamOf(0), new TaskNeeded(Task(1, ticket: 2, workMinutes: 5)), Instant.Start + Duration.Minutes(90));
        world.RunUntil(Instant.Start + Duration.Hours(20));
        world.Model.Teams[0].Waiting.Single().Task.Ticket.ShouldBe(2);
        world.RunUntil(Instant.Start + Duration.Hours(25));
        world.Model.Teams[0].Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void On_patrol_he_walks_his_beat_and_looks_at_each_cell()
    {
        var officer = new OneGrain(new Town(8, 1).Officer([0, 1, 2], patrols: true), Grain.OfficerOf(0));
        foreach (var cell in (int[])[0, 1, 2, 0])
        {
            officer.When(new StepEnds()).SendsTo<PatrolPasses>().Single().To.ShouldBe(Grain.SceneOf(cell));
            officer.SendsTo<PatrolVisits>().Single().To.ShouldBe(Grain.CellOf(cell));
            officer.SendsTo<StepEnds>().Single().AfterMinutes.ShouldBe(5, "a look takes five minutes");
            officer.When(new StepEnds());
        }
    }

    [Fact]
    public void A_task_breaks_off_a_look()
    {
        var officer = new OneGrain(new Town(8, 1).Officer([0, 1], patrols: true), Grain.OfficerOf(0)).When(new StepEnds());
        officer.Model.Officers[0].Facts.Doing.ShouldBe(Doing.Looking);
        officer.When(Take(3, ticket: 1)).Says<TaskBegan>().Length.ShouldBe(1);
    }

    private static OneGrain Waiting(Shift[]? shifts = null) =>
        new OneGrain(new Town(8, 1).Officer([0], shifts), Grain.OfficerOf(0)) is var officer && officer.Sends<DutyTold>().Single().On == 1
            ? officer
            : throw new InvalidOperationException("the officer did not come on duty");

    private static OneGrain AfterTask()
    {
        var officer = Waiting().When(Take(cell: 3, ticket: 7, workMinutes: 10));
        officer.Minutes = 1;
        officer.When(new StepEnds());
        officer.Minutes = 11;
        return officer.When(new StepEnds());
    }

    private static TakeTask Take(int cell, int ticket, double workMinutes = 5, short priority = 5) =>
        new(Task(cell, ticket, workMinutes) with { Priority = priority });

    private static OfficerTask Task(int cell, int ticket, double workMinutes) =>
        new(Case, new Duration((long)(workMinutes * 60_000)), ticket, cell, -1, 5, 4);
}
