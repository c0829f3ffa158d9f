using System.Globalization;
using System.Text;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>The after-action report of a drill 复盘报告: one self-contained page in both languages, a table of the expected actions, and all of it as JSON.</summary>
public static class DebriefReport
{
    /// <summary>The page's file.</summary>
    public const string Page = "report.html";

    private const string Table = "actions.csv";
    private const string Data = "debrief.json";
    private static readonly string[] Scripts = ["language.js", "figures.js", "stacked.js", "debrief.js", "debrief-timeline.js"];

    private static readonly string[] Columns =
        ["expected", "title_zh", "title_en", "inject", "player", "objective", "standing", "due", "done", "actor", "judge", "case", "points", "of"];

    /// <summary>The names of the files.</summary>
    public static IReadOnlyList<string> Files { get; } = [Page, Table, Data];

    /// <summary>A file by its name.</summary>
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static byte[] File(Debrief debrief, string name)
    {
        ArgumentNullException.ThrowIfNull(debrief);
        return name switch
        {
            Page => Encoding.UTF8.GetBytes(Html(debrief)),
            Table => Csv(debrief),
            Data => Encoding.UTF8.GetBytes(ExperimentJson.Indent(DebriefData.Of(debrief)) + "\n"),
            _ => throw new ArgumentException($"no file '{name}' in an after-action report", nameof(name)),
        };
    }

    /// <summary>The drill in one sentence: what was had, and what was done in time, late and not at all.</summary>
    public static Title AnswerOf(Debrief debrief)
    {
        ArgumentNullException.ThrowIfNull(debrief);
        var (met, late, missed) = (Count(debrief, Standing.Met), Count(debrief, Standing.Late), Count(debrief, Standing.Missed));
        if (debrief.Whole.Share is not { } share)
        {
            return new Title("尚无可评定的预期行动。", "Nothing that was expected has come due yet.");
        }

        var percent = (share * 100).ToString("0", CultureInfo.InvariantCulture);
        return new Title(
            $"得分 {Number(debrief.Whole.Had)} / {Number(debrief.Whole.Of)}（{percent}%）：预期行动按时完成 {met} 项，逾时 {late} 项，未完成 {missed} 项。",
            $"{Number(debrief.Whole.Had)} of {Number(debrief.Whole.Of)} points ({percent} %): {met} of the expected actions done in time, {late} late, {missed} not done.");
    }

    private static int Count(Debrief debrief, Standing standing) => debrief.Actions.Count(line => line.Record.Standing == standing);

    private static string Html(Debrief debrief)
    {
        var file = debrief.Plan.File;
        return ReportPage.Compose("debrief.html", file.Title.Zh, new Title("演练复盘报告", "After-action report"), Scripts, hasCharts: false, new Dictionary<string, string>
        {
            ["drill"] = ReportPage.Both(file.Title),
            ["aim"] = ReportPage.Both(file.Aim),
            ["answer"] = ReportPage.Both(AnswerOf(debrief)),
            ["data"] = ExperimentJson.Line(DebriefData.Of(debrief)),
        });
    }

    private static byte[] Csv(Debrief debrief)
    {
        using var text = new MemoryStream();
        using (var csv = CsvFile.Create(text))
        {
            var dates = new WorldDates(debrief.Plan.Scenario.Plan.Calendar.FirstDay);
            CsvFile.Row(csv, Columns);
            foreach (var line in debrief.Actions)
            {
                CsvFile.Row(
                    csv, line.Action.Id.Value, line.Action.Title.Zh, line.Action.Title.En, line.Action.Inject.Value, line.Action.Player?.Value ?? "",
                    line.Action.Objective.Value, Words.Of(line.Record.Standing), dates.Seconds(line.Record.Due), dates.Seconds(line.Record.At), line.Actor ?? "",
                    line.Judge ?? "", line.Record.Case?.ToString(CultureInfo.InvariantCulture) ?? "", Number(line.Points.Had), Number(line.Points.Of));
            }
        }

        return text.ToArray();
    }

    private static string Number(double points) => points.ToString("0.##", CultureInfo.InvariantCulture);
}
