using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>
/// A scenario's text as it counts: the file laid over the files it extends (see <see cref="YamlMerge"/>).
/// <c>extends: defaults</c> names a file that ships, <c>extends: ../mine.yaml</c> a file beside it; each may extend another.
/// </summary>
public static class ScenarioText
{
    /// <summary>The name of the scenario's file in its folder.</summary>
    public const string FileName = "scenario.yaml";

    /// <summary>The file of a scenario that is named by its folder or by the file itself.</summary>
    public static string FileOf(string path) =>
        path is not null && path.EndsWith(".yaml", StringComparison.Ordinal) ? path : Path.Combine(path ?? "", FileName);

    /// <summary>Reads the scenario at <paramref name="path"/>, a folder or a file.</summary>
    /// <exception cref="InputRejectedException">A file is missing, not plain YAML, or the files extend each other in a circle.</exception>
    public static YamlNode Load(string path) => Extended(YamlFile.Load(FileOf(path)), []);

    /// <summary>Lays <paramref name="node"/> over what it extends; <paramref name="above"/> are the files that lead here.</summary>
    internal static YamlNode Extended(YamlNode node, string[] above)
    {
        if (node is not YamlMap map || Array.Find(map.Entries, entry => entry.Key == "extends") is not { } entry)
        {
            return node;
        }

        var findings = new List<Finding>();
        var extends = new YamlValue(new YamlMap(entry.Mark, [entry]), findings).Fields(new MapShape("extends", ["extends"], []))["extends"];
        var below = ShippedFile.Follow(extends, "");
        string[] chain = [.. above, Path.GetFullPath(node.Mark.File)];
        if (below is not null && chain.Contains(Path.GetFullPath(below.Mark.File)))
        {
            extends.Reject("files that do not extend each other in a circle", "the file extends itself");
        }

        return findings.Count == 0 && below is not null
            ? YamlMerge.Over(Extended(below, chain), node, DistributionReading.IsDistribution)
            : throw new InputRejectedException(findings);
    }
}
