namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>
/// How long things last, from closed and still open ones: the Kaplan–Meier estimate. An open one only says that it lasts longer than it has so far.
/// </summary>
public sealed class SurvivalCurve
{
    private readonly double[] _times;
    private readonly double[] _ended;

    private SurvivalCurve(double[] times, double[] ended, long closed, long open) => (_times, _ended, Closed, Open) = (times, ended, closed, open);

    /// <summary>How many have ended.</summary>
    public long Closed { get; }

    /// <summary>How many are still open.</summary>
    public long Open { get; }

    /// <summary>The share known to end within the longest observed length; below 1 where the longest are still open.</summary>
    public double Known => _ended.Length > 0 ? _ended[^1] : 0;

    /// <summary>The estimate from lengths, closed or open so far.</summary>
    public static SurvivalCurve Of(IEnumerable<(double Length, bool IsClosed)> lengths)
    {
        // At equal lengths the closed count first: an open one is at risk until after that moment.
        var sorted = lengths.OrderBy(one => one.Length).ThenByDescending(one => one.IsClosed).ToArray();
        var (times, ended) = (new List<double>(), new List<double>());
        var survives = 1.0;
        for (int i = 0, next; i < sorted.Length; i = next)
        {
            var closed = 0;
            for (next = i; next < sorted.Length && sorted[next].Length == sorted[i].Length; next++)
            {
                closed += sorted[next].IsClosed ? 1 : 0;
            }

            if (closed > 0)
            {
                survives *= 1 - ((double)closed / (sorted.Length - i));
                times.Add(sorted[i].Length);
                ended.Add(1 - survives);
            }
        }

        var all = sorted.LongCount(one => one.IsClosed);
        return new SurvivalCurve([.. times], [.. ended], all, sorted.Length - all);
    }

    /// <summary>The length within which a share ends; null where so many are not known to end.</summary>
    public double? Quantile(double share)
    {
        const double Rounding = 1e-12;
        var at = Array.FindIndex(_ended, ended => ended >= share - Rounding);
        return at < 0 ? null : _times[at];
    }

    /// <summary>The largest distance to a law's distribution function, over the lengths that are known (Kolmogorov–Smirnov).</summary>
    public double Distance(Func<double, double> cumulated)
    {
        ArgumentNullException.ThrowIfNull(cumulated);
        var (largest, before) = (0.0, 0.0);
        for (var i = 0; i < _times.Length; i++)
        {
            var fitted = cumulated(_times[i]);
            largest = Math.Max(largest, Math.Max(Math.Abs(fitted - before), Math.Abs(fitted - _ended[i])));
            before = _ended[i];
        }

        return largest;
    }
}
