using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;
using MathNet.Numerics.Distributions;

namespace GridGov.Twin.Engine.Tests.Chance;

public class DistributionTests
{
    private const int Draws = 200_000;

    public static TheoryData<string> All => [.. Shapes.Keys];

    private static Dictionary<string, (Distribution Drawn, Func<double, double> Cdf)> Shapes { get; } = new()
    {
        ["uniform"] = (Distribution.Uniform(100, 900), x => Math.Clamp((x - 100) / 800, 0, 1)),
        ["exponential"] = (Distribution.Exponential(5000), x => 1 - Math.Exp(-x / 5000)),
        ["lognormal"] = (Distribution.Lognormal(60_000, 0.8), new LogNormal(Math.Log(60_000) - (Math.Log(1.64) / 2), Math.Sqrt(Math.Log(1.64))).CumulativeDistribution),
        ["gamma below one"] = (Distribution.Gamma(1000, 1.6), new Gamma(1 / 2.56, 1 / 2560.0).CumulativeDistribution),
        ["gamma above one"] = (Distribution.Gamma(1000, 0.3), new Gamma(1 / 0.09, 1 / 90.0).CumulativeDistribution),
        ["erlang"] = (Distribution.Erlang(3000, 4), new Erlang(4, 4 / 3000.0).CumulativeDistribution),
        ["erlang of many"] = (Distribution.Erlang(3000, 40), new Erlang(40, 40 / 3000.0).CumulativeDistribution),
        ["triangular"] = (Distribution.Triangular(10, 60, 400), new Triangular(10, 400, 60).CumulativeDistribution),
        ["hyperexponential"] = (Distribution.Hyperexponential(1000, 4), x => TwoPhases(x, 1000, 4)),
        ["measured"] = (Distribution.Empirical([700, 100, 200, 400]), x => Interpolated(x, [100, 200, 400, 700])),
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Draws_have_the_stated_mean_and_variance(string shape)
    {
        var drawn = Shapes[shape].Drawn;
        var sample = Sample(drawn, 11);
        var mean = sample.Average();
        var squares = sample.Select(x => (x - mean) * (x - mean)).ToArray();
        var variance = squares.Average();
        var errorOfMean = Math.Sqrt(variance / Draws);
        var errorOfVariance = Math.Sqrt(squares.Select(s => (s - variance) * (s - variance)).Average() / Draws);
        mean.ShouldBe(drawn.MeanMs, 4 * errorOfMean);
        variance.ShouldBe(drawn.VarianceMs2, 4 * errorOfVariance);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Draws_follow_the_distribution_function(string shape)
    {
        var (drawn, cdf) = Shapes[shape];
        var sample = Sample(drawn, 12);
        Array.Sort(sample);
        var farthest = 0.0;
        for (var i = 0; i < Draws; i++)
        {
            var expected = cdf(sample[i]);
            farthest = Math.Max(farthest, Math.Max(expected - ((double)i / Draws), ((i + 1.0) / Draws) - expected));
        }

        // Kolmogorov and Smirnov: beyond 1.95/√n once in a thousand.
        farthest.ShouldBeLessThan(1.95 / Math.Sqrt(Draws));
    }

    [Fact]
    public void Weighted_values_come_as_often_as_their_weights_say()
    {
        double[] weights = [5, 0, 1, 3, 0.5, 0.5];
        var distribution = Distribution.Empirical([10, 20, 30, 40, 50, 60], weights);
        var counts = new int[6];
        foreach (var x in Sample(distribution, 13))
        {
            counts[(int)(x / 10) - 1]++;
        }

        counts[1].ShouldBe(0);
        var chiSquare = counts.Select((n, i) => weights[i] == 0 ? 0 : Math.Pow(n - (Draws * weights[i] / 10), 2) / (Draws * weights[i] / 10)).Sum();
        chiSquare.ShouldBeLessThan(ChiSquared.InvCDF(4, 0.999));
        distribution.MeanMs.ShouldBe(25.5, 1e-9);
        distribution.VarianceMs2.ShouldBe(((500 + 900 + 4800 + 1250 + 1800) / 10.0) - (25.5 * 25.5), 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(12)]
    [InlineData(130)]
    public void Poisson_counts_follow_their_probabilities(double mean)
    {
        var chance = ChanceStream.For(14, 1, 1);
        var counts = new Dictionary<long, int>();
        for (var i = 0; i < Draws; i++)
        {
            var n = chance.Poisson(mean);
            counts[n] = counts.GetValueOrDefault(n) + 1;
        }

        if (mean == 0)
        {
            counts.Keys.ShouldBe([0L]);
            return;
        }

        var likely = Enumerable.Range(0, 400).Where(n => Poisson.PMF(mean, n) * Draws > 20).ToArray();
        var chiSquare = likely.Sum(n => Math.Pow(counts.GetValueOrDefault(n) - (Poisson.PMF(mean, n) * Draws), 2) / (Poisson.PMF(mean, n) * Draws));
        chiSquare.ShouldBeLessThan(ChiSquared.InvCDF(likely.Length, 0.999));
    }

    [Fact]
    public void Normal_draws_follow_the_normal_distribution()
    {
        var chance = ChanceStream.For(15, 1, 1);
        var sample = Enumerable.Range(0, Draws).Select(_ => chance.Normal()).Order().ToArray();
        var farthest = sample.Select((x, i) => Math.Abs(Normal.CDF(0, 1, x) - ((i + 0.5) / Draws))).Max();
        farthest.ShouldBeLessThan(1.95 / Math.Sqrt(Draws));
    }

    [Fact]
    public void A_constant_is_constant_and_draws_nothing()
    {
        var chance = ChanceStream.For(1, 1, 1);
        Distribution.Constant(1500).Sample(ref chance).ShouldBe(new Duration(1500));
        chance.Drawn.ShouldBe(0UL);
        Distribution.Empirical([42]).SampleMs(ref chance).ShouldBe(42);
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_mean_that_is_no_length_is_refused_with_its_value(double mean)
    {
        var refused = Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Exponential(mean));
        refused.ActualValue.ShouldBe(mean);
        refused.ParamName.ShouldBe("meanMs");
        Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Lognormal(mean, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Lognormal(1, mean));
        Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Gamma(mean, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Gamma(1, mean));
        Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Erlang(mean, 2));
        Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Hyperexponential(mean, 2));
    }

    [Fact]
    public void Parameters_that_contradict_each_other_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Constant(-1)).ActualValue.ShouldBe(-1.0);
        Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Uniform(5, 4)).ParamName.ShouldBe("maxMs");
        Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Triangular(1, 9, 5)).ParamName.ShouldBe("maxMs");
        Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Triangular(3, 2, 5)).ParamName.ShouldBe("modeMs");
        Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Erlang(5, 0)).ParamName.ShouldBe("phases");
        Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Hyperexponential(5, 1)).ParamName.ShouldBe("cv2");
        Should.Throw<ArgumentException>(() => Distribution.Empirical([]));
        Should.Throw<ArgumentException>(() => Distribution.Empirical([1, 2], [1]));
        Should.Throw<ArgumentException>(() => Distribution.Empirical([1, 2], [0, 0]));
        Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Empirical([1, 2], [1, -1])).ActualValue.ShouldBe(-1.0);
        Should.Throw<ArgumentOutOfRangeException>(() => Distribution.Empirical([1, -2]));
    }

    private static double[] Sample(Distribution distribution, ulong seed)
    {
        var chance = ChanceStream.For(seed, 1, 1);
        var sample = new double[Draws];
        foreach (ref var x in sample.AsSpan())
        {
            x = distribution.SampleMs(ref chance);
        }

        return sample;
    }

    private static double TwoPhases(double x, double mean, double cv2)
    {
        var p = (1 + Math.Sqrt((cv2 - 1) / (cv2 + 1))) / 2;
        return 1 - (p * Math.Exp(-2 * p * x / mean)) - ((1 - p) * Math.Exp(-2 * (1 - p) * x / mean));
    }

    private static double Interpolated(double x, double[] points)
    {
        var below = Math.Clamp(Array.FindLastIndex(points, p => p <= x), 0, points.Length - 2);
        return Math.Clamp((below + ((x - points[below]) / (points[below + 1] - points[below]))) / (points.Length - 1), 0, 1);
    }
}
