namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>Which rate of a period counts.</summary>
public enum SippRule
{
    /// <summary>The period's own mean: stationary, independent, period by period.</summary>
    Mean,

    /// <summary>The mean of the rate one service time earlier: congestion lags behind arrivals by about that.</summary>
    LagMean,

    /// <summary>The highest of the rate one service time earlier.</summary>
    LagMax,
}

/// <summary>
/// People for each period of a day whose rate of arrivals changes, by Erlang C in every period for itself (SIPP) or with a lag (Green, Kolesar and
/// Soares, Operations Research 49 (2001) 549). SIPP alone is short of people after every peak.
/// </summary>
public static class LagSipp
{
    // Points per period at which a rate is read.
    private const int Points = 240;

    /// <summary>The rate that counts in each period [i, i + 1).</summary>
    /// <param name="rate">The rate at a time, both in periods; asked before 0 too.</param>
    /// <param name="periods">How many periods.</param>
    /// <param name="service">The mean time of service, in periods.</param>
    /// <param name="rule">Which rate counts.</param>
    public static double[] Rates(Func<double, double> rate, int periods, double service, SippRule rule)
    {
        ArgumentNullException.ThrowIfNull(rate);
        ArgumentOutOfRangeException.ThrowIfNegative(service);
        var lag = rule == SippRule.Mean ? 0 : service;
        return [.. Enumerable.Range(0, periods).Select(period => rule == SippRule.LagMax
            ? Enumerable.Range(0, Points + 1).Max(i => rate(period + ((double)i / Points) - lag))
            : Enumerable.Range(0, Points).Average(i => rate(period + ((i + 0.5) / Points) - lag)))];
    }

    /// <summary>The fewest people in each period with whom no more than a share of arrivals waits, by Erlang C.</summary>
    public static int[] People(Func<double, double> rate, int periods, double service, SippRule rule, double share) =>
        [.. Rates(rate, periods, service, rule).Select(counted => Erlang.LeastForWaiting(counted * service, share))];

    /// <summary>The rate at any time of a cycle that repeats for ever, from the rate in each of its periods.</summary>
    public static Func<double, double> Cycle(IReadOnlyList<double> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        return time => rates[(int)(((Math.Floor(time) % rates.Count) + rates.Count) % rates.Count)];
    }
}
