using System.Globalization;
using GridGov.Twin.Scenarios.Calibration;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Prints what a calibration found: the sentence first, then arrivals and handling times with what was fitted and what was held out apart.</summary>
internal sealed class CalibrationTable(IAnsiConsole console, Language language)
{
    /// <summary>Prints everything.</summary>
    public void Print(CalibrationResult result, SimulatedCheck check)
    {
        Say(CalibrationSentence.Of(result));
        Arrivals(result, check);
        Handling(result);
        Scores(result.BackTest);
        Say(CalibrationSentence.Of(check));
        foreach (var note in result.Notes)
        {
            Say(note);
        }

        if (result.Log.PositionNote is { } position)
        {
            console.WriteLine(position);
        }
    }

    private void Arrivals(CalibrationResult result, SimulatedCheck check)
    {
        var table = TableLook.Framed(
            (language.Head("到达", "arrivals"), false), (language.Head("拟合行", "fit rows"), true), (language.Head("每天", "a day"), true),
            (language.Head("离散", "var/mean"), true), (language.Head("仿真", "simul."), true), (language.Head("留出预测", "held pred."), true),
            ("95 %", true), (language.Head("留出实际", "held seen"), true));
        for (var i = 0; i < result.Arrivals.Kinds.Length; i++)
        {
            var (kind, test) = (result.Arrivals.Kinds[i], result.BackTest.ByKind[i]);
            Row(table, Name(result, kind.Kind), kind, Number(check.Kinds[i].SimulatedPerDay), test);
        }

        Row(table, language.Pick("合计", "all"), result.Arrivals.Total, Number(check.PerDay), result.BackTest.Total);
        console.Write(table);
    }

    private void Handling(CalibrationResult result)
    {
        if (result.Handling.All(fit => fit.Law is null))
        {
            return;
        }

        var table = TableLook.Framed(
            (language.Head("处置时长（小时）", "handling, hours"), false), (language.Head("结/未结", "closed/open"), true), (language.Head("分布", "law"), false),
            (language.Head("P50 实/拟", "P50 obs/fit"), true), (language.Head("P90 实/拟", "P90 obs/fit"), true), ("KS", true), (language.Head("留出P50/P90", "held-out P50/P90"), true));
        foreach (var fit in result.Handling.Where(fit => fit.Law is not null))
        {
            table.AddRow(
                new Text(result.Log.Condition(fit.Kind).Key), new Text($"{fit.Curve.Closed}/{fit.Curve.Open}"), new Text(Words.Of(fit.Law!.Family) + (fit.WritesLaw ? "" : "*")),
                new Text($"{Number(fit.Curve.Quantile(0.5))}/{Number(fit.Law.Quantile(0.5))}"), new Text($"{Number(fit.Curve.Quantile(0.9))}/{Number(fit.Law.Quantile(0.9))}"),
                new Text(Number(fit.Distance)), new Text($"{Number(fit.HeldOut.Quantile(0.5))}/{Number(fit.HeldOut.Quantile(0.9))}"));
        }

        console.Write(table);
        Say(new Title("* 情景中写为分位点", "* written into the scenario as points"));
    }

    private void Scores(BackTest test)
    {
        var table = TableLook.Framed(
            (language.Head("留出检验", "held-out score against"), false), (language.Head("平均偏差", "mean deviance"), true),
            (language.Head("对照", "simpler"), true), (language.Head("技巧", "skill"), true));
        foreach (var score in test.Scores)
        {
            var skill = score.Skill.ToString("0.000", CultureInfo.InvariantCulture);
            table.AddRow(new Text(Name(score)), new Text(Number(score.Deviance)), new Text(Number(score.Simpler)), new Text(skill));
        }

        console.Write(table);
    }

    private string Name(Score score) => score.Against switch
    {
        BackTest.OneRate => language.Pick("单一速率", "one uniform rate"),
        BackTest.KindMeans => language.Pick("分类均值", "each kind's mean"),
        BackTest.FlatHours => language.Pick("时段均匀", "flat hours"),
        _ => language.Pick("网格相同", "cells alike"),
    };

    private string Name(CalibrationResult result, int kind)
    {
        var condition = result.Log.Condition(kind);
        return $"{condition.Key} {(language == Language.En ? condition.SmallEn : condition.SmallZh)}";
    }

    private static void Row(Table table, string name, KindArrivals kind, string simulated, HeldOutCount test) => table.AddRow(
        new Text(name), new Text(kind.Count.ToString("#,0", CultureInfo.InvariantCulture)), new Text(Number(kind.PerDay)),
        new Text(Number(kind.Dispersion.Index)), new Text(simulated),
        new Text(Number(test.Predicted)), new Text($"{test.Low}–{test.High}"), new Text($"{test.Observed}{(test.IsInside ? "" : "!")}"));

    private void Say(Title text)
    {
        foreach (var line in language switch { Language.Zh => (string[])[text.Zh], Language.En => [text.En], _ => [text.Zh, text.En] })
        {
            console.WriteLine(line);
        }
    }

    private static string Number(double? value) => value is not { } number ? "—" : number.ToString(
        Math.Abs(number) >= 100 ? "#,0" : Math.Abs(number) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
