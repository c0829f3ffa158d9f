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
    private const long UpperBits = -1L << 13;
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
        return ((int)(bits >> 52), Mantissa(bits & MantissaMask));
    }

    /// <summary>The number that lies <paramref name="steps"/> of the smallest steps, fewer than 2^52, above √½.</summary>
    internal static double Mantissa(long steps) => BitConverter.Int64BitsToDouble(steps + RootHalfBits);

    // m = (1 + r) / c with c from the table: ln m = ln(1 + r) − ln c. The upper bits of m times c are exact, so r is rounded once
    // only; |r| < 0.011, and Taylor's series to r⁹ reaches 2^−58 of r. What is large and exact is added last.
    private static double LogOfSplit(int power, double mantissa)
    {
        var bits = BitConverter.DoubleToInt64Bits(mantissa);
        ref readonly var row = ref LogTable.Rows[(int)((bits - RootHalfBits) >> (52 - LogTable.IndexBits))];
        var upper = BitConverter.Int64BitsToDouble(bits & UpperBits);
        var r = (upper * row.Reciprocal) - 1 + ((mantissa - upper) * row.Reciprocal);
        var square = r * r;
        var rest = (power * Ln2Low) + row.Low + (square * LogRest(r, square));
        return (power * Ln2High) + row.High + (r + rest);
    }

    // −1/2 + r/3 − r²/4 + … + r⁷/9, pairs apart so that the processor can do them at once.
    private static double LogRest(double r, double square)
    {
        var first = -0.5 + (r * (1.0 / 3));
        var second = -0.25 + (r * (1.0 / 5));
        var third = (-1.0 / 6) + (r * (1.0 / 7));
        var fourth = (-1.0 / 8) + (r * (1.0 / 9));
        return first + (square * second) + (square * square * (third + (square * fourth)));
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
