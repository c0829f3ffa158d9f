using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>The ground a log is laid on where no scenario is given: a generated town with the shipped defaults.</summary>
internal static class UsualGround
{
    /// <summary>What it is called in messages.</summary>
    public const string Name = "the usual town";

    /// <summary>What a calibrated scenario on it says of itself.</summary>
    public const string Sections = """
        starts: 2025-06-09
        days: 28
        seed: 1

        city:
          generate: {name: 标定镇, division-code: "990101", cells: 240, streets: 3, communities: 24}
        """;

    /// <summary>The scenario.</summary>
    public static ScenarioFile Load() => ScenarioFile.Read(ScenarioText.Extended(
        YamlFile.Parse(Name, $"extends: defaults\nscenario: calibrated\ntitle: {{zh: 标定, en: calibrated}}\n{Sections}\n"), []));
}
