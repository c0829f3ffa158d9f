using MathNet.Numerics;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>
/// The 95 % prediction interval of a count of known mean and variance: negative binomial where it varies more than a Poisson count, else Poisson.
/// Both ends count as inside, so that it covers at least 95 %.
/// </summary>
public static class CountInterval
{
    private const double Tail = 0.025;

    /// <summary>The interval's ends.</summary>
    public static (long Low, long High) Of(double mean, double variance) => (Quantile(mean, variance, Tail), Quantile(mean, variance, 1 - Tail));

    /// <summary>The smallest count whose cumulated probability reaches <paramref name="p"/>.</summary>
    public static long Quantile(double mean, double variance, double p)
    {
        if (mean <= 0)
        {
            return 0;
        }

        var (low, high) = (-1L, (long)Math.Ceiling(mean) + 1);
        while (Cumulated(mean, variance, high) < p)
        {
            high *= 2;
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Cumulated(mean, variance, middle) < p ? (middle, high) : (low, middle);
        }

        return high;
    }

    // Poisson: Q(k + 1, m). Negative binomial of size r = m²/(v − m): I of p = r/(r + m) at (r, k + 1).
    private static double Cumulated(double mean, double variance, long count)
    {
        const double NoticeablyMore = 1 + 1e-9;
        if (variance <= mean * NoticeablyMore)
        {
            return SpecialFunctions.GammaUpperRegularized(count + 1, mean);
        }

        var size = mean * mean / (variance - mean);
        return SpecialFunctions.BetaRegularized(size, count + 1, size / (size + mean));
    }
}
