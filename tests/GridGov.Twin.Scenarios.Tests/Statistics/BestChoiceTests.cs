using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Statistics;

namespace GridGov.Twin.Scenarios.Tests.Statistics;

public class BestChoiceTests
{
    private const int Most = 4_000;

    [Theory]
    [InlineData(2, 0.0)]
    [InlineData(5, 0.0)]
    [InlineData(5, 0.8)]
    public void The_best_is_chosen_in_95_of_100_cases_when_it_is_better_by_what_matters(int variants, double correlation)
    {
        // The least favourable case: all others lie exactly the indifference below the best.
        const int trials = 400;
        var correct = Enumerable.Range(0, trials).Count(trial => Chosen(trial, variants, correlation).Leader == variants - 1);
        ((double)correct / trials).ShouldBeGreaterThanOrEqualTo(0.93, $"{correct} of {trials}, seeds 0 to {trials - 1}");
    }

    [Fact]
    public void Common_random_numbers_need_fewer_observations() =>
        Observations(1, 3, 0.9).ShouldBeLessThan(Observations(1, 3, 0) / 2, "seed 1");

    [Fact]
    public void A_choice_is_not_made_before_it_is_sure()
    {
        var rows = Rows(1, 2, 0, BestChoice.FirstStage);
        BestChoice.Of(rows, 0.01, 0.95).IsMade.ShouldBeFalse();
        Should.Throw<ArgumentException>(() => BestChoice.Of([.. rows.Select(row => row[..9])], 0.5, 0.95));
    }

    [Fact]
    public void Equal_variants_are_both_left() =>
        BestChoice.Of([[.. Enumerable.Repeat(1.0, 50)], [.. Enumerable.Repeat(1.0, 50)]], 0.5, 0.95).Remaining.ShouldBe([0, 1]);

    private static BestChoice Chosen(int seed, int variants, double correlation)
    {
        var choice = BestChoice.Of(Rows(seed, variants, correlation, Most), 0.5, 0.95);
        choice.IsMade.ShouldBeTrue($"seed {seed}");
        return choice;
    }

    private static int Observations(int seed, int variants, double correlation)
    {
        var rows = Rows(seed, variants, correlation, Most);
        return Enumerable.Range(BestChoice.FirstStage, Most).First(n => BestChoice.Of([.. rows.Select(row => row[..n])], 0.1, 0.95).IsMade);
    }

    private static double[][] Rows(int seed, int variants, double correlation, int count)
    {
        var chance = ChanceStream.For((ulong)seed, 1, 0);
        var rows = Enumerable.Range(0, variants).Select(_ => new double[count]).ToArray();
        for (var n = 0; n < count; n++)
        {
            var common = chance.Normal();
            for (var i = 0; i < variants; i++)
            {
                rows[i][n] = (i == variants - 1 ? 0.5 : 0) + (Math.Sqrt(correlation) * common) + (Math.Sqrt(1 - correlation) * chance.Normal());
            }
        }

        return rows;
    }
}
