using System.Globalization;
using System.Text;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Reports;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>
/// The files of a staffing search: <c>staffing.html</c>, one self-contained page, <c>staffing.json</c>, <c>tried.csv</c> with every trial,
/// <c>trade-off.svg</c>, and <c>staffing.yaml</c>, the suggested levels as a scenario of its own. Where nothing meets the targets there is no
/// <c>staffing.yaml</c>.
/// </summary>
public static class StaffingOutput
{
    private const string Page = "staffing.html";
    private const string Json = "staffing.json";
    private const string Tried = "tried.csv";
    private const string Picture = "trade-off.svg";
    private const string Overlay = "staffing.yaml";

    /// <summary>Opens the folder before the search begins.</summary>
    /// <exception cref="Findings.InputRejectedException">The folder cannot be used.</exception>
    public static ResultFolder<StaffingResult> Open(string path, bool force)
    {
        var target = Path.GetFullPath(path);
        return ResultFolder<StaffingResult>.Open(path, [Page, Json, Tried, Picture, Overlay], force, (result, folder) => Write(result, folder, target));
    }

    private static void Write(StaffingResult result, OutputFolder folder, string target)
    {
        File.WriteAllText(folder.PathOf(Page), StaffingReport.Html(result));
        File.WriteAllText(folder.PathOf(Json), StaffingJson.Text(result) + "\n");
        WriteTried(result, folder.PathOf(Tried));
        File.WriteAllText(folder.PathOf(Picture), TradeOffPicture.Draw(result));
        if (result.Verdict is StaffingVerdict.Proved or StaffingVerdict.OverBudget)
        {
            File.WriteAllText(folder.PathOf(Overlay), OverlayText(result, target));
        }
    }

    private static string OverlayText(StaffingResult result, string target)
    {
        var scenario = Path.GetRelativePath(target, Path.GetFullPath(Formats.ScenarioText.FileOf(result.Plan.File.Scenario))).Replace('\\', '/');
        var text = new StringBuilder()
            .AppendLine("# The suggested staffing: a scenario of its own, or without the line extends something to lay over the scenario (with:).")
            .AppendLine(CultureInfo.InvariantCulture, $"extends: {YamlWriting.Quoted(scenario)}");
        YamlNode overlay = result.Plan.OverlayOf(result.Chosen.Levels);
        YamlWriting.Write(result.Plan.File.With is { } with ? YamlMerge.Over(with, overlay, DistributionReading.IsDistribution) : overlay, text);
        return text.ToString();
    }

    private static void WriteTried(StaffingResult result, string path)
    {
        using var csv = CsvFile.Create(path);
        var (posts, targets) = (result.Plan.Posts, result.Plan.Targets);
        CsvFile.Row(csv,
        [
            "trial", "purpose", "cost_per_week", "first_seed", "replications", "confidence", "standing", "on_frontier",
            .. posts.Select(post => post.Id),
            .. targets.SelectMany(target => new[] { target.Measure.Id, $"{target.Measure.Id}_half_width", $"{target.Measure.Id}_standing" }),
        ]);
        var frontier = result.Frontier;
        foreach (var trial in result.Trials)
        {
            CsvFile.Row(csv,
            [
                Text(trial.Number), Formats.Words.Of(trial.Purpose), Text(trial.Cost), trial.FirstSeed.ToString(CultureInfo.InvariantCulture),
                Text(trial.Replications), Text(trial.Confidence), Formats.Words.Of(trial.Standing), frontier.Contains(trial) ? "1" : "0",
                .. posts.Select(post => Text(trial.Levels[post])),
                .. trial.Findings.SelectMany(finding => new[] { Text(finding.Estimate?.Mean), Text(finding.Estimate?.HalfWidth), Formats.Words.Of(finding.Standing) }),
            ]);
        }
    }

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
