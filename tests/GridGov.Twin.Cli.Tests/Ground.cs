namespace GridGov.Twin.Cli.Tests;

/// <summary>Files to run commands on: the repository's, the shared data beside it, and small ones of a test's own.</summary>
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

    /// <summary>The folder that holds the solution.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>A shipped scenario.</summary>
    public static string Scenario(string name) => Path.Combine(Repository, "scenarios", name);

    /// <summary>The path of a file in <c>../shared/data</c>, or null where that folder is absent. A work tree may lie one folder deeper.</summary>
    public static string? SharedData(string file) =>
        new[] { "..", Path.Combine("..", "..") }.Select(up => Path.GetFullPath(Path.Combine(Repository, up, "shared", "data", file))).FirstOrDefault(File.Exists);

    /// <summary>Writes the small scenario.</summary>
    public static string WriteHamlet(TempFolder folder) => Path.GetDirectoryName(folder.Write("hamlet/scenario.yaml", Hamlet))!;

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GridGov.Twin.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
