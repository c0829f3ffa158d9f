using System.Globalization;
using System.Runtime.CompilerServices;

namespace GridGov.Twin.Engine.Chance;

/// <content>How distributions are made and checked.</content>
public sealed partial class Distribution
{
    /// <summary>Always <paramref name="ms"/>, which may be 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public static Distribution Constant(double ms) => new(DistributionKind.Constant, NotNegative(ms), 0, ms);

    /// <summary>Anything from <paramref name="minMs"/> to <paramref name="maxMs"/> alike.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bound is negative or the upper is below the lower.</exception>
    public static Distribution Uniform(double minMs, double maxMs)
    {
        var range = AtLeast(NotNegative(minMs), maxMs) - minMs;
        return new(DistributionKind.Uniform, minMs + (range / 2), range * range / 12, minMs, range);
    }

    /// <summary>Exponential.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not above zero.</exception>
    public static Distribution Exponential(double meanMs) =>
        new(DistributionKind.Exponential, Positive(meanMs), meanMs * meanMs, meanMs);

    /// <summary>Lognormal by its own mean and coefficient of variation: σ² = ln(1 + cv²), μ = ln mean − σ²/2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean or the coefficient is not above zero.</exception>
    public static Distribution Lognormal(double meanMs, double cv)
    {
        var square = Positive(cv) * cv;
        var sigma2 = Exact.Log(1 + square);
        var mu = Exact.Log(Positive(meanMs)) - (sigma2 / 2);
        return new(DistributionKind.Lognormal, meanMs, square * meanMs * meanMs, mu, Math.Sqrt(sigma2));
    }

    /// <summary>Gamma by mean and coefficient of variation: shape 1/cv², scale mean·cv².</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean or the coefficient is not above zero.</exception>
    public static Distribution Gamma(double meanMs, double cv)
    {
        var square = Positive(cv) * cv;
        return new(DistributionKind.Gamma, Positive(meanMs), square * meanMs * meanMs, 1 / square, meanMs * square);
    }

    /// <summary>The sum of <paramref name="phases"/> exponentials, together of mean <paramref name="meanMs"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not above zero, or there are no phases or more than 1,000.</exception>
    public static Distribution Erlang(double meanMs, int phases)
    {
        if (phases is < 1 or > 1000)
        {
            throw new ArgumentOutOfRangeException(nameof(phases), phases, "must be between 1 and 1000");
        }

        return new(DistributionKind.Erlang, Positive(meanMs), meanMs * meanMs / phases, meanMs / phases, phases);
    }

    /// <summary>Triangular: least, likeliest, most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is negative, or they are not in rising order.</exception>
    public static Distribution Triangular(double minMs, double modeMs, double maxMs)
    {
        AtLeast(AtLeast(NotNegative(minMs), modeMs), maxMs);
        var (toMode, toMax) = (modeMs - minMs, maxMs - minMs);
        var variance = ((toMode * toMode) + (toMax * toMax) - (toMode * toMax)) / 18;
        return new(DistributionKind.Triangular, minMs + ((toMode + toMax) / 3), variance, minMs, modeMs, maxMs);
    }

    /// <summary>
    /// One of two exponentials that contribute alike to the mean (balanced means): with p = (1 + √((cv² − 1)/(cv² + 1)))/2
    /// the first, of mean m/2p, else the second, of mean m/2(1 − p).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not above zero, or the squared coefficient of variation not above 1.</exception>
    public static Distribution Hyperexponential(double meanMs, double cv2)
    {
        if (!(cv2 > 1 && double.IsFinite(cv2)))
        {
            throw new ArgumentOutOfRangeException(nameof(cv2), cv2, "must be above 1");
        }

        var p = (1 + Math.Sqrt((cv2 - 1) / (cv2 + 1))) / 2;
        var (first, second) = (Positive(meanMs) / (2 * p), meanMs / (2 * (1 - p)));
        return new(DistributionKind.Hyperexponential, meanMs, cv2 * meanMs * meanMs, p, first, second);
    }

    /// <summary>From measured lengths, in any order: each stretch between one and the next larger is as likely as any other.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is negative or not finite.</exception>
    public static Distribution Empirical(ReadOnlySpan<double> measuredMs)
    {
        var points = Checked(measuredMs, nameof(measuredMs));
        Array.Sort(points);
        var (mean, square) = (points[0], points[0] * points[0]);
        if (points.Length > 1)
        {
            (mean, square) = (0, 0);
            var weight = 1.0 / (points.Length - 1);
            for (var i = 1; i < points.Length; i++)
            {
                var (a, b) = (points[i - 1], points[i]);
                mean += weight * (a + b) / 2;
                square += weight * ((a * a) + (a * b) + (b * b)) / 3;
            }
        }

        return new(DistributionKind.Sampled, mean, Math.Max(0, square - (mean * mean)), points, null);
    }

    /// <summary>One of <paramref name="lengthsMs"/>, each in proportion to its weight.</summary>
    /// <exception cref="ArgumentException">There is none, not as many weights, or no weight above zero.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A length or weight is negative or not finite.</exception>
    public static Distribution Empirical(ReadOnlySpan<double> lengthsMs, ReadOnlySpan<double> weights)
    {
        var points = Checked(lengthsMs, nameof(lengthsMs));
        if (weights.Length != points.Length)
        {
            throw new ArgumentException($"there are {points.Length} lengths, but {weights.Length} weights", nameof(weights));
        }

        var table = new AliasTable(weights);
        var (total, mean, square) = (0.0, 0.0, 0.0);
        for (var i = 0; i < points.Length; i++)
        {
            total += weights[i];
            mean += weights[i] * points[i];
            square += weights[i] * points[i] * points[i];
        }

        mean /= total;
        return new(DistributionKind.Weighted, mean, Math.Max(0, (square / total) - (mean * mean)), points, table);
    }

    private static double[] Checked(ReadOnlySpan<double> lengthsMs, string name)
    {
        foreach (var ms in lengthsMs)
        {
            NotNegative(ms, name);
        }

        return lengthsMs.Length > 0 ? lengthsMs.ToArray() : throw new ArgumentException("there must be at least one length", name);
    }

    private static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && value <= LongestMs ? value : throw Refused(name, value, "above 0");

    private static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && value <= LongestMs ? value : throw Refused(name, value, "0 or more");

    private static double AtLeast(double least, double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least && value <= LongestMs ? value : throw Refused(name, value, string.Create(CultureInfo.InvariantCulture, $"at least {least}"));

    private static ArgumentOutOfRangeException Refused(string name, double value, string least) =>
        new(name, value, string.Create(CultureInfo.InvariantCulture, $"must be {least} and at most {LongestMs:0}"));
}
