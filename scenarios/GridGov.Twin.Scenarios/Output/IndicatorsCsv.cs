using System.Globalization;
using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Scenarios.Output;

/// <summary>
/// Writes <c>indicators.csv</c> in long form, one row per indicator of each part of the district: all, officers, a group of kinds, a street,
/// a desk. Shares are of 1; an empty value does not exist.
/// </summary>
public static class IndicatorsCsv
{
    /// <summary>The file's columns.</summary>
    public static readonly string[] Columns = ["part", "key", "name_zh", "name_en", "indicator", "indicator_zh", "indicator_en", "unit", "value", "numerator", "denominator"];

    /// <summary>Writes the indicators of a report.</summary>
    public static void Write(RunReport report, string path)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var csv = CsvFile.Create(path);
        CsvFile.Row(csv, Columns);
        foreach (var (part, row) in Parts(report))
        {
            foreach (var i in row.Indicators)
            {
                CsvFile.Row(
                    csv, part, row.Key, row.Zh, row.En, i.Id, i.Zh, i.En, ReportJson.UnitText(i.Unit), Text(i.Value), Text(i.Part), Text(i.Of));
            }
        }
    }

    private static IEnumerable<(string Part, ReportRow Row)> Parts(RunReport report) =>
    [
        ("all", new ReportRow("", "全区", "district", report.All)),
        ("officers", new ReportRow("", "网格员", "officers", report.Officers)),
        .. report.ByKind.Select(row => ("kind", row)),
        .. report.ByStreet.Select(row => ("street", row)),
        .. report.Desks.Select(desk => ("desk", new ReportRow(desk.Id, desk.Zh, desk.En, Of(desk)))),
    ];

    private static Indicator[] Of(DeskRow desk) =>
    [
        Indicator.Count("arrived", "到达数", "arrivals", desk.Arrived),
        Indicator.Count("finished", "完成数", "finished", desk.Finished),
        Indicator.Count("lost", "流失数", "lost", desk.Lost),
        new("wait", "平均等待", "mean wait", IndicatorUnit.Minutes, desk.MeanWaitMin),
        new("wait-p90", "等待九成位", "wait, 90 %", IndicatorUnit.Minutes, desk.WaitP90Min),
        new("utilisation", "利用率", "utilisation", IndicatorUnit.Share, desk.Utilisation),
        Indicator.Count("waiting", "在等数", "waiting now", desk.Waiting),
        Indicator.Count("serving", "在办数", "in work now", desk.Serving),
    ];

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
