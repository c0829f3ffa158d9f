namespace GridGov.Twin.Engine.Chance;

/// <summary>Draws of one number with a given distribution from a stream of chance.</summary>
public static class Draws
{
    /// <summary>
    /// Exponential with mean 1, by inversion: exactly one number of the stream for each draw, and a larger one gives a shorter
    /// time in every world alike, so that streams of compared worlds stay in step.
    /// </summary>
    public static double Exponential(ref this ChanceStream chance) => -Exact.Log(chance.UnitAboveZero());

    /// <summary>Normal with mean 0 and variance 1, by Marsaglia's polar method; its second value is not kept.</summary>
    public static double Normal(ref this ChanceStream chance)
    {
        while (true)
        {
            var x = (2 * chance.Unit()) - 1;
            var y = (2 * chance.Unit()) - 1;
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                return x * Math.Sqrt(-2 * Exact.Log(square) / square);
            }
        }
    }

    /// <summary>Gamma with this <paramref name="shape"/> (above zero) and scale 1: Marsaglia and Tsang, ACM TOMS 26 (2000) 363.</summary>
    public static double Gamma(ref this ChanceStream chance, double shape)
    {
        if (shape < 1)
        {
            // X(a) = X(a + 1) · U^(1/a).
            return chance.Gamma(shape + 1) * Exact.Exp(Exact.Log(chance.UnitAboveZero()) / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = chance.Normal();
            var root = 1 + (c * x);
            if (root <= 0)
            {
                continue;
            }

            var v = root * root * root;
            var u = chance.UnitAboveZero();
            if (u < 1 - (0.0331 * x * x * x * x) || Exact.Log(u) < (0.5 * x * x) + (d * (1 - v + Exact.Log(v))))
            {
                return d * v;
            }
        }
    }

    /// <summary>Triangular between two bounds with its peak at <paramref name="mode"/>, by inversion.</summary>
    public static double Triangular(ref this ChanceStream chance, double min, double mode, double max)
    {
        var u = chance.Unit();
        var range = max - min;
        return u * range < mode - min
            ? min + Math.Sqrt(u * range * (mode - min))
            : max - Math.Sqrt((1 - u) * range * (max - mode));
    }

    /// <summary>How often something happens that does so <paramref name="mean"/> times on average: Poisson, in time proportional to it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is negative or not finite.</exception>
    public static long Poisson(ref this ChanceStream chance, double mean)
    {
        // Larger means are drawn in parts: e^−mean would lose precision, and sums of Poisson numbers are Poisson.
        const double part = 32;
        if (!(mean >= 0 && mean <= 1e9))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "a Poisson mean is between 0 and 1e9");
        }

        var count = 0L;
        for (; mean > part; mean -= part)
        {
            count += chance.SmallPoisson(part);
        }

        return count + chance.SmallPoisson(mean);
    }

    // Walks up the distribution function until it passes the drawn number.
    private static long SmallPoisson(ref this ChanceStream chance, double mean)
    {
        var left = chance.Unit();
        var probability = Exact.Exp(-mean);
        var count = 0L;
        while (left >= probability && probability > 0)
        {
            left -= probability;
            probability *= mean / ++count;
        }

        return count;
    }
}
