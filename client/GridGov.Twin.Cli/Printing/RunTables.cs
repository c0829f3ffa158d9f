using System.Globalization;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Replay;
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
            ByPart("类别", "kind", result.Report.ByKind);
            ByPart("街道", "street", [.. result.Report.ByStreet.Take(MostStreets)]);
            Rest(result.Report.ByStreet.Length - MostStreets);
        }

        Desks("席位与部门", "desk or department", result.Report.Desks);
        console.WriteLine($"hash: {result.Hash}");
    }

    /// <summary>Prints what became of a log's rows, and then everything.</summary>
    public void PrintReplay(RunResult result, LoggedWorld logged, ReplayCounts counts, long undecided)
    {
        new ReplayTable(console, language).Print(logged, counts, undecided);
        Print(result, logged.Scenario);
    }

    private void Head(RunResult result, BuiltScenario scenario)
    {
        var plan = scenario.Plan;
        var title = language.Pick(scenario.File.Title.Zh, scenario.File.Title.En);
        var (from, to) = (result.Report.From, result.Report.To);
        console.Write(new Text($"{title} ({result.Scenario})\n", new Style(decoration: Decoration.Bold)));
        console.WriteLine(string.Join(" · ",
        [
            Count("单元网格", "cells", plan.City.Cells.Length),
            Count("网格员", "officers", plan.Officers.Length),
            Count("席位", "desks", plan.Desks.Length),
            $"{language.Pick("流程", "workflow")} {plan.Workflow.Workflow.Id}",
            $"{language.Pick("种子", "seed")} {result.Terms.Seed}",
        ]));
        var counted = from.Milliseconds == 0 ? "" : $" · {language.Pick("统计自第", "counted from day")} {Days(from.Milliseconds) + 1:0.##}";
        console.WriteLine($"{result.Starts:yyyy-MM-dd} · {language.Pick("天数", "days")} {Days(to.Milliseconds):0.##}{counted}");
    }

    private string Count(string zh, string en, int number) => $"{language.Pick(zh, en)} {number:#,0}";

    private void Main(RunReport report)
    {
        var table = TableLook.Framed(
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

        console.Write(table);
    }

    private void ByPart(string zh, string en, ReportRow[] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        var table = TableLook.Framed([(language.Head(zh, en), false), .. PartColumns.All.Select(column => (language.Head(column.Zh, column.En), true))]);
        foreach (var row in rows)
        {
            table.AddRow([new Text(language.Pick(row.Zh, row.En)), .. PartColumns.All.Select(column => new Text(column.Text(row)))]);
        }

        console.Write(table);
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

        var table = TableLook.Framed(
            (language.Head(zh, en), false), (language.Head("个", "places"), true), (language.Head("到达", "arrived"), true),
            (language.Head("平均等待", "mean wait"), true), (language.Head("九成等待", "wait, 90 %"), true),
            (language.Head("利用率", "utilisation"), true), (language.Head("流失", "lost"), true), (language.Head("积压", "backlog"), true));
        foreach (var desk in desks)
        {
            table.AddRow(
                new Text(language.Pick(desk.Zh, desk.En)), Right(desk.Places), Right(desk.Arrived), new Text(Minutes(desk.MeanWaitMin)),
                new Text(Minutes(desk.WaitP90Min)), new Text(Share(desk.Utilisation)), Right(desk.Lost), Right(desk.Waiting + desk.Serving));
        }

        console.Write(table);
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
