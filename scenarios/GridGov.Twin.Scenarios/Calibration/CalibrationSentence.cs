using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>How good a fit is, in one sentence.</summary>
public static class CalibrationSentence
{
    /// <summary>The sentence in both languages; every number in it is of the held-out days.</summary>
    public static Title Of(CalibrationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (test, span, total) = (result.BackTest, result.Log.Span, result.BackTest.Total);
        var skill = test.Find(BackTest.OneRate)?.Skill ?? 0;
        var (zh, en) = result.Quality switch
        {
            FitQuality.Good => ("拟合良好", "The fit is good"),
            FitQuality.Fair => ("拟合尚可，慎用", "The fit is fair, to be used with care"),
            _ => ("拟合不可靠，不宜据此规划", "The fit is poor and nothing should be planned on it"),
        };
        var (days, inside) = (span.HeldDays == 1 ? "day" : "days", FormattableString.Invariant($"{test.KindDaysInside:0.0%}"));
        return new Title(
            FormattableString.Invariant($"{zh}：在未参与拟合的{span.HeldDays}天（{span.Cut:yyyy-MM-dd}至{span.Last:yyyy-MM-dd}），预测{total.Predicted:#,0}件")
            + FormattableString.Invariant($"（95%区间{total.Low:#,0}–{total.High:#,0}），实际{total.Observed:#,0}件；{inside}的分类日件数落在95%区间内，")
            + FormattableString.Invariant($"相对单一速率的技巧为{skill:0.00}。"),
            FormattableString.Invariant($"{en}: on the {span.HeldDays} held-out {days} ({span.Cut:yyyy-MM-dd} to {span.Last:yyyy-MM-dd}) it predicts ")
            + FormattableString.Invariant($"{total.Predicted:#,0} cases (95 % interval {total.Low:#,0}–{total.High:#,0}) against {total.Observed:#,0} seen; {inside} ")
            + FormattableString.Invariant($"of the daily counts per kind lie in their 95 % intervals, and the skill over one uniform rate is {skill:0.00}."));
    }

    /// <summary>Whether the written scenario brings forth what was fitted.</summary>
    public static Title Of(SimulatedCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var fitted = check.Kinds.Sum(kind => kind.FittedPerDay);
        var (zh, en) = check.Agrees ? ("各类一致", "agree") : ("各类不一致", "do NOT agree");
        return new Title(
            FormattableString.Invariant($"写出的情景运行{check.Days}天：每天{check.PerDay:0.00}起，拟合值{fitted:0.00}起，{zh}（χ² p = {check.P:0.000}）；")
            + FormattableString.Invariant($"每天立案{check.Opened:0.00}件（重复上报会合并，晚报会顺延）。"),
            FormattableString.Invariant($"The written scenario, run for {check.Days} days, brings {check.PerDay:0.00} incidents a day against {fitted:0.00} fitted; ")
            + FormattableString.Invariant($"the kinds {en} (χ² p = {check.P:0.000}). It opens {check.Opened:0.00} cases a day: repeated reports are merged and late ones come later."));
    }
}
