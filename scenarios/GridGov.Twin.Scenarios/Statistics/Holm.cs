namespace GridGov.Twin.Scenarios.Statistics;

/// <summary>
/// Holm's step-down correction (Holm 1979) of the chances of several comparisons made at once: those that stay below a level keep the chance of
/// even one false finding among them below it.
/// </summary>
public static class Holm
{
    /// <summary>The corrected chances, in the order given; what does not exist stays so and is not counted.</summary>
    public static double?[] Adjust(IReadOnlyList<double?> chances)
    {
        ArgumentNullException.ThrowIfNull(chances);
        var adjusted = new double?[chances.Count];
        var order = Enumerable.Range(0, chances.Count).Where(i => chances[i].HasValue).OrderBy(i => chances[i]).ToArray();
        var least = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            least = Math.Max(least, Math.Min(1, (order.Length - rank) * chances[order[rank]]!.Value));
            adjusted[order[rank]] = least;
        }

        return adjusted;
    }
}
