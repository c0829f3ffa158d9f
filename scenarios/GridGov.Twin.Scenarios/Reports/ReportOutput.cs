using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Output;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>
/// The folder of an experiment's report: <c>report.html</c>, <c>experiment.json</c>, the CSV tables, and the variants as scenario files.
/// </summary>
public static class ReportOutput
{
    private const string Page = "report.html";
    private const string Json = "experiment.json";

    /// <summary>The names of the files and the folder a report consists of.</summary>
    public static IReadOnlyList<string> Files { get; } = [Page, Json, VariantFiles.Folder, .. ReportTables.Files];

    /// <summary>Opens the folder.</summary>
    /// <exception cref="Findings.InputRejectedException">The folder cannot be used.</exception>
    public static ResultFolder<ExperimentResult> Open(string folder, bool force) => ResultFolder<ExperimentResult>.Open(folder, Files, force, Write);

    private static void Write(ExperimentResult result, OutputFolder folder)
    {
        File.WriteAllText(folder.PathOf(Page), ExperimentReport.Html(result, isInFolder: true));
        File.WriteAllText(folder.PathOf(Json), ExperimentJson.Text(result) + "\n");
        new ReportTables(ReportData.Of(result), folder.PathOf).Write();
        VariantFiles.Write(result.Plan, folder.Fresh);
    }

    /// <summary>Opens the folder for the files of a report that was made of the same plan elsewhere.</summary>
    /// <exception cref="Findings.InputRejectedException">The folder cannot be used.</exception>
    public static ResultFolder<IEnumerable<(string Name, byte[] Content)>> Open(ExperimentPlan plan, string folder, bool force) =>
        ResultFolder<IEnumerable<(string Name, byte[] Content)>>.Open(folder, Files, force, (files, fresh) => Write(plan, files, fresh));

    private static void Write(ExperimentPlan plan, IEnumerable<(string Name, byte[] Content)> files, OutputFolder folder)
    {
        foreach (var (name, content) in files.Where(file => Files.Contains(file.Name)))
        {
            File.WriteAllBytes(folder.PathOf(name), content);
        }

        VariantFiles.Write(plan, folder.Fresh);
    }
}
