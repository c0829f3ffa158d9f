using System.Text.Json;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>
/// Writes every variant as a scenario file of its own, so that <c>gridgov run</c> can run any single replication by its seed. Each extends the
/// variant's scenario, which stays where it is; what the experiment and the variant lay over it are two steps, as they are in the experiment.
/// </summary>
internal static class VariantFiles
{
    /// <summary>The folder of the files.</summary>
    public const string Folder = "variants";

    /// <summary>The file of a variant.</summary>
    public static string NameOf(Variant variant) => $"{Folder}/{variant.Id}.yaml";

    /// <summary>Writes the files of all variants into their folder below <paramref name="report"/>.</summary>
    public static void Write(ExperimentPlan plan, string report)
    {
        var folder = Directory.CreateDirectory(Path.Combine(report, Folder)).FullName;
        foreach (var variant in plan.Variants)
        {
            var section = plan.File.Variants[variant.Index];
            var below = PathFrom(folder, ScenarioText.FileOf(section.Scenario));
            for (var step = 0; step < Math.Max(1, section.With.Length); step++)
            {
                var isLast = step >= section.With.Length - 1;
                var name = isLast ? $"{variant.Id}.yaml" : $"{variant.Id}.{step + 1}.yaml";
                var over = section.With.Length > 0 ? ((YamlMap)section.With[step]).Entries : [];
                File.WriteAllText(Path.Combine(folder, name), Text(plan, variant, below, folder, over));
                below = name;
            }
        }
    }

    private static string Text(ExperimentPlan plan, Variant variant, string below, string folder, YamlEntry[] over) =>
        $"# {variant.Id} of the experiment {plan.File.Name}. One replication: gridgov run {NameOf(variant)} --seed {plan.File.Seed}\n"
        + $"extends: {Quoted(below)}\n"
        + string.Concat(over.Select(entry => $"{Quoted(entry.Key)}: {Flow(entry.Key, entry.Value, folder)}\n"));

    // Every value is text until a reader gives it a meaning, so all may be quoted.
    private static string Flow(string key, YamlNode node, string folder) => node switch
    {
        YamlMap map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{Quoted(entry.Key)}: {Flow(entry.Key, entry.Value, folder)}"))}}}",
        YamlList list => $"[{string.Join(", ", list.Items.Select(item => Flow("", item, folder)))}]",
        YamlText { IsNothing: true } => "~",
        YamlText text => Quoted(Moved(key, text, folder)),
        _ => throw new ArgumentException($"no text for {node.GetType().Name}", nameof(node)),
    };

    // A path is one from the file that names it, and this is another file.
    private static string Moved(string key, YamlText text, string folder)
    {
        var path = ShippedFile.PathFrom(text.Mark.File, text.Text);
        var isPath = (text.Text.EndsWith(".yaml", StringComparison.Ordinal) && File.Exists(path)) || (key == "folder" && Directory.Exists(path));
        return isPath ? PathFrom(folder, path) : text.Text;
    }

    private static string PathFrom(string folder, string path) => Path.GetRelativePath(folder, Path.GetFullPath(path)).Replace('\\', '/');

    private static string Quoted(string text) => JsonSerializer.Serialize(text, PlainChinese);

    private static readonly JsonSerializerOptions PlainChinese = new() { Encoder = Output.ReportJson.Options.Encoder };
}
