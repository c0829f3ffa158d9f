namespace GridGov.Twin.Scenarios.Building;

/// <summary>Divides whole people by shares.</summary>
internal static class Apportioning
{
    /// <summary>
    /// Divides <paramref name="count"/> in proportion to <paramref name="weights"/> by the largest remainder (Hamilton): everyone gets the
    /// rounded-down share, and those with the largest remainders one more; among equals the earlier.
    /// </summary>
    public static int[] Divide(int count, double[] weights)
    {
        var total = weights.Sum();
        if (total <= 0)
        {
            return new int[weights.Length];
        }

        double[] exact = [.. weights.Select(weight => count * weight / total)];
        int[] parts = [.. exact.Select(share => (int)Math.Floor(share + 1e-9))];
        var order = Enumerable.Range(0, parts.Length).OrderByDescending(index => exact[index] - parts[index]).ThenBy(index => index);
        foreach (var index in order.Take(count - parts.Sum()))
        {
            parts[index]++;
        }

        return parts;
    }
}
