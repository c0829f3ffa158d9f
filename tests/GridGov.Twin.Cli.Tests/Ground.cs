namespace GridGov.Twin.Cli.Tests;

/// <summary>Small files of a test's own to run commands on.</summary>
internal static class Ground
{
    // Twenty cells: the smallest district, so that a day takes no time.
    private const string Hamlet = """
        extends: defaults
        scenario: hamlet
        title: {zh: 小村, en: hamlet}
        starts: 2025-06-09
        days: 1
        seed: 1
        city: {generate: {name: 小村, division-code: "370282", cells: 20, streets: 2, communities: 4}}
        demand: {incidents-per-day: 40}
        officers: {count: 6}
        """;

    /// <summary>Writes the small scenario.</summary>
    public static string WriteHamlet(TempFolder folder) => Path.GetDirectoryName(folder.Write("hamlet/scenario.yaml", Hamlet))!;
}
