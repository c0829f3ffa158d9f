using System.Collections.Concurrent;
using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Silo.Hosting;
using GridGov.Twin.Silo.Planning;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Drills;

/// <summary>A file of the drills' folder with its scenario: ready to be played, or what is wrong with it.</summary>
/// <param name="Id">The name of the file without its ending.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Plan">What is played; null where it cannot be.</param>
/// <param name="PlanHash">The hash that a journal of it must have.</param>
/// <param name="Findings">What is wrong with it or with a file it points at.</param>
internal sealed record DrillSource(string Id, string Path, DrillPlan? Plan, ulong PlanHash, FindingView[] Findings);

/// <summary>
/// The drills of this host: files in the folder the settings name, looked at again whenever somebody asks. What takes long, making a district of
/// them, is done again only when one of the files was written anew.
/// </summary>
internal sealed class DrillShelf(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, (string Stamp, DrillSource Source)> _read = new(StringComparer.Ordinal);

    /// <summary>The folder of the files; null where none is given and none ships.</summary>
    /// <exception cref="StartRefusedException">The folder that is given is not there.</exception>
    public string? Folder { get; } = ScenarioPlace.Drills(SiloSettings.Read(configuration).Drills, environment.ContentRootPath);

    /// <summary>Every drill, by name.</summary>
    public DrillSource[] All() => [.. SourceFiles.All(Folder).Select(Read)];

    /// <summary>The drill of a name; null where there is none.</summary>
    public DrillSource? Find(string id) => SourceFiles.Find(Folder, id) is { } path ? Read(path) : null;

    private DrillSource Read(string path)
    {
        if (_read.TryGetValue(path, out var before) && before.Stamp == StampOf(path, before.Source.Plan?.File.Scenario))
        {
            return before.Source;
        }

        var source = Load(path);
        _read[path] = (StampOf(path, source.Plan?.File.Scenario), source);
        return source;
    }

    private static DrillSource Load(string path)
    {
        var (id, folder) = (SourceFiles.IdOf(path), Path.GetDirectoryName(path)!);
        if (SourceFiles.WrongName(path) is { } wrongName)
        {
            return new DrillSource(id, path, null, 0, SourceFiles.Told(folder, [wrongName]));
        }

        try
        {
            var plan = DrillPlan.Load(path);
            return new DrillSource(id, path, plan, PlanHash.Of(plan.Scenario.Plan), []);
        }
        catch (InputRejectedException wrong)
        {
            return new DrillSource(id, path, null, 0, SourceFiles.Told(folder, wrong.Findings));
        }
    }

    // What is wrong with a drill may lie in any file it points at: it is looked at anew each time.
    private static string StampOf(string path, string? scenario)
    {
        if (scenario is null)
        {
            return Guid.NewGuid().ToString();
        }

        var folder = Directory.Exists(scenario) ? scenario : Path.GetDirectoryName(scenario)!;
        try
        {
            return string.Join(';', Directory.GetFiles(folder).Order(StringComparer.Ordinal).Prepend(path).Select(Written));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return Guid.NewGuid().ToString();
        }
    }

    private static string Written(string file) => FormattableString.Invariant($"{file} {File.GetLastWriteTimeUtc(file).Ticks} {new FileInfo(file).Length}");
}
