using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Time;
using static GridGov.Twin.Domain.Tests.Exercises.PlayedTown;

namespace GridGov.Twin.Domain.Tests.Exercises;

/// <summary>What controllers and evaluators may tell an exercise, and when.</summary>
public class ControllerOrdersTests
{
    [Fact]
    public void An_inject_delivered_by_hand_does_not_come_again_when_it_falls_due()
    {
        var town = Script();
        town.At(2).Order(reference => new DeliverInject(reference, 0)).ShouldBeNull();
        town.Book.Injects[0].At.ShouldBe(StartEx + Duration.Minutes(2));
        town.Book.Expected[0].Due.ShouldBe(StartEx + Duration.Minutes(62));
        town.Order(reference => new DeliverInject(reference, 0)).ShouldBe(OrderRefusal.Delivered);
        town.At(30).Heard.Of<InjectDelivered>().Count().ShouldBe(1);
    }

    [Fact]
    public void A_skipped_inject_does_not_come_and_nothing_is_expected_of_it()
    {
        var town = Script();
        town.At(2).Order(reference => new SkipInject(reference, 0)).ShouldBeNull();
        town.At(30).Heard.Of<InjectDelivered>().ShouldBeEmpty();
        town.Book.Expected[0].Standing.ShouldBe(Standing.NotYet);
        town.Order(reference => new DeliverInject(reference, 0)).ShouldBe(OrderRefusal.Skipped);
    }

    [Fact]
    public void What_an_evaluator_says_counts_whatever_was_counted_before_and_lets_the_script_go_on()
    {
        var town = Script();
        town.At(11).Order(reference => new JudgeAction(reference, 0, Standing.Met)).ShouldBeNull();
        (town.Book.Expected[0].Standing, town.Book.Expected[0].JudgedBy).ShouldBe((Standing.Met, 100));
        town.At(20).Book.Injects[2].Standing.ShouldBe(InjectStanding.Delivered, "it comes once the action was done");
        town.Order(reference => new JudgeAction(reference, 0, Standing.Missed)).ShouldBeNull();
        (town.Book.Expected[0].Standing, town.Book.Expected[0].At).ShouldBe((Standing.Missed, null));
    }

    [Fact]
    public void After_the_end_evaluators_judge_and_rate_and_nothing_else_happens()
    {
        var town = Script();
        town.At(30).Order(reference => new EndExercise(reference)).ShouldBeNull();
        town.Book.Ended.ShouldBe(StartEx + Duration.Minutes(30));
        town.Act(town.CaseOf(0), CaseAction.Urge, "leader");
        town.At(179).Book.Expected[0].Standing.ShouldBe(Standing.Awaited, "neither done nor missed");
        town.Order(reference => new JudgeAction(reference, 0, Standing.Late)).ShouldBeNull();
        town.Order(reference => new RateObjective(reference, 1, Rating.SomeChallenges)).ShouldBeNull();
        town.Order(reference => new TakeNote(reference)).ShouldBeNull();
        (town.Book.Expected[0].Standing, town.Book.Objectives[1].Rating).ShouldBe((Standing.Late, Rating.SomeChallenges));
        town.Order(reference => new DeliverInject(reference, 1)).ShouldBe(OrderRefusal.Over);
        town.Order(reference => new EndExercise(reference)).ShouldBe(OrderRefusal.Over);
        town.At(200).Heard.Of<ExerciseEnded>().Count().ShouldBe(1);
    }

    [Fact]
    public void Its_time_up_it_ends_by_itself()
    {
        var town = Script();
        town.At(181).Book.Ended.ShouldBe(StartEx + Duration.Hours(3));
        town.Heard.Of<ExerciseEnded>().Single().Reference.ShouldBe(-1);
    }

    [Fact]
    public void Before_it_begins_and_where_there_is_no_such_thing_an_order_is_refused()
    {
        var town = Script();
        town.At(-5).Order(reference => new DeliverInject(reference, 0)).ShouldBe(OrderRefusal.NotBegun);
        town.Order(reference => new JudgeAction(reference, 0, Standing.Met)).ShouldBe(OrderRefusal.NotBegun);
        town.Order(reference => new RateObjective(reference, 0, Rating.Unable)).ShouldBe(OrderRefusal.NotBegun);
        town.At(1).Order(reference => new SkipInject(reference, 9)).ShouldBe(OrderRefusal.NoSuch);
        town.Order(reference => new SkipInject(reference, -1)).ShouldBe(OrderRefusal.NoSuch);
        town.Order(reference => new JudgeAction(reference, 5, Standing.Met)).ShouldBe(OrderRefusal.NoSuch);
        town.Order(reference => new JudgeAction(reference, 0, Standing.Met)).ShouldBe(OrderRefusal.NoJudgement, "nothing is expected yet");
        town.At(11).Order(reference => new JudgeAction(reference, 0, Standing.Awaited)).ShouldBe(OrderRefusal.NoJudgement);
        town.Order(reference => new RateObjective(reference, 2, Rating.Unable)).ShouldBe(OrderRefusal.NoSuch);
        town.Order(reference => new RateObjective(reference, 0, (Rating)9)).ShouldBe(OrderRefusal.NoJudgement);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_exercise_restored_at_any_moment_ends_as_the_one_that_was_not(int seed)
    {
        var random = new Random(seed);
        var (whole, broken) = (Script(), Script());
        for (var minutes = 0.0; minutes < 190; minutes += random.Next(1, 20))
        {
            foreach (var town in new[] { whole, broken })
            {
                town.At(minutes);
                town.Order(reference => new DeliverInject(reference, (long)minutes % 3));
                if (town.Book.CasesOf(0).Any())
                {
                    town.Act(town.CaseOf(0), CaseAction.Urge, "leader");
                }
            }

            broken.World.Restore(broken.World.Save());
        }

        (broken.World.EventHash, broken.World.StateHash()).ShouldBe((whole.World.EventHash, whole.World.StateHash()), $"seed {seed}");
    }

    private static PlayedTown Script() => PlayedTown.Of(script =>
    {
        script.Expect(script.Inject(brings: Burst()), CaseAction.File, "acceptor");
        script.Inject(InjectTrigger.ByHand);
        script.Inject(InjectTrigger.OnceMet, 0, afterMinutes: 5);
    });
}
