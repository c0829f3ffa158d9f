namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>What comes to one place of a pool in the mean day.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Arrivals">Jobs per hour in each hour of the day.</param>
/// <param name="ServiceHours">The mean work of a job, in hours; for officers with the way.</param>
public sealed record PoolDemand(StaffPool Pool, double[] Arrivals, double ServiceHours)
{
    /// <summary>The load in each hour of the day, in erlang: late and smoothed (<see cref="OfferedLoad"/>).</summary>
    public double[] Loads => OfferedLoad.OfCycle(Arrivals, ServiceHours);

    /// <summary>The same when what comes while nobody is on duty waits for the first hour of the next shift.</summary>
    /// <param name="isStaffed">Whether somebody may be on duty in an hour of the day.</param>
    public PoolDemand HeldUntil(Func<int, bool> isStaffed)
    {
        ArgumentNullException.ThrowIfNull(isStaffed);
        var held = new double[24];
        for (var hour = 0; hour < 24; hour++)
        {
            var to = Enumerable.Range(hour, 24).Select(later => later % 24).FirstOrDefault(isStaffed, hour);
            held[to] += Arrivals[hour];
        }

        return this with { Arrivals = held };
    }

    /// <summary>
    /// The people wanted in each hour so that no more than a share of arrivals waits: by Erlang C on the lagged rate or by the square-root rule on the
    /// offered load, whichever asks for more.
    /// </summary>
    public int[] People(double share)
    {
        var lagged = LagSipp.People(LagSipp.Cycle(Arrivals), 24, ServiceHours, SippRule.LagMean, share);
        return [.. lagged.Zip(Loads, (people, load) => Math.Max(people, SquareRoot.People(load, share)))];
    }
}
