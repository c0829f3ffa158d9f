using MathNet.Numerics.Distributions;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>How daily counts vary around what was expected of each day.</summary>
/// <param name="Mean">The mean count a day.</param>
/// <param name="Variance">The variance of the counts (n − 1 in the denominator).</param>
/// <param name="Pearson">Σ(n − μ)²/μ over the degrees of freedom, μ being the expectation by weekday: 1 for Poisson counts, more when over-dispersed.</param>
/// <param name="PoissonP">The two-sided p-value of the Pearson statistic as χ²: small where the counts are not Poisson around their expectations.</param>
/// <param name="Size">The negative binomial's size r by moments, variance μ + μ²/r; infinite where the counts are not over-dispersed.</param>
/// <param name="NextDay">The correlation of a day's residual with the next day's: above 0 where bad days come together.</param>
public sealed record DailyDispersion(double Mean, double Variance, double Pearson, double PoissonP, double Size, double NextDay)
{
    /// <summary>Variance over mean of the daily counts: 1 for Poisson counts.</summary>
    public double Index => Mean > 0 ? Variance / Mean : 1;

    /// <summary>How much more a sum over many days varies when neighbouring days go together: (1 + ρ)/(1 − ρ) of a first-order autoregression, at least 1.</summary>
    public double Clustering => NextDay is > 0 and < MostCorrelated ? (1 + NextDay) / (1 - NextDay) : NextDay >= MostCorrelated ? (1 + MostCorrelated) / (1 - MostCorrelated) : 1;

    private const double MostCorrelated = 0.9;

    /// <summary>Measures counts against their expectations; <paramref name="parameters"/> were fitted to them.</summary>
    public static DailyDispersion Of(IReadOnlyList<double> counts, IReadOnlyList<double> expected, int parameters)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(expected);
        var mean = counts.Average();
        var variance = counts.Count > 1 ? counts.Sum(n => (n - mean) * (n - mean)) / (counts.Count - 1) : 0;
        var freedom = Math.Max(1, counts.Count - parameters);
        var (statistic, excess, squares) = (0.0, 0.0, 0.0);
        for (var i = 0; i < counts.Count; i++)
        {
            var gap = counts[i] - expected[i];
            statistic += expected[i] > 0 ? gap * gap / expected[i] : 0;
            excess += (gap * gap * counts.Count / freedom) - expected[i];
            squares += expected[i] * expected[i];
        }

        var below = ChiSquared.CDF(freedom, statistic);
        return new DailyDispersion(
            mean, variance, statistic / freedom, Math.Min(1, 2 * Math.Min(below, 1 - below)), excess > 0 ? squares / excess : double.PositiveInfinity,
            Neighbours(counts, expected));
    }

    private static double Neighbours(IReadOnlyList<double> counts, IReadOnlyList<double> expected)
    {
        double[] scaled = [.. counts.Select((n, i) => expected[i] > 0 ? (n - expected[i]) / Math.Sqrt(expected[i]) : 0)];
        var mean = scaled.Average();
        double[] residuals = [.. scaled.Select(r => r - mean)];
        var squares = residuals.Sum(r => r * r);
        return squares > 0 ? Enumerable.Range(0, Math.Max(0, residuals.Length - 1)).Sum(i => residuals[i] * residuals[i + 1]) / squares : 0;
    }
}
