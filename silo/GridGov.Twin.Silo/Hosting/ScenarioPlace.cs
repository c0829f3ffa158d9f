using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Hosting;

/// <summary>Finds and loads scenarios, by path or by name among those that ship beside the program, and finds the experiments, the proofs and the drills.</summary>
internal static class ScenarioPlace
{
    private const string ShippedFolder = "scenarios";

    /// <summary>Loads a scenario.</summary>
    /// <exception cref="StartRefusedException">It is not there, or not valid; the message names the first thing that is wrong.</exception>
    public static BuiltScenario Load(WorldSettings world, string contentRoot)
    {
        try
        {
            return ScenarioBuilder.Load(Find(world.Scenario, contentRoot));
        }
        catch (InputRejectedException wrong)
        {
            var more = wrong.Findings.Count > 1 ? $" (and {wrong.Findings.Count - 1} more)" : "";
            throw new StartRefusedException($"scenario '{world.Scenario}' of world '{world.Id}' is not valid: {wrong.Findings[0]}{more}", wrong);
        }
    }

    /// <summary>The folder of the experiments' files: the one that is given, or the one that ships; null where none ships.</summary>
    /// <exception cref="StartRefusedException">The folder that is given is not there.</exception>
    public static string? Experiments(string? given, string contentRoot) => Folder("Experiments", "experiments", given, contentRoot);

    /// <summary>The folder of the proofs' files: the one that is given, or the one that ships; null where none ships.</summary>
    /// <exception cref="StartRefusedException">The folder that is given is not there.</exception>
    public static string? Proofs(string? given, string contentRoot) => Folder("Proofs", "proofs", given, contentRoot);

    /// <summary>The folder of the drills' files: the one that is given, or the one that ships; null where none ships.</summary>
    /// <exception cref="StartRefusedException">The folder that is given is not there.</exception>
    public static string? Drills(string? given, string contentRoot) => Folder("Drills", "drills", given, contentRoot);

    private static string? Folder(string setting, string shipped, string? given, string contentRoot)
    {
        if (given is not null)
        {
            var folder = Path.GetFullPath(Path.Combine(contentRoot, given));
            return Directory.Exists(folder) ? folder : throw new StartRefusedException($"GridGov:{setting} '{given}': there is no such folder");
        }

        var places = Upwards(contentRoot).Prepend(AppContext.BaseDirectory).Select(folder => Path.Combine(folder, ShippedFolder, shipped));
        return places.FirstOrDefault(Directory.Exists);
    }

    private static string Find(string scenario, string contentRoot)
    {
        string[] places =
        [
            Path.Combine(contentRoot, scenario),
            Path.Combine(AppContext.BaseDirectory, ShippedFolder, scenario),
            .. Upwards(contentRoot).Select(folder => Path.Combine(folder, ShippedFolder, scenario)),
        ];
        return Array.Find(places, IsScenario)
            ?? throw new StartRefusedException($"scenario '{scenario}': neither such a folder or file nor one that ships; shipped: {string.Join(", ", Shipped())}");
    }

    private static bool IsScenario(string path) => File.Exists(path) || File.Exists(Path.Combine(path, "scenario.yaml"));

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }

    private static IEnumerable<string?> Shipped()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, ShippedFolder);
        return Directory.Exists(folder) ? Directory.GetDirectories(folder).Where(IsScenario).Select(Path.GetFileName).Order() : [];
    }
}
