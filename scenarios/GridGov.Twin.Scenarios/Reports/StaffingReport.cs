using GridGov.Twin.Scenarios.Staffing;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>A staffing search as one self-contained page in both languages.</summary>
public static class StaffingReport
{
    private static readonly string[] Scripts = ["language.js", "figures.js", "stacked.js", "staffing.js", "trade-off.js"];

    /// <summary>The page.</summary>
    public static string Html(StaffingResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var file = result.Plan.File;
        return ReportPage.Compose("staffing.html", file.Title.Zh, new Title("排班报告", "Staffing report"), Scripts, hasCharts: false, new Dictionary<string, string>
        {
            ["staffing"] = ReportPage.Both(file.Title),
            ["question"] = ReportPage.Both(file.Question),
            ["answer"] = ReportPage.Both(StaffingAnswer.Of(result)),
            ["data"] = ExperimentJson.Line(StaffingData.Of(result)),
        });
    }
}
