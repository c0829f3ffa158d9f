using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>
/// Square-root staffing: c = R + β√R people for a load of R erlang. In large pools the share of arrivals that wait then depends on β alone
/// (Halfin and Whitt, Operations Research 29 (1981) 567): α(β) = 1 / (1 + β Φ(β)/φ(β)).
/// </summary>
public static class SquareRoot
{
    // β beyond which nobody waits, in double precision.
    private const double Farthest = 38;

    /// <summary>The share of arrivals that wait with a safety of <paramref name="beta"/> ≥ 0.</summary>
    public static double Waits(double beta)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(beta);
        var density = Normal.PDF(0, 1, beta);
        return density / (density + (beta * Normal.CDF(0, 1, beta)));
    }

    /// <summary>The safety β with which a share of arrivals waits, in (0, 1); the inverse of <see cref="Waits"/>.</summary>
    public static double Safety(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        return Brent.FindRoot(beta => Waits(beta) - share, 0, Farthest, 1e-12, 200);
    }

    /// <summary>The people for a load, rounded up, so that about this share of arrivals waits; nobody for no load.</summary>
    public static int People(double load, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(load);
        return (int)Math.Ceiling(load + (Safety(share) * Math.Sqrt(load)));
    }
}
