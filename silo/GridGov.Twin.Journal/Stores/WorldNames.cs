using System.Text.RegularExpressions;

namespace GridGov.Twin.Journal.Stores;

/// <summary>What a world may be called, and what is said of its beginning, as it is kept.</summary>
internal static partial class WorldNames
{
    /// <exception cref="ArgumentException">It is no name.</exception>
    public static void Require(string world)
    {
        if (!Pattern().IsMatch(world))
        {
            throw new ArgumentException($"world name '{world}': expected 1 to 64 of a–z, 0–9 and hyphens", nameof(world));
        }
    }

    public static Genesis Clean(Genesis genesis) =>
        genesis with { Kind = Text.Clean(genesis.Kind), Scenario = Text.Clean(genesis.Scenario), Begun = genesis.Begun.ToUniversalTime() };

    [GeneratedRegex("^[a-z0-9-]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
