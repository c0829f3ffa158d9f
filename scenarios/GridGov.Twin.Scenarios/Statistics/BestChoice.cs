namespace GridGov.Twin.Scenarios.Statistics;

/// <summary>
/// Which of several variants is the best, by the fully sequential procedure of Kim and Nelson (ACM TOMACS 11 (2001) 251) with c = 1. With
/// normal observations, paired by common random numbers, the best is chosen with at least the wanted probability whenever it is better than
/// every other by at least the indifference δ.
/// </summary>
/// <param name="Remaining">The variants not yet shown to be worse, by index; one when the choice is made.</param>
/// <param name="Leader">The variant with the best mean among them.</param>
public sealed record BestChoice(int[] Remaining, int Leader)
{
    /// <summary>The fewest observations of each variant before anything is said.</summary>
    public const int FirstStage = 10;

    /// <summary>Whether only one variant is left.</summary>
    public bool IsMade => Remaining.Length == 1;

    /// <summary>
    /// The choice after as many observations as there are, the larger the better. It depends on these numbers alone, so it can be taken
    /// anew after every replication.
    /// </summary>
    /// <param name="values">For each variant its observations; the n-th of all variants belong together.</param>
    /// <param name="matters">The indifference δ, above 0: a smaller difference does not matter.</param>
    /// <param name="confidence">The wanted probability of a correct choice, in (1/k, 1).</param>
    /// <exception cref="ArgumentException">There are fewer than <see cref="FirstStage"/> observations, or no variant.</exception>
    public static BestChoice Of(IReadOnlyList<IReadOnlyList<double>> values, double matters, double confidence)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(matters);
        var count = values.Count == 0 ? 0 : values.Min(row => row.Count);
        if (count < FirstStage)
        {
            throw new ArgumentException($"{count} observations are too few: a choice needs {FirstStage}", nameof(values));
        }

        var left = Enumerable.Range(0, values.Count).ToList();
        var sums = values.Select(row => row.Take(FirstStage).Sum()).ToArray();
        var spreads = Spreads(values);
        var eta = 0.5 * (Math.Pow(2 * (1 - confidence) / Math.Max(1, values.Count - 1), -2.0 / (FirstStage - 1)) - 1);
        for (var n = FirstStage; left.Count > 1; n++)
        {
            var beaten = left.Where(i => left.Exists(l => l != i && sums[i] < sums[l] - Slack(eta, matters, spreads[i, l], n))).ToArray();
            left.RemoveAll(i => beaten.Contains(i));
            if (n == count)
            {
                break;
            }

            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += values[i][n];
            }
        }

        return new BestChoice([.. left], left.MaxBy(i => values[i].Take(count).Sum()));
    }

    // W(n) of the paper, times n: how far a sum may lie behind another's without being beaten.
    private static double Slack(double eta, double matters, double variance, int n) =>
        Math.Max(0, (eta * (FirstStage - 1) * variance / matters) - (matters * n / 2));

    // The variance of the difference of each two variants in the first stage.
    private static double[,] Spreads(IReadOnlyList<IReadOnlyList<double>> values)
    {
        var spreads = new double[values.Count, values.Count];
        for (var i = 0; i < values.Count; i++)
        {
            for (var l = 0; l < values.Count; l++)
            {
                var differences = Enumerable.Range(0, FirstStage).Select(n => values[i][n] - values[l][n]).ToArray();
                var mean = differences.Average();
                spreads[i, l] = differences.Sum(d => (d - mean) * (d - mean)) / (FirstStage - 1);
            }
        }

        return spreads;
    }
}
