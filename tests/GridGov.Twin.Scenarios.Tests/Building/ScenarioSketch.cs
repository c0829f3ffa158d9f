using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;

namespace GridGov.Twin.Scenarios.Tests.Building;

/// <summary>Writes a small scenario that extends the shipped defaults into a folder of its own, with some lines put in.</summary>
internal static class ScenarioSketch
{
    private const string City = "  generate: {name: 试验区, division-code: \"370282\", cells: 20, streets: 2, communities: 4}";

    public static string[] Lines(params string[] more) =>
    [
        "extends: defaults",
        "scenario: sketch",
        "title: {zh: 试, en: sketch}",
        "starts: 2025-06-09",
        "days: 2",
        "seed: 1",
        "city:",
        City,
        "officers: {count: 6}",
        .. more,
    ];

    /// <summary>The scenario that stands on these lines.</summary>
    public static BuiltScenario Build(params string[] lines) => In(lines, path => ScenarioBuilder.Load(path));

    /// <summary>What is wrong with it; the folder is left out of file names.</summary>
    public static string[] Rejected(params string[] lines) => In(lines, path =>
        Should.Throw<InputRejectedException>(() => ScenarioBuilder.Load(path)).Findings
            .Select(finding => (finding with { File = finding.File.Replace(path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal) }).ToString())
            .ToArray());

    /// <summary>Uses a folder that holds the lines as scenario.yaml.</summary>
    public static T In<T>(string[] lines, Func<string, T> use)
    {
        var folder = Directory.CreateTempSubdirectory("scenario").FullName;
        try
        {
            File.WriteAllLines(Path.Combine(folder, ScenarioText.FileName), lines);
            return use(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
