namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>
/// Erlang's formulas for a pool of <c>c</c> equal servers and Poisson arrivals that offer a load of <c>a</c> = λ/μ erlang. B: nobody waits, who
/// finds all servers busy is lost. C: everybody waits, service is exponential, and the queue settles only where a &lt; c.
/// </summary>
public static class Erlang
{
    // Beyond this many people a pool is no pool of people; it ends the search for a number that does not exist.
    private const int MostServers = 1_000_000;

    /// <summary>The share of arrivals lost, by the recursion B(0) = 1, B(c) = a·B(c−1) / (c + a·B(c−1)).</summary>
    public static double Lost(int servers, double load)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(servers);
        ArgumentOutOfRangeException.ThrowIfNegative(load);
        var lost = 1.0;
        for (var c = 1; c <= servers; c++)
        {
            lost = load * lost / (c + (load * lost));
        }

        return lost;
    }

    /// <summary>The largest load of which no more than <paramref name="share"/> is lost, by halving; the inverse of <see cref="Lost"/>.</summary>
    /// <param name="servers">At least 1.</param>
    /// <param name="share">In (0, 1).</param>
    public static double MostLoad(int servers, double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);

        // Of a load a at least 1 − c/a is lost, so the answer lies below c / (1 − share).
        var (low, high) = (0.0, servers / (1 - share));
        while (high - low > 1e-12 * high)
        {
            var middle = (low + high) / 2;
            (low, high) = Lost(servers, middle) <= share ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The share of arrivals that wait: C = B / (1 − ρ(1 − B)), ρ = a/c; 1 where the load is too much, 0 where nothing arrives.</summary>
    public static double Waits(int servers, double load)
    {
        if (load >= servers)
        {
            return load > 0 ? 1 : 0;
        }

        var lost = Lost(servers, load);
        return lost / (1 - (load / servers * (1 - lost)));
    }

    /// <summary>The mean wait, in means of service: C / (c − a); infinite where the load is too much.</summary>
    public static double MeanWait(int servers, double load) =>
        load == 0 ? 0 : load < servers ? Waits(servers, load) / (servers - load) : double.PositiveInfinity;

    /// <summary>The mean number waiting: C · a / (c − a).</summary>
    public static double MeanWaiting(int servers, double load) => load * MeanWait(servers, load);

    /// <summary>The share of arrivals that wait longer than <paramref name="time"/>, in means of service: C · e^−(c − a)t.</summary>
    public static double WaitsLonger(int servers, double load, double time) =>
        load < servers ? Waits(servers, load) * Math.Exp(-(servers - load) * time) : Waits(servers, load);

    /// <summary>The fewest servers with whom no more than a share of arrivals waits.</summary>
    public static int LeastForWaiting(double load, double share) => Least(load, c => Waits(c, load) <= share);

    /// <summary>The fewest servers with whom the mean wait is no longer than a time, in means of service.</summary>
    public static int LeastForMeanWait(double load, double time) => Least(load, c => MeanWait(c, load) <= time);

    /// <summary>The fewest servers with whom at least a share of arrivals waits no longer than a time, in means of service.</summary>
    public static int LeastForServiceLevel(double load, double share, double time) => Least(load, c => 1 - WaitsLonger(c, load, time) >= share);

    private static int Least(double load, Func<int, bool> isEnough)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(load);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(load, MostServers / 2);
        for (var c = (int)Math.Floor(load); c <= MostServers; c++)
        {
            if (isEnough(c))
            {
                return c;
            }
        }

        throw new ArgumentException("no number of servers is enough", nameof(load));
    }
}
