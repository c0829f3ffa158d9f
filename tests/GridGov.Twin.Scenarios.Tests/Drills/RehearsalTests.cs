using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Drills;

namespace GridGov.Twin.Scenarios.Tests.Drills;

public class RehearsalTests
{
    public static TheoryData<string> Shipped() =>
        [.. Directory.GetFiles(Tree.Shipped("drills"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Everything_that_a_shipped_drill_expects_can_be_done_in_its_time(string drill)
    {
        var plan = DrillPlan.Load(Tree.Shipped($"drills/{drill}.yaml"));
        var ideal = new Rehearsal(plan).Run(isPlayed: true, null, CancellationToken.None)!.Debrief;
        ideal.Actions.ShouldAllBe(line => line.Record.Standing == Standing.Met || line.Record.Standing == Standing.NotYet);
        ideal.Whole.Share.ShouldBe(1);
        var nobody = new Rehearsal(plan).Run(isPlayed: false, null, CancellationToken.None)!.Debrief;
        nobody.Actions.Where(line => line.Action.Player is not null).ShouldAllBe(line => line.Points.Had == 0);
        nobody.Ended.ShouldBe(plan.Exercise.Ends);
    }

    [Fact]
    public void The_same_drill_and_seed_end_in_the_same_hash_and_another_seed_in_another()
    {
        using var sketch = new DrillSketch();
        sketch.Rehearsed(isPlayed: true).Hash.ShouldBe(sketch.Rehearsed(isPlayed: true).Hash);
        sketch.Rehearsed(isPlayed: true).Hash.ShouldNotBe(sketch.Rehearsed(isPlayed: false).Hash);
        using var other = new DrillSketch("seed: 99");
        other.Rehearsed(isPlayed: false).Hash.ShouldNotBe(sketch.Rehearsed(isPlayed: false).Hash);
        new Rehearsal(sketch.Plan.Under(99)).Run(isPlayed: false, null, CancellationToken.None)!.Hash.ShouldBe(other.Rehearsed(isPlayed: false).Hash);
    }

    [Fact]
    public void Points_are_those_of_the_file_and_late_ones_count_in_part()
    {
        using var sketch = new DrillSketch("late: 0.25");
        var ideal = sketch.Rehearsed(isPlayed: true).Debrief;
        (ideal.Whole.Had, ideal.Whole.Of).ShouldBe((4, 4));
        var book = new ExerciseBook(sketch.Plan.Exercise);
        (book.Expected[0], book.Expected[1]) = (book.Expected[0] with { Standing = Standing.Missed }, book.Expected[1] with { Standing = Standing.Late });
        var score = DrillScore.Of(sketch.Plan.File, book);
        (score.Whole.Had, score.Whole.Of, score.Whole.Suggested).ShouldBe((0.75, 4, Rating.Unable));
        DrillScore.Of(sketch.Plan.File, new ExerciseBook(sketch.Plan.Exercise)).Whole.Suggested.ShouldBe(Rating.None, "nothing counts before its time");
    }

    [Fact]
    public void An_action_that_cannot_be_done_in_its_time_is_missed_by_the_ideal_player_too()
    {
        using var sketch = new DrillSketch(
            "expected: {file: {title: {zh: 立案, en: file}, inject: burst, player: acceptor, does: file, within: 1 s, objective: loop}}");
        sketch.Rehearsed(isPlayed: true).Debrief.Actions.Single().Record.Standing.ShouldBe(Standing.Late);
    }

    [Fact]
    public void From_StartEx_on_nobody_simulated_works_at_the_players_desks_and_everybody_elsewhere()
    {
        using var sketch = new DrillSketch();
        var (plan, begins) = (sketch.Plan.Scenario.Plan, sketch.Plan.Exercise.Begins);
        var played = plan.Desks.Where(desk => desk.Role >= 0).ToLookup(desk => plan.Workflow.Workflow.Roles[desk.Role].Id is "acceptor" or "dispatcher");
        PeopleAt(played[true], new Instant(begins.Milliseconds - 60_000)).ShouldAllBe(people => people > 0);
        PeopleAt(played[true], begins).ShouldAllBe(people => people == 0);
        PeopleAt(played[true], begins + Duration.Hours(24)).ShouldAllBe(people => people == 0);
        PeopleAt(played[false], begins).ShouldAllBe(people => people > 0);

        IEnumerable<int> PeopleAt(IEnumerable<Domain.Plans.DeskPlan> desks, Instant at) => desks.Select(desk => Roster.PeopleAt(desk.Shifts, plan.Calendar, at));
    }

    [Fact]
    public void A_rehearsal_that_is_stopped_has_no_result()
    {
        using var sketch = new DrillSketch();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        new Rehearsal(sketch.Plan).Run(isPlayed: true, null, stop.Token).ShouldBeNull();
        Beginning.Messages(sketch.Plan.Scenario.Plan)[^1].To.ShouldBe(Grain.TheExercise);
    }
}
