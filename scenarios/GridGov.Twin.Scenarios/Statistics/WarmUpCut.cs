namespace GridGov.Twin.Scenarios.Statistics;

/// <summary>
/// Where a series has left its beginning behind, by MSER-5 (White 1997): of all cuts, the one after which the mean of the rest has the
/// smallest standard error, seen in means of five values.
/// </summary>
/// <param name="Values">How many values to leave out, a multiple of 5.</param>
/// <param name="IsSettled">
/// Whether the cut lies in the first half. If not, the series is still changing, and the run too short to say where it settles.
/// </param>
public sealed record WarmUpCut(int Values, bool IsSettled)
{
    private const int Batch = 5;

    // Fewer batches than this say nothing about where a series settles.
    private const int FewestBatches = 10;

    /// <summary>The cut of a series, of at least 50 values.</summary>
    /// <exception cref="ArgumentException">The series is shorter.</exception>
    public static WarmUpCut Of(IReadOnlyList<double> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var batches = series.Count / Batch;
        if (batches < FewestBatches)
        {
            throw new ArgumentException($"{series.Count} values are too few: MSER-5 needs {FewestBatches * Batch}", nameof(series));
        }

        var means = Enumerable.Range(0, batches).Select(batch => Enumerable.Range(batch * Batch, Batch).Average(i => series[i])).ToArray();
        var best = 0;
        var least = double.PositiveInfinity;

        // The last few batches alone may look alike by luck; a tenth of them must remain.
        for (var cut = 0; cut <= batches - Math.Max(FewestBatches / 2, batches / 10); cut++)
        {
            var error = SquaredError(means.AsSpan(cut));
            if (error < least)
            {
                (best, least) = (cut, error);
            }
        }

        return new WarmUpCut(best * Batch, best * 2 <= batches);
    }

    private static double SquaredError(ReadOnlySpan<double> means)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var mean in means)
        {
            sum += mean;
        }

        var centre = sum / means.Length;
        foreach (var mean in means)
        {
            squares += (mean - centre) * (mean - centre);
        }

        return squares / ((double)means.Length * means.Length);
    }
}
