using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.Tests.Chance;

public class ArrivalsTests
{
    [Fact]
    public void Arrivals_come_in_each_hour_as_its_rate_says()
    {
        double[] rates = [0, 10, 200, 50];
        var chance = ChanceStream.For(3, 1, 1);
        var counts = new int[4];
        const int days = 400;
        for (var day = 0; day < days; day++)
        {
            var at = Instant.Start;
            while ((at = Next(ref chance, at)) != Instant.Never)
            {
                counts[Hour(at)]++;
            }
        }

        counts[0].ShouldBe(0);
        for (var hour = 1; hour < 4; hour++)
        {
            ((double)counts[hour]).ShouldBe(days * rates[hour], 4 * Math.Sqrt(days * rates[hour]));
        }

        Instant Next(ref ChanceStream c, Instant at) => Arrivals.Next(ref c, at, Instant.Start + Duration.Hours(4), t => rates[Hour(t)], 200);

        static int Hour(Instant at) => (int)Math.Min(3, at.Milliseconds / 3_600_000);
    }

    [Fact]
    public void Nothing_arrives_where_the_rate_is_zero()
    {
        var chance = ChanceStream.For(3, 1, 1);
        Arrivals.Next(ref chance, Instant.Start, Instant.Start + Duration.Days(400), _ => 0, 0).ShouldBe(Instant.Never);
        Arrivals.Next(ref chance, Instant.Start, Instant.Start + Duration.Days(4), _ => 0, 5).ShouldBe(Instant.Never);
    }

    [Theory]
    [InlineData(6.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void A_rate_outside_its_bounds_is_refused_with_its_value(double rate)
    {
        var chance = ChanceStream.For(3, 1, 1);
        Should.Throw<ArgumentOutOfRangeException>(() => Arrivals.Next(ref chance, Instant.Start, Instant.Start + Duration.Days(1), _ => rate, 5)).ActualValue.ShouldBe(rate);
    }
}
