using System.Globalization;
using System.Text;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>The README of a calibrated scenario: how good the fit is, what a reader must know, and the tables, fitted and held out apart.</summary>
internal sealed class CalibrationReport
{
    private readonly CalibrationResult _result;
    private readonly StringBuilder _text = new();

    private CalibrationReport(CalibrationResult result) => _result = result;

    public static string Text(CalibrationResult result, SimulatedCheck check, string name)
    {
        var report = new CalibrationReport(result);
        report.Lead(check, name);
        report.Rates();
        report.Handling();
        report.HeldOut();
        return report._text.ToString();
    }

    private void Lead(SimulatedCheck check, string name)
    {
        var log = _result.Log;
        Both(CalibrationSentence.Of(_result));
        Line($"# {name}\n");
        Both(CalibrationSentence.Of(check));
        var span = log.Span;
        Line($"日志 log: `{Path.GetFileName(log.Request.Log)}`, {log.Counts.Rows:#,0} 行 rows, {log.Rows.Length:#,0} 采用 used.");
        Line($"拟合 fitted {span.First:yyyy-MM-dd}…{span.Cut.AddDays(-1):yyyy-MM-dd}, 留出 held out {span.Cut:yyyy-MM-dd}…{span.Last:yyyy-MM-dd}.\n");
        if (log.PositionNote is { } note)
        {
            Line($"- {note}");
        }

        foreach (var each in _result.Notes)
        {
            Line($"- {each.Zh}。 {Sentence(each.En)}.");
        }

        Line($"\n运行 run it: `gridgov run {name}`\n");
    }

    private void Rates()
    {
        Line("## 到达率（拟合） Arrivals, fitted\n");
        Line("Variance/mean is 1 for Poisson counts; Pearson is the same after weekdays. p is of the Poisson test on daily counts,");
        Line("then of χ² of hours and weekdays against flat ones.\n");
        Line("| 类别 kind | | 行 rows | 每天 a day | 95 % | 方差/均值 var/mean | Pearson | p | 时段 p hours | 星期 p weekdays |");
        Line("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var kind in _result.Arrivals.Kinds.Append(_result.Arrivals.Total))
        {
            var (spread, name) = (kind.Dispersion, kind.Kind < 0 ? "合计 all | " : $"{Key(kind.Kind)} | {Name(kind.Kind)}");
            var rate = FormattableString.Invariant($"{kind.Count} | {kind.PerDay:0.000} | {kind.Low:0.000}–{kind.High:0.000}");
            var tests = $"{P(spread.PoissonP)} | {P(kind.HourTest?.P)} | {P(kind.WeekdayTest?.P)}";
            Line($"| {name} | {rate} | {spread.Index:0.00} | {spread.Pearson:0.00} | {tests} |");
        }

        Line("");
        if (_result.Arrivals.Cells is { } cells)
        {
            var empty = cells.Counts.Count(count => count == 0);
            Line($"网格 cells: {cells.Counts.Sum():0} 行有坐标 rows with a position, {empty} of {cells.Counts.Length} cells empty;");
            Line($"factors {cells.Factors.Min():0.00} to {cells.Factors.Max():0.00}, shrunk with the strength of {cells.Strength:0.0} rows.\n");
        }
    }

    private void Handling()
    {
        if (_result.Handling.Length == 0)
        {
            return;
        }

        Line("## 处置时长（拟合与留出） Handling times, fitted and held out\n");
        Line("Hours from opening to closing; cases still open at the cut are censored. Observed quantiles are Kaplan–Meier's. KS is the largest");
        Line("distance of the law to the observed curve; its parameters were fitted to the same cases, so tables of KS p-values do not hold.\n");
        Line("| 类别 kind | 结案 closed | 未结 open | 分布 law | P50 实 obs | P50 拟 fit | P90 实 obs | P90 拟 fit | KS | 留出 held-out P50 | 留出 held-out P90 | 留出 held-out KS |");
        Line("|---|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var fit in _result.Handling)
        {
            var law = fit.Law is not { } chosen ? "—" : fit.WritesLaw ? Words.Of(chosen.Family) : $"{Words.Of(chosen.Family)} (写为分位点 written as points)";
            string[] fitted = [H(fit.Curve.Quantile(0.5)), H(fit.Law?.Quantile(0.5)), H(fit.Curve.Quantile(0.9)), H(fit.Law?.Quantile(0.9)), H(fit.Distance)];
            string[] heldOut = [H(fit.HeldOut.Quantile(0.5)), H(fit.HeldOut.Quantile(0.9)), H(fit.HeldOutDistance)];
            Line($"| {Key(fit.Kind)} | {fit.Curve.Closed} | {fit.Curve.Open} | {law} | {string.Join(" | ", fitted)} | {string.Join(" | ", heldOut)} |");
        }

        Line("");
    }

    private void HeldOut()
    {
        var test = _result.BackTest;
        Line("## 留出检验 Back-test on the held-out days\n");
        Line($"Daily counts per kind inside 95 %: {test.KindDaysInside:0.0%}; daily totals: {test.DaysInside:0.0%}.");
        Line($"χ² of the held-out hours against the fitted ones p = {P(test.HourTest?.P)}, weekdays p = {P(test.WeekdayTest?.P)}.\n");
        Line("| 对照 against | 件数格 counts | 偏差 mean deviance | 对照偏差 simpler | 技巧 skill |");
        Line("|---|--:|--:|--:|--:|");
        foreach (var score in test.Scores)
        {
            Line($"| {score.Against} | {score.Counts} | {score.Deviance:0.0000} | {score.Simpler:0.0000} | {score.Skill:0.000} |");
        }

        Line("\n| 类别 kind | 预测 predicted | 95 % | 实际 observed | |");
        Line("|---|--:|--:|--:|---|");
        foreach (var count in test.ByKind)
        {
            var outside = count.IsInside ? "" : "区间外 outside";
            Line($"| {CalibrationJson.KeyOf(count, _result.Log)} | {count.Predicted:0.0} | {count.Low}–{count.High} | {count.Observed} | {outside} |");
        }
    }

    private void Both(Title text) => Line($"{text.Zh}\n\n{text.En}\n");

    private string Key(int kind) => _result.Log.Condition(kind).Key;

    private string Name(int kind) => $"{_result.Log.Condition(kind).SmallZh} {_result.Log.Condition(kind).SmallEn}";

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    private static string P(double? p) => p is not { } value ? "—" : value < 0.001 ? "<0.001" : value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string H(double? hours) => hours is { } value ? value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture) : "—";

    private void Line(FormattableString line) => Line(FormattableString.Invariant(line));

    private void Line(string line) => _text.Append(line).Append('\n');
}
