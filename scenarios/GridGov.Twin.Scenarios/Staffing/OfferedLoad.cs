namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>
/// The load that arrivals whose rate changes over the day would put on a pool without limit (M(t)/M/∞): the mean number in service, in erlang.
/// It follows the rate late and smoothed: dm/dt = λ(t) − μ m(t).
/// </summary>
public static class OfferedLoad
{
    /// <summary>
    /// The load at <paramref name="time"/> under a rate that swings like a sine around its mean:
    /// m(t) = λ̄/μ + A (μ sin γt − γ cos γt) / (μ² + γ²).
    /// </summary>
    /// <param name="mean">The mean rate λ̄.</param>
    /// <param name="swing">How far it swings, A.</param>
    /// <param name="gamma">The angular speed γ.</param>
    /// <param name="mu">The rate of service μ, above 0.</param>
    /// <param name="time">The time, in the same unit.</param>
    public static double OfSine(double mean, double swing, double gamma, double mu, double time) =>
        (mean / mu) + (swing * ((mu * Math.Sin(gamma * time)) - (gamma * Math.Cos(gamma * time))) / ((mu * mu) + (gamma * gamma)));

    /// <summary>
    /// The mean load in each period of a cycle that repeats for ever, from the rate in each period (constant within it) and the mean time of
    /// service, both in periods.
    /// </summary>
    public static double[] OfCycle(IReadOnlyList<double> rates, double service)
    {
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentOutOfRangeException.ThrowIfNegative(service);
        if (service == 0 || rates.Count == 0)
        {
            return new double[rates.Count];
        }

        var kept = Math.Exp(-1 / service);
        var load = AtStart(rates, service, kept);
        var means = new double[rates.Count];
        for (var i = 0; i < rates.Count; i++)
        {
            // Within a period m(t) = λ/μ + (m(0) − λ/μ) e^−μt.
            var settled = rates[i] * service;
            means[i] = settled + ((load - settled) * service * (1 - kept));
            load = settled + ((load - settled) * kept);
        }

        return means;
    }

    // The load with which the cycle begins and ends: what one cycle from nothing leaves, over what a cycle keeps.
    private static double AtStart(IReadOnlyList<double> rates, double service, double kept)
    {
        var load = rates.Aggregate(0.0, (before, rate) => (rate * service) + ((before - (rate * service)) * kept));
        return load / (1 - Math.Pow(kept, rates.Count));
    }
}
