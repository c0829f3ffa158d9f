using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Output;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>
/// The folder of an experiment's report: <c>report.html</c>, <c>experiment.json</c>, the CSV tables, and the
/// variants as scenario files. It is opened before the experiment begins,
/// so that a folder that cannot be used is known at once, and appears when all is written; an experiment that fails or is stopped leaves nothing.
/// </summary>
public sealed class ReportOutput : IDisposable
{
    private const string Page = "report.html";
    private const string Json = "experiment.json";
    private readonly OutputFolder _folder;

    private ReportOutput(OutputFolder folder) => _folder = folder;

    /// <summary>The names of the files and the folder a report consists of.</summary>
    public static IReadOnlyList<string> Files { get; } = [Page, Json, VariantFiles.Folder, .. ReportTables.Files];

    /// <summary>Opens the folder.</summary>
    /// <exception cref="InputRejectedException">The folder cannot be used.</exception>
    public static ReportOutput Open(string folder, bool force) => new(OutputFolder.Open(folder, Files, force));

    /// <summary>Writes the report and puts the folder in its place.</summary>
    /// <exception cref="InputRejectedException">The folder cannot be put in its place.</exception>
    public void Complete(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        File.WriteAllText(_folder.PathOf(Page), ExperimentReport.Html(result, isInFolder: true));
        File.WriteAllText(_folder.PathOf(Json), ExperimentJson.Text(result) + "\n");
        new ReportTables(ReportData.Of(result), _folder.PathOf).Write();
        VariantFiles.Write(result.Plan, _folder.Fresh);
        _folder.Commit();
    }

    /// <summary>Writes the files of a report that was made of the same plan elsewhere, and puts the folder in its place.</summary>
    /// <exception cref="InputRejectedException">The folder cannot be put in its place.</exception>
    public void Complete(ExperimentPlan plan, IEnumerable<(string Name, byte[] Content)> files)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(files);
        foreach (var (name, content) in files.Where(file => Files.Contains(file.Name)))
        {
            File.WriteAllBytes(_folder.PathOf(name), content);
        }

        VariantFiles.Write(plan, _folder.Fresh);
        _folder.Commit();
    }

    /// <summary>Removes what was written, unless it is complete.</summary>
    public void Dispose() => _folder.Dispose();
}
