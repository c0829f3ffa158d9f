using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Indicators;

/// <summary>How lengths of time are spread: count, mean and quantiles, in fixed memory. Quantiles are good to 5 %.</summary>
public sealed class Spread
{
    // Each bucket is a tenth longer than the one before; 250 of them reach from a second to beyond a century.
    private const int Buckets = 250;
    private const double FirstMs = 1000;
    private static readonly double[] Edges = MakeEdges();
    private readonly long[] _counts = new long[Buckets + 1];
    private double _sumMs;

    /// <summary>How many lengths were added.</summary>
    public long Count { get; private set; }

    /// <summary>The longest.</summary>
    public Duration Longest { get; private set; }

    /// <summary>The mean; zero when there are none.</summary>
    public Duration Mean => Count == 0 ? Duration.Zero : new Duration((long)(_sumMs / Count));

    /// <summary>Adds a length.</summary>
    public void Add(Duration length)
    {
        Count++;
        _sumMs += length.Milliseconds;
        Longest = length > Longest ? length : Longest;
        var at = Array.BinarySearch(Edges, length.Milliseconds);
        _counts[Math.Min(at < 0 ? ~at : at, Buckets)]++;
    }

    /// <summary>Adds all lengths of another spread.</summary>
    public void Add(Spread other)
    {
        Count += other.Count;
        _sumMs += other._sumMs;
        Longest = other.Longest > Longest ? other.Longest : Longest;
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }
    }

    /// <summary>Forgets every length.</summary>
    public void Clear()
    {
        Count = 0;
        _sumMs = 0;
        Longest = Duration.Zero;
        _counts.AsSpan().Clear();
    }

    /// <summary>The length that a share of all (0 to 1) does not exceed; zero when there are none.</summary>
    public Duration Quantile(double share)
    {
        var wanted = share * Count;
        var seen = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            seen += _counts[i];
            if (seen > 0 && seen >= wanted)
            {
                var edge = new Duration((long)(i < Edges.Length ? Edges[i] : double.MaxValue));
                return edge < Longest ? edge : Longest;
            }
        }

        return Duration.Zero;
    }

    private static double[] MakeEdges()
    {
        var edges = new double[Buckets];
        for (var i = 0; i < Buckets; i++)
        {
            edges[i] = FirstMs * Exact.Exp(i * 0.1);
        }

        return edges;
    }
}
