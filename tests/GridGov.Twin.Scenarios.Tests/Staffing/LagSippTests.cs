using GridGov.Twin.Scenarios.Staffing;

namespace GridGov.Twin.Scenarios.Tests.Staffing;

/// <summary>
/// A rate that swings between 4 and 12 an hour over the day, services of an hour, at most a tenth to wait: the worked case of the literature on SIPP,
/// with the delay that really comes out by integrating the Chapman–Kolmogorov equations.
/// </summary>
public class LagSippTests
{
    private const double Gamma = Math.PI / 12;

    private static readonly int[] SippPeople = [14, 15, 16, 17, 18, 18, 18, 18, 17, 16, 15, 14, 12, 11, 10, 9, 8, 8, 8, 8, 9, 10, 11, 12];

    [Fact]
    public void SIPP_gives_the_known_list() => People(SippRule.Mean).ShouldBe(SippPeople);

    [Fact]
    public void Lag_SIPP_gives_the_same_list_an_hour_later() => People(SippRule.LagMean).ShouldBe([SippPeople[^1], .. SippPeople[..^1]]);

    [Theory]
    [InlineData(SippRule.Mean, 312, 0.180, 9, 0.080)]
    [InlineData(SippRule.LagMean, 312, 0.095, 0, 0.073)]
    [InlineData(SippRule.LagMax, 324, 0.073, 0, 0.055)]
    public void Each_rule_costs_and_delays_what_is_known(SippRule rule, int hours, double worst, int missed, double mean)
    {
        var people = People(rule);
        people.Sum().ShouldBe(hours);
        var delays = DelayedQueue.Delays(Rate, people);
        delays.Max(period => period.Busy).ShouldBe(worst, 6e-4);
        delays.Count(period => period.Busy > 0.11).ShouldBe(missed);
        (delays.Sum(period => period.Delayed) / delays.Sum(period => period.Arrived)).ShouldBe(mean, 6e-4);
    }

    [Fact]
    public void The_load_of_hourly_rates_follows_the_sine_they_came_from()
    {
        const int parts = 60;
        double[] rates = [.. Enumerable.Range(0, 24 * parts).Select(i => Rate((i + 0.5) / parts) / parts)];
        var loads = OfferedLoad.OfCycle(rates, parts);
        for (var i = 0; i < loads.Length; i += 37)
        {
            loads[i].ShouldBe(OfferedLoad.OfSine(8, 4, Gamma, 1, (i + 0.5) / parts), 1e-3);
        }
    }

    [Fact]
    public void A_steady_rate_loads_as_much_as_rate_times_service() => OfferedLoad.OfCycle([3, 3, 3, 3], 0.5).ShouldAllBe(load => Math.Abs(load - 1.5) < 1e-12);

    private static double Rate(double time) => 8 + (4 * Math.Sin(Gamma * time));

    private static int[] People(SippRule rule) => LagSipp.People(Rate, 24, 1, rule, 0.1);
}
