using MathNet.Numerics.Distributions;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>
/// Pearson's χ² of counts against expected shares. Counts that come in bursts give p-values that are too small; the statistic over its degrees
/// of freedom says how large the misfit is.
/// </summary>
public sealed record ProfileTest(double Statistic, int Freedom, double P)
{
    /// <summary>The least expectation of a class; thinner neighbours are joined until they have it (Cochran's rule).</summary>
    public const double LeastExpected = 5;

    /// <summary>Tests counts against expectations, which are scaled to the same sum; null where there are too few for two classes.</summary>
    public static ProfileTest? Of(double[] counts, double[] expected)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(expected);
        var scale = expected.Sum() > 0 ? counts.Sum() / expected.Sum() : 0;
        var classes = new List<(double Count, double Expected)>();
        var (count, expect) = (0.0, 0.0);
        for (var i = 0; i < counts.Length; i++)
        {
            (count, expect) = (count + counts[i], expect + (expected[i] * scale));
            if (expect >= LeastExpected)
            {
                classes.Add((count, expect));
                (count, expect) = (0, 0);
            }
        }

        if (classes.Count < 2)
        {
            return null;
        }

        classes[^1] = (classes[^1].Count + count, classes[^1].Expected + expect);
        var statistic = classes.Sum(c => (c.Count - c.Expected) * (c.Count - c.Expected) / c.Expected);
        return new ProfileTest(statistic, classes.Count - 1, 1 - ChiSquared.CDF(classes.Count - 1, statistic));
    }
}
