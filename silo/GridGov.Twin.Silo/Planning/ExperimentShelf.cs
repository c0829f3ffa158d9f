using System.Collections.Concurrent;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Reports;
using GridGov.Twin.Silo.Hosting;

namespace GridGov.Twin.Silo.Planning;

/// <summary>
/// The experiments of this host and what came of them. The files lie in the folder the settings name and are read again whenever somebody looks;
/// results, reports and the outcomes of replications lie in the data folder, so that they outlive the host.
/// </summary>
internal sealed class ExperimentShelf(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, KeptResult?> _results = new(StringComparer.Ordinal);
    private readonly string _data = Path.Combine(SiloSettings.Read(configuration).Data, "experiments");

    /// <summary>The folder of the files; null where none is given and none ships.</summary>
    /// <exception cref="Worlds.StartRefusedException">The folder that is given is not there.</exception>
    public string? Folder { get; } = ScenarioPlace.Experiments(SiloSettings.Read(configuration).Experiments, environment.ContentRootPath);

    /// <summary>The outcomes of replications; nothing is computed twice.</summary>
    /// <exception cref="Scenarios.Findings.InputRejectedException">The data folder cannot be written.</exception>
    public ReplicationStore Store => new(Path.Combine(_data, "replications"));

    /// <summary>What came of an experiment's last run; null where none was kept.</summary>
    public KeptResult? Result(string id) => _results.GetOrAdd(id, one => ShelfFile.Read<KeptResult>(PathOf(one)));

    /// <summary>Opens the report of a run that begins.</summary>
    /// <exception cref="Scenarios.Findings.InputRejectedException">The data folder cannot be written.</exception>
    public ResultFolder<ExperimentResult> OpenReport(string id) => ReportOutput.Open(ReportFolder(id), force: true);

    /// <summary>Keeps what came of a run, after its report.</summary>
    public void Keep(string id, KeptResult result)
    {
        ShelfFile.Keep(PathOf(id), result);
        _results[id] = result;
    }

    /// <summary>A file of an experiment's last report; null where there is none.</summary>
    public string? ReportFile(string id, string name) => ShelfFile.Find(ReportFolder(id), name, ReportOutput.Files);

    /// <summary>The files of an experiment's last report.</summary>
    public string[] ReportFiles(string id) => [.. ReportOutput.Files.Where(name => ReportFile(id, name) is not null)];

    private string ReportFolder(string id) => Path.Combine(_data, id, "report");

    private string PathOf(string id) => Path.Combine(_data, id, "result.json");
}
