namespace GridGov.Twin.Engine.Chance;

/// <content>Powers: e^(y · ln x), the logarithm in two doubles since the exponential magnifies its error up to 745 times.</content>
public static partial class Exact
{
    private const double TwoThirdsLow = 3.700743415417188e-17;

    /// <summary><paramref name="x"/> to the power of <paramref name="y"/>; special values as in <see cref="Math"/>.</summary>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1)
        {
            return 1;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        if (double.IsInfinity(y))
        {
            var size = Math.Abs(x);
            return size == 1 ? 1 : (size > 1) == (y > 0) ? double.PositiveInfinity : 0;
        }

        var whole = Math.Floor(y) == y;
        var odd = whole && Math.Abs(y) < 9007199254740992.0 && ((long)y & 1) == 1;
        if (x == 0 || double.IsInfinity(x))
        {
            var grows = (x == 0) == (y < 0);
            var limit = grows ? double.PositiveInfinity : 0;
            return odd && double.IsNegative(x) ? -limit : limit;
        }

        if (x < 0 && !whole)
        {
            return double.NaN;
        }

        var power = x == -1 ? 1 : PowOfPositive(Math.Abs(x), y);
        return x < 0 && odd ? -power : power;
    }

    private static double PowOfPositive(double x, double y)
    {
        var (high, low) = LogInTwo(x);
        var rough = y * high;
        if (!(rough > -746 && rough < 710))
        {
            return rough > 0 ? double.PositiveInfinity : 0;
        }

        var (product, error) = Product(y, high);
        return ExpOfSum(product, error + (y * low));
    }

    // With f = m − 1 and s = f / (2 + f): ln m = 2·artanh s = 2s + 2s³/3 + 2s⁵/5 + …; s, its cube and the sum are kept in two
    // doubles each. |s| < 0.172: eleven more terms reach 2^−70.
    internal static (double High, double Low) LogInTwo(double x)
    {
        var subnormal = x < SmallestNormal;
        var (power, mantissa) = Split(subnormal ? x * TwoTo54 : x);
        power -= subnormal ? 54 : 0;

        var f = mantissa - 1;
        var (t, tLow) = Sum(2, f);
        var s = f / t;
        var (back, backLow) = Product(s, t);
        var sLow = (f - back - backLow - (s * tLow)) / t;

        var (z, zLow) = Product(s, s);
        zLow += 2 * s * sLow;
        var (cube, cubeLow) = Product(s, z);
        cubeLow += (s * zLow) + (sLow * z);
        var (third, thirdLow) = Product(2.0 / 3, cube);
        thirdLow += (2.0 / 3 * cubeLow) + (TwoThirdsLow * cube);

        var (a, aLow) = Sum(power * Ln2High, 2 * s);
        var (b, bLow) = Sum(a, third);
        var rest = s * z * z * ArtanhTail(z);
        return Sum(b, aLow + bLow + (2 * sLow) + thirdLow + rest + (power * Ln2Low));
    }

    // 2/5 + 2z/7 + … + 2z¹¹/27.
    private static double ArtanhTail(double z)
    {
        var tail = 2.0 / 27;
        for (var odd = 25; odd >= 5; odd -= 2)
        {
            tail = (2.0 / odd) + (z * tail);
        }

        return tail;
    }

    // The sum and what its rounding lost (Knuth).
    private static (double Value, double Lost) Sum(double a, double b)
    {
        var sum = a + b;
        var bRounded = sum - a;
        return (sum, a - (sum - bRounded) + (b - bRounded));
    }

    // The product and what its rounding lost, by halves of 26 bits (Dekker).
    private static (double Value, double Lost) Product(double a, double b)
    {
        var (aHigh, aLow) = Halves(a);
        var (bHigh, bLow) = Halves(b);
        var product = a * b;
        return (product, (aLow * bLow) - (product - (aHigh * bHigh) - (aLow * bHigh) - (aHigh * bLow)));
    }

    private static (double High, double Low) Halves(double a)
    {
        var shifted = 134217729 * a;
        var high = shifted - (shifted - a);
        return (high, a - high);
    }
}
