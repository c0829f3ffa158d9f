using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.Chance;

/// <summary>Arrivals whose rate changes with time.</summary>
public static class Arrivals
{
    private const double MsPerHour = 3_600_000;

    /// <summary>
    /// The next arrival after <paramref name="from"/>, by thinning (Lewis and Shedler 1979): candidates come at the highest rate
    /// and are kept in proportion to the rate at their time. <see cref="Instant.Never"/> if none comes before <paramref name="end"/>.
    /// </summary>
    /// <param name="chance">The arrivals' own stream.</param>
    /// <param name="from">The last arrival, or the beginning.</param>
    /// <param name="end">Where the search ends.</param>
    /// <param name="ratePerHour">The rate at a time, per hour.</param>
    /// <param name="highestPerHour">A rate that is never passed, per hour; 0 means that nothing ever arrives.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative or above the highest, or that is not finite.</exception>
    public static Instant Next(
        ref ChanceStream chance, Instant from, Instant end, Func<Instant, double> ratePerHour, double highestPerHour)
    {
        if (!(highestPerHour >= 0 && double.IsFinite(highestPerHour)))
        {
            throw new ArgumentOutOfRangeException(nameof(highestPerHour), highestPerHour, "the highest rate per hour must be 0 or more");
        }

        var meanMs = MsPerHour / highestPerHour;
        var waitedMs = 0.0;
        while (true)
        {
            waitedMs += meanMs * chance.Exponential();
            if (waitedMs >= (end - from).Milliseconds)
            {
                return Instant.Never;
            }

            var at = from + new Duration((long)(waitedMs + 0.5));
            var rate = ratePerHour(at);
            if (!(rate >= 0 && rate <= highestPerHour))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(ratePerHour), rate, $"the rate per hour at {at} must be between 0 and {highestPerHour}");
            }

            if (chance.Happens(rate / highestPerHour))
            {
                return at;
            }
        }
    }
}
