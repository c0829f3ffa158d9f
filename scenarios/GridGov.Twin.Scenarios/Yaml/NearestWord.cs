namespace GridGov.Twin.Scenarios.Yaml;

/// <summary>Finds the word someone probably meant.</summary>
public static class NearestWord
{
    /// <summary>
    /// What to say was expected instead of <paramref name="written"/>: the nearest known word when it is near enough
    /// (at most half of its letters differ, by Levenshtein's distance), otherwise all of them.
    /// </summary>
    public static string Expected(string written, IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(known);
        var best = known.MinBy(word => Distance(written, word));
        if (best is not null && Distance(written, best) * 2 <= best.Length)
        {
            return $"perhaps {best}";
        }

        return known.Count == 0 ? "nothing" : $"one of {string.Join(", ", known)}";
    }

    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = diagonal + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[right.Length];
    }
}
