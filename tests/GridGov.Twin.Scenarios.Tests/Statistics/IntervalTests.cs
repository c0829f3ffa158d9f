using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Statistics;

namespace GridGov.Twin.Scenarios.Tests.Statistics;

public class IntervalTests
{
    [Fact]
    public void A_mean_has_the_interval_of_the_textbook()
    {
        // t(0.975, 4) = 2.776445; s = 1.581139 of 1 to 5.
        var estimate = Estimate.Of([1.0, 2, 3, 4, 5], 0.95)!;
        estimate.Mean.ShouldBe(3);
        estimate.Deviation.ShouldBe(1.581139, 1e-6);
        estimate.HalfWidth!.Value.ShouldBe(2.776445 * 1.581139 / Math.Sqrt(5), 1e-5);
    }

    [Fact]
    public void One_observation_has_a_mean_and_no_interval_and_none_has_nothing()
    {
        Estimate.Of([null, 4.0], 0.95).ShouldBe(new Estimate(1, 4, 0, null));
        Estimate.Of([null, null], 0.95).ShouldBeNull();
    }

    [Fact]
    public void Ninety_five_of_a_hundred_intervals_hold_the_true_mean()
    {
        const ulong seed = 41;
        var chance = ChanceStream.For(seed, 1, 0);
        var held = Enumerable.Range(0, 4_000).Count(_ => Holds(ref chance));
        ((double)held / 4_000).ShouldBeInRange(0.94, 0.96, $"seed {seed}");
    }

    [Fact]
    public void Pairs_that_move_together_have_a_narrow_difference()
    {
        double?[] values = [11, 22, 33, 44], than = [10, 20, 32, 43];
        var paired = Difference.Paired(values, than, 0.95)!;
        paired.Mean.ShouldBe(1.25);
        paired.IsClear.ShouldBeTrue();
        paired.HalfWidth!.Value.ShouldBe(3.182446 * 0.5 / 2, 1e-5);
        var apart = Difference.Welch(values, than, 0.95)!;
        apart.Mean.ShouldBe(1.25);
        apart.IsClear.ShouldBeFalse();
        apart.HalfWidth!.Value.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Welch_has_the_freedom_of_Satterthwaite()
    {
        // Worked by hand: variances 2.5 and 40 over 5: t = −3/√8.5 = −1.028992, freedom 4.497753.
        var apart = Difference.Welch([1, 2, 3, 4, 5], [-2, 2, 6, 10, 14], 0.95)!;
        apart.Mean.ShouldBe(-3);
        apart.Chance!.Value.ShouldBe(TwoSided(-3 / Math.Sqrt(8.5), 4.497753), 1e-5);
    }

    [Fact]
    public void Pairs_without_both_values_are_left_out()
    {
        var paired = Difference.Paired([1, null, 3, 9], [0, 5, 2, null], 0.95)!;
        (paired.Count, paired.Mean, paired.Chance).ShouldBe((2, 1, 0));
        Difference.Paired([null], [1], 0.95).ShouldBeNull();
    }

    [Fact]
    public void Holm_corrects_for_being_several()
    {
        Holm.Adjust([0.01, 0.04, 0.03, 0.005]).ShouldBe([0.03, 0.06, 0.06, 0.02]);
        Holm.Adjust([null, 0.5, 0.9]).ShouldBe([null, 1, 1]);
    }

    private static double TwoSided(double t, double freedom) => 2 * MathNet.Numerics.Distributions.StudentT.CDF(0, 1, freedom, -Math.Abs(t));

    private static double?[] Normals(ref ChanceStream chance, int count)
    {
        var values = new double?[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = chance.Normal();
        }

        return values;
    }

    private static bool Holds(ref ChanceStream chance)
    {
        var estimate = Estimate.Of(Normals(ref chance, 8), 0.95)!;
        return Math.Abs(estimate.Mean) <= estimate.HalfWidth;
    }
}
