namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>
/// Empirical Bayes for counts (gamma-Poisson): a count n with expectation e has a factor θ of mean 1 and variance 1/α over its like, and the
/// estimate (n/φ + α)/(e/φ + α) lies between the raw n/e and 1. α comes from the counts by moments; φ ≥ 1 is how much more they vary than Poisson
/// counts for other reasons. No count, however small, gives a factor of zero.
/// </summary>
public static class Shrinkage
{
    /// <summary>The strength where the counts differ no more than chance makes them: every factor is 1.</summary>
    public const double Endless = double.PositiveInfinity;

    // With fewer than half a pseudo-count the prior would let an empty cell be empty for ever.
    private const double LeastStrength = 0.5;

    /// <summary>
    /// The prior's strength α by moments: E(n − e)² = φ·e·(1 − e/N) + e²/α where the expectations of a group sum to its total N.
    /// </summary>
    /// <param name="groups">Groups of counts with their expectations; each group's sums are equal.</param>
    /// <param name="dispersion">φ of each group.</param>
    public static double Strength(IReadOnlyList<(double[] Counts, double[] Expected)> groups, IReadOnlyList<double> dispersion)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(dispersion);
        var (excess, squares) = (0.0, 0.0);
        for (var g = 0; g < groups.Count; g++)
        {
            var (counts, expected) = groups[g];
            var total = expected.Sum();
            for (var i = 0; i < counts.Length && total > 0; i++)
            {
                var (gap, share) = (counts[i] - expected[i], expected[i] / total);
                excess += (gap * gap) - (dispersion[g] * expected[i] * (1 - share));
                squares += expected[i] * expected[i];
            }
        }

        return excess > 0 && squares > 0 ? Math.Max(LeastStrength, squares / excess) : Endless;
    }

    /// <summary>The factor of one count.</summary>
    public static double Factor(double count, double expected, double strength, double dispersion = 1) =>
        double.IsInfinity(strength) ? 1 : ((count / dispersion) + strength) / ((expected / dispersion) + strength);

    /// <summary>The factors of a group, scaled to a mean of 1.</summary>
    public static double[] Factors(double[] counts, double[] expected, double strength, double dispersion = 1)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(expected);
        return MeanOne([.. counts.Select((count, i) => Factor(count, expected[i], strength, dispersion))]);
    }

    /// <summary>The same numbers with a mean of 1.</summary>
    public static double[] MeanOne(double[] factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var mean = factors.Average();
        return mean > 0 ? [.. factors.Select(factor => factor / mean)] : factors;
    }
}
