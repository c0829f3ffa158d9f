using System.Text.Json;
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
    private const string ResultFile = "result.json";
    private readonly string _data = Path.Combine(SiloSettings.Read(configuration).Data, "proofs");
    private ProofAnswer? _last;

    /// <summary>The folder of the files; null where none is given and none ships.</summary>
    /// <exception cref="Worlds.StartRefusedException">The folder that is given is not there.</exception>
    public string? Folder { get; } = ScenarioPlace.Proofs(SiloSettings.Read(configuration).Proofs, environment.ContentRootPath);

    /// <summary>What came of the last run; null where none was kept.</summary>
    public ProofAnswer? Last => _last ??= Read();

    /// <summary>Opens the report of a run that begins.</summary>
    /// <exception cref="Scenarios.Findings.InputRejectedException">The data folder cannot be written.</exception>
    public ResultFolder<Proof> OpenReport() => ProofOutput.Open(ReportFolder, force: true);

    /// <summary>Keeps what came of a run, after its report.</summary>
    public void Keep(ProofAnswer answer)
    {
        var path = Path.Combine(_data, ResultFile);
        File.WriteAllText($"{path}.new", JsonSerializer.Serialize(answer));
        File.Move($"{path}.new", path, overwrite: true);
        _last = answer;
    }

    /// <summary>A file of the last report; null where there is none.</summary>
    public string? ReportFile(string name)
    {
        var path = ProofOutput.Files.Contains(name) ? Path.Combine(ReportFolder, name) : null;
        return File.Exists(path) ? path : null;
    }

    private string ReportFolder => Path.Combine(_data, "report");

    // A file that cannot be read costs nothing but the run, which finds its outcomes in the store.
    private ProofAnswer? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<ProofAnswer>(File.ReadAllText(Path.Combine(_data, ResultFile)));
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
