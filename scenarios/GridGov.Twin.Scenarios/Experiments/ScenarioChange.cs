using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>One place where two scenarios differ: the keys that lead there, and what stands there in either; null where nothing does.</summary>
public sealed record ScenarioChange(string Place, string? Before, string? After)
{
    /// <summary>All places where <paramref name="after"/> differs from <paramref name="before"/>, names and titles left out.</summary>
    internal static ScenarioChange[] Between(YamlNode before, YamlNode after)
    {
        var (old, fresh) = (Leaves(before), Leaves(after));
        return [.. old.Keys.Concat(fresh.Keys.Where(place => !old.ContainsKey(place)))
            .Select(place => new ScenarioChange(place, old.GetValueOrDefault(place), fresh.GetValueOrDefault(place)))
            .Where(change => change.Before != change.After && !IsName(change.Place))];
    }

    /// <summary>The node as one line of text, the same for nodes that say the same.</summary>
    internal static string Flow(YamlNode node) => node switch
    {
        YamlMap map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Flow(entry.Value)}"))}}}",
        YamlList list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        YamlText { IsNothing: true } => "~",
        YamlText text => text.Text,
        _ => throw new ArgumentException($"no text for {node.GetType().Name}", nameof(node)),
    };

    private static bool IsName(string place) => place is "scenario" or "extends" or "title.zh" or "title.en";

    private static Dictionary<string, string> Leaves(YamlNode root)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect("", root, leaves);
        return leaves;
    }

    // A distribution or a list reads better as a whole than piece by piece.
    private static void Collect(string place, YamlNode node, Dictionary<string, string> leaves)
    {
        if (node is YamlMap map && !DistributionReading.IsDistribution(map))
        {
            foreach (var entry in map.Entries)
            {
                Collect(place.Length == 0 ? entry.Key : $"{place}.{entry.Key}", entry.Value, leaves);
            }
        }
        else
        {
            leaves[place] = Flow(node);
        }
    }
}
