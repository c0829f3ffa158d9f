using System.Globalization;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Running;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Prints a run's result for a planner: the main indicators by theme, then by kind, by street, the desks, and the hash.</summary>
internal sealed class RunTables(IAnsiConsole console, Language language)
{
    private const int MostStreets = 40;

    /// <summary>Prints everything.</summary>
    public void Print(RunResult result, BuiltScenario scenario)
    {
        Head(result, scenario);
        if (scenario.Plan.City.Cells.Length > 0)
        {
            Main(result.Report);
            ByPart("按类别", "by kind", result.Report.ByKind);
            ByPart("按街道", "by street", [.. result.Report.ByStreet.Take(MostStreets)]);
            Rest(result.Report.ByStreet.Length - MostStreets);
        }

        Desks("席位与部门", "desks and departments", result.Report.Desks);
        console.WriteLine($"hash: {result.Hash}");
    }

    private void Head(RunResult result, BuiltScenario scenario)
    {
        var plan = scenario.Plan;
        var title = language.Pick(scenario.File.Title.Zh, scenario.File.Title.En);
        var (from, to) = (result.Report.From, result.Report.To);
        console.Write(new Text($"{title} ({result.Scenario})\n", new Style(decoration: Decoration.Bold)));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{plan.City.Cells.Length:#,0} cells, {plan.Officers.Length:#,0} officers, {plan.Desks.Length:#,0} desks; workflow {plan.Workflow.Workflow.Id}; seed {result.Terms.Seed}"));
        var counted = from.Milliseconds == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; counted from day {Days(from.Milliseconds) + 1:0.##}");
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Starts:yyyy-MM-dd}, {Days(to.Milliseconds):0.##} days{counted}"));
        console.WriteLine();
    }

    private void Main(RunReport report)
    {
        var table = Framed(
            (language.Head("指标", "indicator"), false), (language.Head("值", "value"), true), (language.Head("分子", "part"), true), (language.Head("分母", "of"), true));
        foreach (var theme in IndicatorThemes.Of([.. report.All, .. report.Officers]))
        {
            table.AddRow(new Text(language.Pick(theme.Zh, theme.En), new Style(decoration: Decoration.Bold)));
            foreach (var indicator in theme.Indicators)
            {
                table.AddRow(
                    new Text("  " + language.Pick(indicator.Zh, indicator.En)), new Text(indicator.Text), new Text(Whole(indicator.Part)), new Text(Whole(indicator.Of)));
            }
        }

        Write(language.Pick("主要指标", "main indicators"), table);
    }

    private void ByPart(string zh, string en, ReportRow[] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        var table = Framed([(language.Head(zh, en), false), .. PartColumns.All.Select(column => (language.Head(column.Zh, column.En), true))]);
        foreach (var row in rows)
        {
            table.AddRow([new Text(language.Pick(row.Zh, row.En)), .. PartColumns.All.Select(column => new Text(column.Text(row)))]);
        }

        Write(language.Pick(zh, en), table);
    }

    private void Rest(int left)
    {
        if (left > 0)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {left} more streets; --json or --out has them all"));
            console.WriteLine();
        }
    }

    private void Desks(string zh, string en, DeskRow[] desks)
    {
        if (desks.Length == 0)
        {
            return;
        }

        var table = Framed(
            (language.Head(zh, en), false), (language.Head("个", "places"), true), (language.Head("到达", "arrived"), true), (language.Head("平均等待", "mean wait"), true),
            (language.Head("九成等待", "wait, 90 %"), true), (language.Head("利用率", "utilisation"), true), (language.Head("流失", "lost"), true), (language.Head("积压", "backlog"), true));
        foreach (var desk in desks)
        {
            table.AddRow(
                new Text(language.Pick(desk.Zh, desk.En)), Right(desk.Places), Right(desk.Arrived), new Text(Minutes(desk.MeanWaitMin)),
                new Text(Minutes(desk.WaitP90Min)), new Text(Share(desk.Utilisation)), Right(desk.Lost), Right(desk.Waiting + desk.Serving));
        }

        Write(language.Pick(zh, en), table);
    }

    private void Write(string heading, Table table)
    {
        _ = heading;
        console.Write(table);
        console.WriteLine();
    }

    private static Table Framed(params (string Head, bool IsNumber)[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (head, isNumber) in columns)
        {
            var column = new TableColumn(new Text(head)) { NoWrap = isNumber, Alignment = isNumber ? Justify.Right : Justify.Left };
            table.AddColumn(column);
        }

        return table;
    }

    private static Text Right(long number) => new(number.ToString("#,0", CultureInfo.InvariantCulture));

    private static string Whole(double? number) => number?.ToString("#,0", CultureInfo.InvariantCulture) ?? "";

    private static string Minutes(double? minutes) => minutes switch
    {
        null => "–",
        >= 600 => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:#,0.0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{minutes:0.0} min"),
    };

    private static string Share(double? share) => share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known * 100:0.0} %") : "–";

    private static double Days(long ms) => ms / 86_400_000.0;
}
