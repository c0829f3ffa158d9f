using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Proofs;
using GridGov.Twin.Scenarios.Reports;
using GridGov.Twin.Silo.Hosting;

namespace GridGov.Twin.Silo.Planning;

/// <summary>
/// Where the proofs' files lie, and what came of their last run: kept in the data folder beside the experiments', so that it outlives the host.
/// </summary>
internal sealed class ProofShelf(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly string _data = Path.Combine(SiloSettings.Read(configuration).Data, "proofs");
    private ProofAnswer? _last;

    /// <summary>The folder of the files; null where none is given and none ships.</summary>
    /// <exception cref="Worlds.StartRefusedException">The folder that is given is not there.</exception>
    public string? Folder { get; } = ScenarioPlace.Proofs(SiloSettings.Read(configuration).Proofs, environment.ContentRootPath);

    /// <summary>What came of the last run; null where none was kept.</summary>
    public ProofAnswer? Last => _last ??= ShelfFile.Read<ProofAnswer>(Result);

    /// <summary>Opens the report of a run that begins.</summary>
    /// <exception cref="Scenarios.Findings.InputRejectedException">The data folder cannot be written.</exception>
    public ResultFolder<Proof> OpenReport() => ProofOutput.Open(ReportFolder, force: true);

    /// <summary>Keeps what came of a run, after its report.</summary>
    public void Keep(ProofAnswer answer)
    {
        ShelfFile.Keep(Result, answer);
        _last = answer;
    }

    /// <summary>A file of the last report; null where there is none.</summary>
    public string? ReportFile(string name) => ShelfFile.Find(ReportFolder, name, ProofOutput.Files);

    private string ReportFolder => Path.Combine(_data, "report");

    private string Result => Path.Combine(_data, "result.json");
}
