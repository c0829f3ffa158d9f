using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Catalogue;

/// <summary>
/// How files name kinds: a key such as <c>C0101.2</c>, its beginning and a star such as <c>E01*</c>, or <c>*</c> for all.
/// </summary>
public static class KindPattern
{
    /// <summary>Whether the pattern names this key.</summary>
    public static bool Matches(string pattern, string key)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(key);
        return pattern.EndsWith('*') ? key.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal) : key == pattern;
    }

    /// <summary>The indexes of the conditions a pattern names, in the order of the catalogue; none if it names nothing.</summary>
    public static int[] Find(CaseCatalogue catalogue, string pattern)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return [.. catalogue.Conditions.Where(condition => Matches(pattern, condition.Key)).Select(condition => condition.Index)];
    }

    /// <summary>What to say was expected instead of a pattern that names nothing.</summary>
    public static string Expected(CaseCatalogue catalogue, string pattern)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(pattern);
        var near = NearestWord.Expected(pattern.TrimEnd('*'), [.. catalogue.Conditions.Select(condition => condition.Key)]);
        return near.StartsWith("perhaps", StringComparison.Ordinal)
            ? $"a kind of the catalogue, {near}"
            : "a kind of the catalogue such as E0110.1, or the beginning of some such as E01*";
    }
}
