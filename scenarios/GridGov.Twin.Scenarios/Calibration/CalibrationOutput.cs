using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>
/// The folder of a calibration: a scenario that runs, with its cells, every number as JSON and CSV, and a README that begins with how good the fit is.
/// It appears when the scenario was written, read back and run; a stopped calibration leaves nothing.
/// </summary>
public sealed class CalibrationOutput : IDisposable
{
    private const string Scenario = "scenario.yaml";
    private const string Json = "calibration.json";
    private const string Readme = "README.md";
    private readonly OutputFolder _folder;
    private readonly string _named;

    private CalibrationOutput(OutputFolder folder, string named) => (_folder, _named) = (folder, named);

    /// <summary>What the folder holds.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [Scenario, Json, Readme, CalibratedScenario.CellsFile, CalibrationTables.Rates, CalibrationTables.Handling, CalibrationTables.BackTestFile];

    /// <summary>Opens the folder, before anything long is done.</summary>
    /// <exception cref="InputRejectedException">The folder cannot be used.</exception>
    public static CalibrationOutput Open(string folder, bool force) => new(OutputFolder.Open(folder, Files, force), folder);

    /// <summary>Writes everything and runs the scenario by <paramref name="run"/>; null when that was stopped.</summary>
    public SimulatedCheck? Write(CalibrationResult result, Func<ScenarioRun, bool> run)
    {
        ArgumentNullException.ThrowIfNull(result);
        File.WriteAllText(_folder.PathOf(Scenario), CalibratedScenario.Text(result, _named));
        CalibrationTables.Write(result, _folder.Fresh);
        if (SimulatedCheck.Run(_folder.Fresh, result.Arrivals, run) is not { } check)
        {
            return null;
        }

        File.WriteAllText(_folder.PathOf(Json), CalibrationJson.Text(result, check) + "\n");
        File.WriteAllText(_folder.PathOf(Readme), CalibrationReport.Text(result, check, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_named)))));
        _folder.Commit();
        return check;
    }

    /// <summary>Removes what was written, unless it is complete.</summary>
    public void Dispose() => _folder.Dispose();
}
