namespace GridGov.Twin.Engine.Chance;

/// <summary>
/// Logarithm, exponential and power from additions, multiplications, divisions and bit moves alone, which IEEE 754 defines to
/// the last bit: the same result on every machine, unlike <see cref="Math"/>, which asks the platform. Within 1 ulp (power: 2).
/// </summary>
public static partial class Exact
{
    // ln 2 as a part with 21 zero bits at its end, so that small multiples of it are exact, and the rest.
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;
    private const double OneByLn2 = 1.4426950408889634;

    // The bits of √½: the mantissa is taken from [√½, √2), where the logarithm is nearest to zero.
    private const long RootHalfBits = 0x3FE6_A09E_667F_3BCD;
    private const long MantissaMask = 0x000F_FFFF_FFFF_FFFF;
    private const double TwoTo54 = 18014398509481984.0;
    private const double SmallestNormal = 2.2250738585072014e-308;

    /// <summary>The natural logarithm: −∞ of zero, NaN of anything negative.</summary>
    public static double Log(double x)
    {
        if (!(x >= SmallestNormal && x <= double.MaxValue))
        {
            return LogOfUnusual(x);
        }

        var (power, mantissa) = Split(x);
        return LogOfSplit(power, mantissa);
    }

    /// <summary>e to the power of <paramref name="x"/>.</summary>
    public static double Exp(double x)
    {
        if (!(x > -745.2 && x < 709.8))
        {
            return double.IsNaN(x) ? x : x > 0 ? double.PositiveInfinity : 0;
        }

        return ExpOfSum(x, 0);
    }

    private static double LogOfUnusual(double x)
    {
        if (x > 0 && x < SmallestNormal)
        {
            var (power, mantissa) = Split(x * TwoTo54);
            return LogOfSplit(power - 54, mantissa);
        }

        return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
    }

    // x = 2^power · mantissa with the mantissa in [√½, √2).
    private static (int Power, double Mantissa) Split(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x) - RootHalfBits;
        return ((int)(bits >> 52), BitConverter.Int64BitsToDouble((bits & MantissaMask) + RootHalfBits));
    }

    // With f = m − 1 and s = f / (2 + f): ln m = 2·artanh s = 2s + s·r, r = 2s²/3 + 2s⁴/5 + …; and 2s = f − f²/2 + s·f²/2,
    // in which f is exact, so the rounding of s only reaches small terms. |s| < 0.172: ten terms of r reach 2^−57.
    private static double LogOfSplit(int power, double mantissa)
    {
        var f = mantissa - 1;
        var s = f / (2 + f);
        var halfSquare = 0.5 * f * f;
        var rest = (s * (halfSquare + ArtanhRest(s * s))) + (power * Ln2Low);
        return (power * Ln2High) - (halfSquare - rest - f);
    }

    // 2z/3 + 2z²/5 + … + 2z¹⁰/21.
    private static double ArtanhRest(double z) => z * ((2.0 / 3) + (z * ArtanhTail(z)));

    // 2/5 + 2z/7 + … + 2z⁸/21, even and odd powers apart so that the processor can do both at once.
    private static double ArtanhTail(double z)
    {
        var w = z * z;
        var even = (2.0 / 5) + (w * ((2.0 / 9) + (w * ((2.0 / 13) + (w * ((2.0 / 17) + (w * (2.0 / 21))))))));
        var odd = (2.0 / 7) + (w * ((2.0 / 11) + (w * ((2.0 / 15) + (w * (2.0 / 19))))));
        return even + (z * odd);
    }

    // e^(x + tail) = 2^k · e^r with r = x + tail − k·ln 2, |r| ≤ 0.347: Taylor's series to r¹⁴ reaches 2^−58.
    private static double ExpOfSum(double x, double tail)
    {
        var k = (int)((x * OneByLn2) + (x < 0 ? -0.5 : 0.5));
        var high = x - (k * Ln2High);
        var low = tail - (k * Ln2Low);
        var r = high + low;
        var lost = high - r + low;
        return Scale(1 + (r + ((r * r * ExpRest(r)) + lost)), k);
    }

    // 1/2! + r/3! + … + r¹²/14!
    private static double ExpRest(double r)
    {
        var w = r * r;
        var even = (1.0 / 40320) + (w * ((1.0 / 3628800) + (w * ((1.0 / 479001600) + (w * (1.0 / 87178291200))))));
        even = (1.0 / 2) + (w * ((1.0 / 24) + (w * ((1.0 / 720) + (w * even)))));
        var odd = (1.0 / 5040) + (w * ((1.0 / 362880) + (w * ((1.0 / 39916800) + (w * (1.0 / 6227020800))))));
        odd = (1.0 / 6) + (w * ((1.0 / 120) + (w * odd)));
        return even + (r * odd);
    }

    // x · 2^k for x near 1; where the result is subnormal it is rounded once, by the last multiplication.
    private static double Scale(double x, int k)
    {
        if (k > 1023)
        {
            return x * 2 * PowerOfTwo(k - 1);
        }

        return k >= -1021 ? x * PowerOfTwo(k) : x * PowerOfTwo(k + 100) * PowerOfTwo(-100);
    }

    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
}
