using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Households;

namespace GridGov.Twin.Scenarios.Output;

/// <summary>
/// Writes <c>cases.csv</c>: one row per case, with its code of 19 digits (6 division, 8 date opened, 5 sequence of the day), what it was,
/// where, who called (a synthetic name), and when it passed each stage. An empty moment was never reached.
/// </summary>
public static class CasesCsv
{
    /// <summary>The file's columns.</summary>
    public static readonly string[] Columns =
    [
        "code", "case", "kind", "kind_zh", "kind_en", "cell", "street", "community", "channel", "caller", "opened", "filed", "dispatched", "handled", "checked",
        "ended", "due", "state", "level", "overdue", "reports",
    ];

    /// <summary>Writes the cases of a log.</summary>
    public static void Write(CaseLog log, WorldPlan plan, ulong seed, string path)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(plan);
        var dates = new WorldDates(plan.Calendar.FirstDay);
        using var csv = CsvFile.Create(path);
        CsvFile.Row(csv, Columns);
        var codes = new CaseCodes(plan);
        foreach (var record in log.Cases)
        {
            CsvFile.Row(csv, Fields(record, codes.Next(record.Opened, record.Cell), CallerOf(record, plan, seed), plan, dates));
        }
    }

    // A made-up name for a made-up caller: nobody in the world has one.
    private static string CallerOf(CaseRecord record, WorldPlan plan, ulong seed) =>
        record.Caller is { } caller && plan.City.Buildings[caller.Building].Households is > 0 and var households
            ? SyntheticNames.CallerOf(seed, caller.Building, (int)(caller.Key % (ulong)households))
            : "";

    private static IEnumerable<string> Fields(CaseRecord record, string code, string caller, WorldPlan plan, WorldDates dates)
    {
        var kind = plan.Catalogue.Conditions[record.What];
        var cell = plan.City.Cells[record.Cell];
        yield return code;
        yield return record.Number.ToString(CultureInfo.InvariantCulture);
        yield return kind.Key;
        yield return kind.SmallZh;
        yield return kind.SmallEn;
        yield return cell.Code;
        yield return plan.City.Org[plan.City.StreetOf(cell.Community)].Name;
        yield return plan.City.Org[cell.Community].Name;
        yield return Words.Of(record.Channel);
        yield return caller;
        foreach (var moment in (Instant?[])[record.Opened, record.Filed, record.Dispatched, record.Handled, record.Checked, record.Ended, record.Due])
        {
            yield return dates.Seconds(moment);
        }

        yield return plan.Workflow.Workflow.States[record.State].Id;
        yield return record.Level is { } level ? Words.Of((Level)level) : "";
        yield return record.Ended is null ? "" : record.IsOverdue ? "true" : "false";
        yield return record.Reports.ToString(CultureInfo.InvariantCulture);
    }
}
