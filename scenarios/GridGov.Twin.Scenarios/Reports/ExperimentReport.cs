using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>An experiment's result as one self-contained page in both languages: it asks no network for anything, and its policy forbids it to.</summary>
public static class ExperimentReport
{
    private static readonly string[] Scripts =
        ["language.js", "figures.js", "data.js", "words.js", "charts.js", "courses.js", "map.js", "checks.js", "tables.js", "notes.js", "page.js"];

    /// <summary>The page.</summary>
    public static string Html(ExperimentResult result) => Html(result, isInFolder: false);

    /// <summary>The page, which names the scenario files of the variants where these lie beside it.</summary>
    internal static string Html(ExperimentResult result, bool isInFolder)
    {
        ArgumentNullException.ThrowIfNull(result);
        var data = ReportData.Of(result);
        return ReportPage.Compose("page.html", data.Experiment.Title.Zh, new Title("实验报告", "Experiment report"), Scripts, hasCharts: true, new Dictionary<string, string>
        {
            ["experiment"] = ReportPage.Both(data.Experiment.Title),
            ["question"] = ReportPage.Both(data.Experiment.Question),
            ["answer"] = ReportPage.Both(data.Answer),
            ["data"] = ExperimentJson.Line(data),
            ["scene"] = ExperimentJson.Line(SceneData.Of(result, isInFolder)),
        });
    }
}
