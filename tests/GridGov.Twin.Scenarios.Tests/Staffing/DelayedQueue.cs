namespace GridGov.Twin.Scenarios.Tests.Staffing;

/// <summary>
/// M(t)/M/s(t) with services of mean 1, integrated: in each period of a day that repeats, how many arrive, how many of them wait, and the mean chance
/// that all servers are busy. Servers beyond a period's number leave at once, their customers back into the queue.
/// </summary>
internal static class DelayedQueue
{
    private const int States = 90;
    private const double Step = 0.002;
    private const int StepsPerPeriod = 500;

    public static (double Arrived, double Delayed, double Busy)[] Delays(Func<double, double> rate, int[] people)
    {
        var chances = new double[States];
        chances[0] = 1;
        var periods = new (double Arrived, double Delayed, double Busy)[people.Length];

        // The first day forgets the empty beginning; the second is counted.
        for (var day = 0; day < 2; day++)
        {
            for (var period = 0; period < people.Length; period++)
            {
                periods[period] = Pass(rate, period, people[period], chances);
            }
        }

        return periods;
    }

    private static (double Arrived, double Delayed, double Busy) Pass(Func<double, double> rate, int period, int servers, double[] chances)
    {
        var (arrived, delayed, busy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < StepsPerPeriod; i++)
        {
            var middle = rate(period + ((i + 0.5) * Step));
            var before = chances.Skip(servers).Sum();
            Advance(chances, middle, servers);
            arrived += middle * Step;
            var full = (before + chances.Skip(servers).Sum()) / 2;
            delayed += middle * Step * full;
            busy += full / StepsPerPeriod;
        }

        return (arrived, delayed, busy);
    }

    // The midpoint rule: the slope half a step on.
    private static void Advance(double[] chances, double rate, int servers)
    {
        var half = new double[States];
        for (var n = 0; n < States; n++)
        {
            half[n] = chances[n] + (Slope(chances, rate, servers, n) * Step / 2);
        }

        double[] slopes = [.. Enumerable.Range(0, States).Select(n => Slope(half, rate, servers, n))];
        for (var n = 0; n < States; n++)
        {
            chances[n] += slopes[n] * Step;
        }
    }

    private static double Slope(double[] chances, double rate, int servers, int n)
    {
        var leaving = ((n < States - 1 ? rate : 0) + Math.Min(n, servers)) * chances[n];
        var fromBelow = n > 0 ? rate * chances[n - 1] : 0;
        var fromAbove = n < States - 1 ? Math.Min(n + 1, servers) * chances[n + 1] : 0;
        return fromBelow + fromAbove - leaving;
    }
}
