namespace GridGov.Twin.Scenarios.Statistics;

/// <summary>
/// How much larger the mean of one variant is than that of another, with its interval and the chance of as large a difference by luck alone.
/// </summary>
/// <param name="Count">Pairs of observations; for <see cref="Welch"/> the smaller of the two counts.</param>
/// <param name="Mean">The mean difference.</param>
/// <param name="HalfWidth">Half the width of its interval; null when there are too few observations.</param>
/// <param name="Chance">The two-sided p value; null when there are too few observations.</param>
public sealed record Difference(int Count, double Mean, double? HalfWidth, double? Chance)
{
    /// <summary>
    /// Whether the interval leaves out zero. One difference alone; of many compared at once, <see cref="Holm"/> says which stand.
    /// </summary>
    public bool IsClear => HalfWidth is { } half && Math.Abs(Mean) > half;

    /// <summary>
    /// The paired Student interval: replication by replication, as common random numbers make pairs alike. Pairs in which either value does
    /// not exist are left out; null when no pair is left.
    /// </summary>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static Difference? Paired(IReadOnlyList<double?> values, IReadOnlyList<double?> than, double confidence)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(than);
        if (values.Count != than.Count)
        {
            throw new ArgumentException($"{values.Count} and {than.Count} observations make no pairs", nameof(than));
        }

        var differences = Estimate.Of(values.Zip(than, (value, other) => value - other), confidence);
        return differences is null ? null
            : new Difference(differences.Count, differences.Mean, differences.HalfWidth, ChanceOf(differences.Mean, differences, differences.Count - 1));
    }

    /// <summary>Welch's interval for observations that are no pairs, with the Welch–Satterthwaite freedom; null when either has none.</summary>
    public static Difference? Welch(IReadOnlyList<double?> values, IReadOnlyList<double?> than, double confidence)
    {
        var (one, two) = (Estimate.Of(values, confidence), Estimate.Of(than, confidence));
        if (one is null || two is null)
        {
            return null;
        }

        var mean = one.Mean - two.Mean;
        var count = Math.Min(one.Count, two.Count);
        if (count < 2)
        {
            return new Difference(count, mean, null, null);
        }

        var (a, b) = (one.Deviation * one.Deviation / one.Count, two.Deviation * two.Deviation / two.Count);
        var error = Math.Sqrt(a + b);
        if (error == 0)
        {
            return new Difference(count, mean, 0, mean == 0 ? 1 : 0);
        }

        var freedom = (a + b) * (a + b) / ((a * a / (one.Count - 1)) + (b * b / (two.Count - 1)));
        return new Difference(count, mean, Estimate.StudentQuantile(confidence, freedom) * error, Estimate.TwoSidedChance(mean / error, freedom));
    }

    private static double? ChanceOf(double mean, Estimate of, int freedom)
    {
        if (freedom < 1)
        {
            return null;
        }

        // Equal in every pair: no chance in it, neither way.
        return of.Deviation == 0 ? (mean == 0 ? 1 : 0) : Estimate.TwoSidedChance(mean / (of.Deviation / Math.Sqrt(of.Count)), freedom);
    }
}
