using System.Globalization;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Statistics;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.WhatIf;

/// <summary>
/// The answer in one sentence: what is to be expected as it is, and what the best plan changes. It claims no more than the intervals bear.
/// </summary>
internal static class WhatIfSentence
{
    private const string Moment = "MM-dd HH:mm";

    public static Title Of(WhatIfAnswer answer)
    {
        var asItIs = answer.Plans[0];
        var at = new WorldDates(answer.Question.Lived.Plan.Calendar.FirstDay).Of(answer.Points[^1]).ToString(Moment, CultureInfo.InvariantCulture);
        var best = Best(answer);
        var effect = best is null ? Nothing(answer) : Effect(best);
        return new Title(
            $"到 {at}，维持现状预计在办 {Text(asItIs.BacklogAtEnd)} 件、按期率 {Share(asItIs.OnTimeAtEnd)}；{effect.Zh}。",
            $"By {at}, as it is, {Text(asItIs.BacklogAtEnd)} cases will be open and {Share(asItIs.OnTimeAtEnd)} on time; {effect.En}.");
    }

    // Backlog decides, the rate on time where no backlog differs.
    private static PlanOutlook? Best(WhatIfAnswer answer) =>
        answer.Plans.Where(plan => plan is { IsBacklogClear: true, BacklogMore.Mean: < 0 }).MinBy(plan => plan.BacklogMore!.Mean)
            ?? answer.Plans.Where(plan => plan is { IsOnTimeClear: true, OnTimeMore.Mean: > 0 }).MaxBy(plan => plan.OnTimeMore!.Mean);

    private static Title Effect(PlanOutlook best)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        if (best is { IsBacklogClear: true, BacklogMore: { } cases })
        {
            zh.Add($"在办{(cases.Mean < 0 ? "减少" : "增加")} {Text(Math.Abs(cases.Mean), cases.HalfWidth)} 件");
            en.Add($"{Text(Math.Abs(cases.Mean), cases.HalfWidth)} {(cases.Mean < 0 ? "fewer" : "more")} open cases");
        }

        if (best is { IsOnTimeClear: true, OnTimeMore: { } rate })
        {
            zh.Add($"按期率{(rate.Mean > 0 ? "提高" : "降低")} {Text(Math.Abs(rate.Mean * 100), rate.HalfWidth * 100)} 个百分点");
            en.Add($"{Text(Math.Abs(rate.Mean * 100), rate.HalfWidth * 100)} percentage points {(rate.Mean > 0 ? "more" : "fewer")} on time");
        }

        return new Title($"“{best.Title.Zh}”效果最明显：{string.Join("，", zh)}", $"“{best.Title.En}” helps most: {string.Join(", ", en)}");
    }

    private static Title Nothing(WhatIfAnswer answer) => answer.Plans.Length == 2
        ? new Title($"“{answer.Plans[1].Title.Zh}”没有带来可以断言的改善", $"“{answer.Plans[1].Title.En}” makes no improvement that could be told from chance")
        : new Title("各方案都没有带来可以断言的改善", "no plan makes an improvement that could be told from chance");

    private static string Text(Estimate estimate) => Text(estimate.Mean, estimate.HalfWidth);

    private static string Share(Estimate? estimate) => estimate is null ? "–" : $"{Text(estimate.Mean * 100, estimate.HalfWidth * 100)} %";

    private static string Text(double value, double? half) => half is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{value:0.0} ± {known:0.0}")
        : value.ToString("0.0", CultureInfo.InvariantCulture);
}
