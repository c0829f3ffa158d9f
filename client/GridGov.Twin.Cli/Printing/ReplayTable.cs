using System.Globalization;
using GridGov.Twin.Scenarios.Replay;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Prints what became of a log's rows: accepted, merged and rejected add up to all, the reasons to the rejected.</summary>
internal sealed class ReplayTable(IAnsiConsole console, Language language)
{
    /// <summary>Prints the counts.</summary>
    public void Print(LoggedWorld logged, ReplayCounts counts, long undecided)
    {
        var table = TableLook.Framed((language.Pick(logged.Mapping.Title.Zh, logged.Mapping.Title.En), false), (language.Pick("行", "rows"), true));
        Row(table, "", language.Pick("读入", "read"), counts.Rows);
        Row(table, "", language.Pick("受理", "accepted"), counts.Accepted);
        Row(table, "", language.Pick("并案", "merged as duplicate"), counts.Merged);
        Row(table, "  ", language.Pick("其中重复行", "of these the same row again"), counts.Repeated);
        Row(table, "", language.Pick("不采用", "rejected"), counts.Rejected);
        foreach (var (fault, rows) in counts.Faults)
        {
            var (zh, en) = Reason(fault);
            Row(table, "  ", language.Pick(zh, en), rows);
        }

        console.Write(table);
        Note(counts.Spread > 0, string.Create(CultureInfo.InvariantCulture, $"{counts.Spread:#,0} rows had no usable position and were spread over the district by a draw"));
        Note(logged.PositionNote is not null, logged.PositionNote ?? "");
        Note(undecided > 0, string.Create(
            CultureInfo.InvariantCulture, $"{undecided:#,0} cases had not ended {ReplayRun.LongestEnd.TotalHours / 24:0} days after the last row's day; the replay stops there"));
        console.WriteLine();
    }

    private static void Row(Table table, string indent, string name, long rows)
    {
        if (rows > 0 || indent.Length == 0)
        {
            table.AddRow(new Text(indent + name), new Text(rows.ToString("#,0", CultureInfo.InvariantCulture)));
        }
    }

    private void Note(bool holds, string text)
    {
        if (holds)
        {
            console.WriteLine(text);
        }
    }

    internal static (string Zh, string En) Reason(RowFault fault) => fault switch
    {
        RowFault.WrongColumnCount => ("列数不符", "wrong column count"),
        RowFault.BrokenQuotes => ("引号有误", "broken quotes"),
        RowFault.UnknownBytes => ("编码无法识别", "bytes that are no text"),
        RowFault.NoDate => ("无时间", "no date"),
        RowFault.UnreadableDate => ("时间无法识别", "unreadable date"),
        RowFault.BeforeStart => ("早于起始日", "before the first day"),
        RowFault.AfterEnd => ("晚于结束日", "after the last day"),
        RowFault.ClosesBeforeOpens => ("结束早于开始", "closes before it opens"),
        RowFault.OpensBeforeHappening => ("上报早于发生", "opens before it happens"),
        RowFault.KindNotMapped => ("类别未对应", "kind not mapped"),
        RowFault.NoPosition => ("无坐标", "no position"),
        RowFault.UnreadablePosition => ("坐标无法识别", "unreadable position"),
        RowFault.PositionOutOfRange => ("坐标超出范围", "position out of range"),
        RowFault.PositionZero => ("坐标为0,0", "position 0, 0"),
        RowFault.OutsideDistrict => ("在辖区外", "outside the district"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "not a reason"),
    };
}
