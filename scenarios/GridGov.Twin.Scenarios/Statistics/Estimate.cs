using MathNet.Numerics.Distributions;

namespace GridGov.Twin.Scenarios.Statistics;

/// <summary>
/// The mean of independent observations with its two-sided Student interval: mean ± t(n − 1) · s / √n.
/// </summary>
/// <param name="Count">How many observations there were, at least 1.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation; 0 for one observation.</param>
/// <param name="HalfWidth">Half the width of the interval; null for one observation, which says nothing about its spread.</param>
public sealed record Estimate(int Count, double Mean, double Deviation, double? HalfWidth)
{
    /// <summary>The lower end of the interval.</summary>
    public double? Low => Mean - HalfWidth;

    /// <summary>The upper end of the interval.</summary>
    public double? High => Mean + HalfWidth;

    /// <summary>The estimate of the values that exist; null when none does.</summary>
    /// <param name="values">One value per replication; null where a replication has none.</param>
    /// <param name="confidence">The chance that the interval covers the true mean, in (0, 1).</param>
    public static Estimate? Of(IEnumerable<double?> values, double confidence)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] there = [.. values.Where(value => value.HasValue).Select(value => value!.Value)];
        if (there.Length == 0)
        {
            return null;
        }

        var mean = there.Average();
        if (there.Length == 1)
        {
            return new Estimate(1, mean, 0, null);
        }

        var deviation = Math.Sqrt(there.Sum(value => (value - mean) * (value - mean)) / (there.Length - 1));
        return new Estimate(there.Length, mean, deviation, StudentQuantile(confidence, there.Length - 1) * deviation / Math.Sqrt(there.Length));
    }

    /// <summary>The t that a Student variable stays within, on both sides, with this probability.</summary>
    internal static double StudentQuantile(double confidence, double freedom) => StudentT.InvCDF(0, 1, freedom, 0.5 + (confidence / 2));

    /// <summary>The chance that a Student variable is as far from 0 as <paramref name="t"/>, on either side.</summary>
    internal static double TwoSidedChance(double t, double freedom) =>
        double.IsInfinity(t) ? 0 : 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(t));
}
