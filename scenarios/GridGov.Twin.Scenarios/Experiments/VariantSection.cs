using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>One variant as it is written: its name, what it is called, the scenario it starts from and what is laid over it, in this order.</summary>
public sealed record VariantSection(Marked<string> Id, Title Title, string Scenario, YamlNode[] With)
{
    internal static readonly MapShape Shape = new("variant", ["title"], ["scenario", "with"]);

    // More than these nobody compares by hand; a search over staffing has a command of its own.
    private const int MostVariants = 50;

    internal static VariantSection[] ReadAll(YamlFields experiment)
    {
        var variants = experiment["variants"].Entries().Select(entry => Read(entry.Key, entry.Mark, entry.Value, experiment)).ToArray();
        if (variants.Length is 0 or > MostVariants && !experiment["variants"].IsMissing)
        {
            experiment["variants"].Reject($"1 to {MostVariants} variants", $"there are {variants.Length}");
        }

        return variants;
    }

    private static VariantSection Read(string id, Mark mark, YamlValue value, YamlFields experiment)
    {
        var fields = value.Fields(Shape);
        var scenario = fields.Has("scenario") ? fields["scenario"] : experiment["scenario"];
        if (scenario.IsMissing)
        {
            value.Reject("a scenario, here or for the whole experiment", "the variant has no scenario");
        }

        return new VariantSection(
            new Marked<string>(id, mark), Title.Read(fields["title"]),
            scenario.IsMissing ? "" : ShippedFile.PathFrom(scenario.Mark.File, scenario.Text()),
            [.. new[] { Overlay(experiment["with"]), Overlay(fields["with"]) }.OfType<YamlNode>()]);
    }

    private static YamlNode? Overlay(YamlValue value)
    {
        // Read for its finding only: what stands in it is checked as a part of the scenario.
        _ = value.IsMissing ? [] : value.Entries();
        return value.IsMap ? value.Node : null;
    }
}
