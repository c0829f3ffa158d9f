using System.Globalization;
using System.Text;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>
/// The files of a staffing search: <c>staffing.json</c>, <c>tried.csv</c> with every trial, <c>trade-off.svg</c>, and <c>staffing.yaml</c>, the suggested
/// levels as a scenario of its own. Where nothing meets the targets there is no <c>staffing.yaml</c>.
/// </summary>
public sealed class StaffingOutput : IDisposable
{
    private const string Json = "staffing.json";
    private const string Tried = "tried.csv";
    private const string Picture = "trade-off.svg";
    private const string Overlay = "staffing.yaml";
    private readonly OutputFolder _folder;
    private readonly string _target;

    private StaffingOutput(OutputFolder folder, string target) => (_folder, _target) = (folder, target);

    /// <summary>Opens the folder before the search begins.</summary>
    /// <exception cref="Findings.InputRejectedException">The folder cannot be used.</exception>
    public static StaffingOutput Open(string path, bool force) => new(OutputFolder.Open(path, [Json, Tried, Picture, Overlay], force), Path.GetFullPath(path));

    /// <summary>Writes everything and puts the folder in its place.</summary>
    public void Complete(StaffingResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        File.WriteAllText(_folder.PathOf(Json), StaffingJson.Text(result) + "\n");
        WriteTried(result, _folder.PathOf(Tried));
        File.WriteAllText(_folder.PathOf(Picture), TradeOffPicture.Draw(result));
        if (result.Verdict is StaffingVerdict.Proved or StaffingVerdict.OverBudget)
        {
            File.WriteAllText(_folder.PathOf(Overlay), OverlayText(result));
        }

        _folder.Commit();
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private string OverlayText(StaffingResult result)
    {
        var scenario = Path.GetRelativePath(_target, Path.GetFullPath(Formats.ScenarioText.FileOf(result.Plan.File.Scenario))).Replace('\\', '/');
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
