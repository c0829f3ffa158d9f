using System.Globalization;
using System.Text.Json;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>A replay's result as JSON, and its rows as <c>rows.csv</c>: what became of each.</summary>
public static class ReplayOutput
{
    /// <summary>The name of the rows' file.</summary>
    public const string RowsFile = "rows.csv";

    /// <summary>The columns of the rows' file.</summary>
    public static readonly string[] Columns = ["line", "opened", "fate", "reason", "kind", "cell", "channel", "position", "case"];

    /// <summary>The result as an indented JSON object; the same replay gives the same bytes.</summary>
    public static string Text(LoggedWorld logged, ReplayCounts counts, long undecided, RunResult result) => ReportJson.Compose(json =>
    {
        json.WriteStartObject();
        json.WriteString("mapping", logged.Mapping.Name);
        json.WriteStartObject("rows");
        json.WriteNumber("read", counts.Rows);
        json.WriteNumber("accepted", counts.Accepted);
        json.WriteNumber("merged", counts.Merged);
        json.WriteNumber("repeated", counts.Repeated);
        json.WriteNumber("rejected", counts.Rejected);
        WriteFaults(json, counts);
        json.WriteNumber("spread", counts.Spread);
        json.WriteEndObject();
        json.WriteString("positions", logged.PositionNote ?? "as they are");
        json.WriteNumber("undecided", undecided);
        ReportJson.Write(json, result);
        json.WriteEndObject();
    });

    /// <summary>Writes what became of each row, in the order of the file.</summary>
    public static void WriteRows(LoggedWorld logged, string path)
    {
        ArgumentNullException.ThrowIfNull(logged);
        var dates = new WorldDates(logged.Plan.Calendar.FirstDay);
        using var csv = CsvFile.Create(path);
        CsvFile.Row(csv, Columns);
        foreach (var row in logged.Rows)
        {
            CsvFile.Row(csv, Fields(row, logged.Plan, dates));
        }
    }

    private static IEnumerable<string> Fields(LoggedRow row, WorldPlan plan, WorldDates dates)
    {
        var isDated = row.Fault is RowFault.None or RowFault.AfterEnd or RowFault.BeforeStart or RowFault.OutsideDistrict;
        yield return row.Line.ToString(CultureInfo.InvariantCulture);
        yield return isDated ? dates.Seconds(row.Opened) : "";
        yield return Words.Of(row.Fate);
        yield return row.IsRepeated ? "repeated-row" : row.Fault == RowFault.None ? "" : Words.Of(row.Fault);
        yield return row.Enters ? plan.Catalogue.Conditions[row.What].Key : "";
        yield return row.Cell < 0 ? "" : plan.City.Cells[row.Cell].Code;
        yield return row.Enters ? Words.Of(row.Channel) : "";
        yield return row.Cell < 0 ? "" : row.IsSpread ? "spread" : "given";
        yield return row.Case < 0 ? "" : row.Case.ToString(CultureInfo.InvariantCulture);
    }

    private static void WriteFaults(Utf8JsonWriter json, ReplayCounts counts)
    {
        json.WriteStartObject("reasons");
        foreach (var (fault, rows) in counts.Faults)
        {
            json.WriteNumber(Words.Of(fault), rows);
        }

        json.WriteEndObject();
    }
}
