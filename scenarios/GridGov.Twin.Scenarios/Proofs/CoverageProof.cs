using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Statistics;

namespace GridGov.Twin.Scenarios.Proofs;

/// <summary>How often an interval that claims to hold the truth does so.</summary>
/// <param name="Intervals">How many intervals were made, each from replications of its own.</param>
/// <param name="Replications">Replications of each.</param>
/// <param name="Held">How many held the true value.</param>
/// <param name="Confidence">What they claim.</param>
public sealed record Coverage(int Intervals, int Replications, int Held, double Confidence)
{
    // 95 % of 1,000 intervals have a standard error of 0.7 %: 93 to 97 % leaves room for nearly three. Fewer intervals need more room.
    private const double Margin = 0.02;
    private const int Usual = 1_000;

    /// <summary>The share that held it.</summary>
    public double Share => (double)Held / Intervals;

    /// <summary>How far the share may lie from the claim: two points where 1,000 intervals were made.</summary>
    public double Room => Margin * Math.Sqrt((double)Usual / Intervals);

    /// <summary>Whether the share lies so near the claim.</summary>
    public bool Holds => Math.Abs(Share - Confidence) <= Room + 1e-12;
}

/// <summary>
/// Makes the same interval many times over, each time from other seeds, for a measure whose true value is known, and counts how often it holds
/// the truth.
/// </summary>
public static class CoverageProof
{
    /// <summary>Runs the proof on several threads; null when <paramref name="stop"/> was asked for.</summary>
    /// <param name="variant">The variant whose measure is known.</param>
    /// <param name="measure">The measure's machine name.</param>
    /// <param name="truth">Its true value.</param>
    /// <param name="intervals">How many intervals.</param>
    /// <param name="replications">Replications of each, at least 2.</param>
    /// <param name="threads">How many intervals are made at once.</param>
    /// <param name="watch">Told how many intervals are done.</param>
    /// <param name="stop">Asks for a stop.</param>
    public static Coverage? Run(
        Variant variant, string measure, double truth, int intervals, int replications, int threads, Action<int>? watch, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(variant);
        const double confidence = 0.95;
        var (held, done) = (0, 0);
        var gate = new Lock();
        Parallel.For(0, intervals, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, (interval, loop) =>
        {
            var values = new double?[replications];
            for (var i = 0; i < replications; i++)
            {
                var replication = new Replication(variant, (ulong)((interval * replications) + i + 1), WarmUpOf(variant), 1);
                if (replication.Run(stop) is not [var outcome])
                {
                    loop.Stop();
                    return;
                }

                values[i] = outcome.Values[measure];
            }

            var estimate = Estimate.Of(values, confidence)!;
            lock (gate)
            {
                held += Math.Abs(estimate.Mean - truth) <= estimate.HalfWidth ? 1 : 0;
                watch?.Invoke(++done);
            }
        });
        return stop.IsCancellationRequested ? null : new Coverage(intervals, replications, held, confidence);
    }

    private static Duration WarmUpOf(Variant variant) => variant.Scenario.Run.WarmUp;
}
