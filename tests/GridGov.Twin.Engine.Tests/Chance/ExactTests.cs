using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Engine.Tests.Chance;

public class ExactTests
{
    [Fact]
    public void The_logarithm_is_within_an_ulp_of_the_platforms_everywhere()
    {
        var chance = ChanceStream.For(1, 1, 1);
        for (var i = 0; i < 1_000_000; i++)
        {
            var x = BitConverter.Int64BitsToDouble((long)(chance.Bits() >> 1));
            if (double.IsFinite(x))
            {
                Ulps(Exact.Log(x), Math.Log(x)).ShouldBeLessThanOrEqualTo(1, $"ln {x:R}");
            }
        }
    }

    [Fact]
    public void The_logarithm_keeps_its_precision_near_one()
    {
        var chance = ChanceStream.For(1, 2, 1);
        for (var i = 0; i < 500_000; i++)
        {
            var x = 1 + ((chance.Unit() - 0.5) * Math.Pow(2, -chance.Below(50)));
            Ulps(Exact.Log(x), Math.Log(x)).ShouldBeLessThanOrEqualTo(1, $"ln {x:R}");
        }
    }

    [Fact]
    public void The_exponential_is_within_an_ulp_of_the_platforms_everywhere()
    {
        var chance = ChanceStream.For(1, 3, 1);
        for (var i = 0; i < 1_000_000; i++)
        {
            var x = i % 2 == 0 ? (chance.Unit() * 1456) - 746 : (chance.Unit() - 0.5) * Math.Pow(2, -chance.Below(50));
            Ulps(Exact.Exp(x), Math.Exp(x)).ShouldBeLessThanOrEqualTo(1, $"e^{x:R}");
        }
    }

    [Fact]
    public void The_power_is_within_two_ulps_of_the_platforms_everywhere()
    {
        var chance = ChanceStream.For(1, 4, 1);
        for (var i = 0; i < 1_000_000; i++)
        {
            var x = i % 2 == 0 ? BitConverter.Int64BitsToDouble((long)(chance.Bits() >> 1)) : chance.Unit() * 3;
            var y = i % 3 == 0 ? chance.Below(41) - 20 : (chance.Unit() - 0.5) * Math.Pow(2, 12 - chance.Below(30));
            if (double.IsFinite(x))
            {
                Ulps(Exact.Pow(x, y), Math.Pow(x, y)).ShouldBeLessThanOrEqualTo(2, $"{x:R}^{y:R}");
            }
        }
    }

    [Fact]
    public void Whole_powers_that_a_double_holds_are_exact()
    {
        for (var x = -20; x <= 20; x++)
        {
            for (var y = 0; y <= 12; y++)
            {
                var product = 1.0;
                for (var i = 0; i < y; i++)
                {
                    product *= x;
                }

                Exact.Pow(x, y).ShouldBe(product, $"{x}^{y}");
            }
        }
    }

    [Fact]
    public void Zeros_infinities_and_what_is_no_number_come_out_as_the_platform_has_them()
    {
        double[] special =
        [
            0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1e300, -1e300, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308,
            1.5e-310, double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 9007199254740993.0,
        ];
        foreach (var x in special)
        {
            Ulps(Exact.Log(x), Math.Log(x)).ShouldBeLessThanOrEqualTo(1, $"ln {x:R}");
            Ulps(Exact.Exp(x), Math.Exp(x)).ShouldBeLessThanOrEqualTo(1, $"e^{x:R}");
            foreach (var y in special)
            {
                Ulps(Exact.Pow(x, y), Math.Pow(x, y)).ShouldBeLessThanOrEqualTo(2, $"{x:R}^{y:R}");
            }
        }
    }

    [Fact]
    public void The_bits_of_known_values_never_change()
    {
        BitConverter.DoubleToInt64Bits(Exact.Log(2)).ShouldBe(0x3FE62E42FEFA39EF);
        BitConverter.DoubleToInt64Bits(Exact.Log(10)).ShouldBe(0x40026BB1BBB55516);
        BitConverter.DoubleToInt64Bits(Exact.Exp(1)).ShouldBe(0x4005BF0A8B14576A);
        BitConverter.DoubleToInt64Bits(Exact.Exp(-1)).ShouldBe(0x3FD78B56362CEF38);
    }

    private static long Ulps(double ours, double theirs)
    {
        if (double.IsNaN(ours) || double.IsNaN(theirs))
        {
            return double.IsNaN(ours) == double.IsNaN(theirs) ? 0 : long.MaxValue;
        }

        return Math.Abs(InOrder(ours) - InOrder(theirs));
    }

    // The bits of doubles rise with their values once those of negative ones are turned round.
    private static long InOrder(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        return bits >= 0 ? bits : long.MinValue - bits;
    }
}
