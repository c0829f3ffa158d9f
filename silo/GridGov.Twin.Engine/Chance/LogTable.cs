namespace GridGov.Twin.Engine.Chance;

/// <summary>
/// For each 128th of the mantissas from √½ to √2 a short number near its reciprocal, and minus the logarithm of that number in
/// two parts. Worked out once from the series in <see cref="Exact"/>.
/// </summary>
internal static class LogTable
{
    /// <summary>How many bits of a mantissa choose the row.</summary>
    public const int IndexBits = 7;

    // Reciprocals are multiples of 2^−10: short enough for an exact product with the upper 40 bits of a mantissa.
    private const double ReciprocalStep = 1024;

    // The upper part of a logarithm is a multiple of 2^−42, so that adding a multiple of ln 2's upper part is exact.
    private const double HighStep = 4398046511104.0;

    public static readonly Row[] Rows = Make();

    private static Row[] Make()
    {
        var rows = new Row[1 << IndexBits];
        for (var i = 0; i < rows.Length; i++)
        {
            var middle = Exact.Mantissa((((long)i << 1) + 1) << (51 - IndexBits));
            var reciprocal = Math.Floor((ReciprocalStep / middle) + 0.5) / ReciprocalStep;

            // Next to 1 nothing but 1 will do: there the logarithm must be as small as its argument's distance from 1.
            if (Math.Abs(middle - 1) < 1.0 / (1 << IndexBits))
            {
                reciprocal = 1;
            }

            var (high, low) = Exact.LogInTwo(reciprocal);
            var coarse = Math.Floor((high * HighStep) + 0.5) / HighStep;
            rows[i] = new Row(reciprocal, -coarse, -(high - coarse + low));
        }

        return rows;
    }

    public readonly record struct Row(double Reciprocal, double High, double Low);
}
