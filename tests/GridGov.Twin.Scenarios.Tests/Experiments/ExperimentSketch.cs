using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Tests.Building;

namespace GridGov.Twin.Scenarios.Tests.Experiments;

/// <summary>Writes a small experiment on the small scenario of <see cref="ScenarioSketch"/> into a folder of its own.</summary>
internal sealed class ExperimentSketch : IDisposable
{
    private const string Variants =
        "variants: {few: {title: {zh: 少, en: few}}, more: {title: {zh: 多, en: more}, with: {officers: {count: 12}}}}";

    private readonly string _folder = Directory.CreateTempSubdirectory("experiment").FullName;

    public ExperimentSketch(params string[] more)
        : this((string[])["replications: 4", Variants, .. more], 0)
    {
    }

    private ExperimentSketch(string[] lines, int _)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "town"));
        File.WriteAllLines(Path.Combine(_folder, "town", ScenarioText.FileName), ScenarioSketch.Lines("demand: {incidents-per-day: 80}"));
        File.WriteAllLines(Path.Combine(_folder, "it.yaml"),
        [
            "experiment: sketch",
            "title: {zh: 试, en: sketch}",
            "question: {zh: 几人够？, en: How many are enough?}",
            "scenario: town/scenario.yaml",
            .. lines,
        ]);
    }

    /// <summary>An experiment of these lines after the four of its head.</summary>
    public static ExperimentSketch Of(params string[] lines) => new(lines, 0);

    public string File_ => Path.Combine(_folder, "it.yaml");

    public string Town => Path.Combine(_folder, "town", ScenarioText.FileName);

    public ReplicationStore Store => new(StoreFolder);

    public string StoreFolder => Path.Combine(_folder, "kept");

    public ExperimentPlan Plan => ExperimentPlan.Load(File_);

    /// <summary>The result on so many threads, nothing kept.</summary>
    public ExperimentResult Result(int threads = 2) => new ExperimentRun(Plan, null, threads).Run(null, CancellationToken.None)!;

    /// <summary>What is wrong with it; the folder is left out of file names.</summary>
    public string[] Rejected() =>
        [.. Should.Throw<InputRejectedException>(() => ExperimentPlan.Load(File_)).Findings.Select(finding => finding.ToString().Replace(Relative(), "", StringComparison.Ordinal))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Files that a file points at are named from where the program was started.
    private string Relative() => _folder + Path.DirectorySeparatorChar;
}
