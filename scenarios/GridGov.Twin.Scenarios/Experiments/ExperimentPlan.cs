using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>An experiment whose variants are built and whose measures are known to exist.</summary>
/// <param name="File">What was written.</param>
/// <param name="Variants">What is compared; the first is the baseline.</param>
/// <param name="Measures">Everything that can be measured in any of the variants.</param>
/// <param name="Shown">The measures the report shows, in order.</param>
public sealed record ExperimentPlan(ExperimentFile File, Variant[] Variants, Measure[] Measures, Measure[] Shown)
{
    // What a report shows where the file names nothing: the answer's parts, then what explains them.
    private static readonly string[] UsuallyShown =
    [
        "on-time-closing-rate", "closing-rate", "on-time-handling-rate", "open-time", "open-time-p90", "handling-time", "discovery-rate",
        "detection-delay", "backlog", "closed", "reports", "rework-rate", "officer-utilisation", "task-wait", "patrol-km",
        "closed-grid", "closed-community", "closed-street", "closed-district",
    ];

    /// <summary>What decides, if anything does.</summary>
    public Measure? DecidedBy => File.Decision is { } decision ? this[decision.By.Value] : null;

    /// <summary>The measure of a machine name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Measure this[string id] =>
        Array.Find(Measures, measure => measure.Id == id) ?? throw new ArgumentException($"no measure '{id}'", nameof(id));

    /// <summary>Reads and builds the experiment at <paramref name="path"/>.</summary>
    /// <exception cref="InputRejectedException">Something in the experiment or in a variant's scenario is wrong.</exception>
    public static ExperimentPlan Load(string path) => Build(ExperimentFile.Load(path));

    /// <summary>Builds the variants of an experiment that was read.</summary>
    /// <exception cref="InputRejectedException">A variant's scenario is wrong, or a measure does not exist.</exception>
    public static ExperimentPlan Build(ExperimentFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var texts = file.Variants.Select(TextOf).ToArray();
        var cities = new Dictionary<(object?, string?), (CityModel City, Travel Travel)>();
        var variants = file.Variants.Select((section, index) => BuildVariant(section, index, texts, cities)).ToArray();
        var measures = variants.SelectMany(variant => Measure.Of(variant.Scenario.Plan)).DistinctBy(measure => measure.Id).ToArray();
        CheckNames(file, measures);
        string[] shown = file.Measures.Length > 0 ? [.. file.Measures.Select(measure => measure.Value)] : UsuallyShown;
        return new ExperimentPlan(
            file, variants, measures, [.. shown.Select(id => Array.Find(measures, measure => measure.Id == id)).OfType<Measure>()]);
    }

    internal static YamlNode TextOf(VariantSection section) =>
        section.With.Aggregate(ScenarioText.Load(section.Scenario), (below, above) => YamlMerge.Over(below, above, DistributionReading.IsDistribution));

    private static Variant BuildVariant(
        VariantSection section, int index, YamlNode[] texts, Dictionary<(object?, string?), (CityModel City, Travel Travel)> cities)
    {
        var file = ScenarioFile.Read(texts[index]);
        var key = ((object?)file.City?.Generate, file.City?.Folder);
        if (!cities.TryGetValue(key, out var place))
        {
            var city = CityBuilding.Build(file);
            cities[key] = place = (city, new Travel(city));
        }

        var scenario = ScenarioBuilder.Build(file, place.City, place.Travel);
        return new Variant(
            index, section.Id.Value, section.Title, scenario, new Setting(scenario.Plan), Experiments.InputHash.Of(texts[index]),
            ScenarioChange.Between(texts[0], texts[index]));
    }

    private static void CheckNames(ExperimentFile file, Measure[] measures)
    {
        string[] known = [.. measures.Select(measure => measure.Id)];
        var named = file.Measures.Concat(file.Stop.HalfWidths.Select(rule => rule.Measure));
        named = named.Concat(file.Expected.Select(expected => expected.Measure));
        named = file.Decision is { } decision ? named.Append(decision.By) : named;
        string[] variants = [.. file.Variants.Select(variant => variant.Id.Value)];
        Finding[] findings =
        [
            .. named.Where(measure => !known.Contains(measure.Value))
                .Select(measure => measure.Finding(NearestWord.Expected(measure.Value, known), "no such measure in any variant")),
            .. file.Expected.Where(expected => !variants.Contains(expected.Variant.Value))
                .Select(expected => expected.Variant.Finding(NearestWord.Expected(expected.Variant.Value, variants), "no such variant")),
        ];
        if (findings.Length > 0)
        {
            throw new InputRejectedException(findings);
        }
    }
}
