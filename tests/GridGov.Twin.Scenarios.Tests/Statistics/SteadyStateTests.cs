using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Statistics;

namespace GridGov.Twin.Scenarios.Tests.Statistics;

public class SteadyStateTests
{
    [Fact]
    public void A_warm_up_is_cut_where_the_series_has_settled()
    {
        var cut = WarmUpCut.Of(Series(300, hour => 100 * Math.Exp(-hour / 15.0)));
        cut.Values.ShouldBeInRange(30, 100);
        cut.IsSettled.ShouldBeTrue();
    }

    [Fact]
    public void A_series_that_was_settled_from_the_beginning_loses_almost_nothing() =>
        WarmUpCut.Of(Series(300, _ => 0)).Values.ShouldBeLessThan(75);

    [Fact]
    public void A_series_that_never_settles_is_told()
    {
        var cut = WarmUpCut.Of(Series(300, hour => hour));
        cut.IsSettled.ShouldBeFalse();
    }

    [Fact]
    public void Too_short_a_series_is_refused() => Should.Throw<ArgumentException>(() => WarmUpCut.Of(Series(49, _ => 0)));

    [Fact]
    public void Independent_batches_pass_and_correlated_ones_do_not()
    {
        var chance = ChanceStream.For(7, 1, 0);
        var level = 0.0;
        double[] apart = [.. Enumerable.Range(0, 200).Select(_ => chance.Normal())];
        double[] together = [.. apart.Select(noise => level = (0.8 * level) + noise)];
        BatchMeans.Of(apart)!.AreLongEnough.ShouldBeTrue();
        BatchMeans.Of(together)!.AreLongEnough.ShouldBeFalse();
        BatchMeans.Of(together)!.Correlation.ShouldBe(0.8, 0.12);
        BatchMeans.Of(apart[..7]).ShouldBeNull();
    }

    private static double[] Series(int count, Func<int, double> course)
    {
        var chance = ChanceStream.For(3, 1, 0);
        return [.. Enumerable.Range(0, count).Select(hour => 50 + course(hour) + chance.Normal())];
    }
}
