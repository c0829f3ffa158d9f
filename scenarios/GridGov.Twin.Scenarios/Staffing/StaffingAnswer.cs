using System.Globalization;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>The answer in a sentence or two, in both languages. It claims no more than the trials bear.</summary>
public static class StaffingAnswer
{
    /// <summary>The answer of a result.</summary>
    public static Title Of(StaffingResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var sure = result.Plan.File.Confidence.ToString("0.##%", CultureInfo.InvariantCulture);
        return result.Verdict switch
        {
            StaffingVerdict.Proved => Proved(result, sure),
            StaffingVerdict.OverBudget => OverBudget(result, sure),
            StaffingVerdict.OutOfReach => OutOfReach(result),
            _ => NotShown(result),
        };
    }

    /// <summary>Money with thousands apart.</summary>
    public static string Money(double cost) => cost.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static Title Proved(StaffingResult result, string sure)
    {
        var (chosen, now) = (result.Chosen, result.Now);
        return new Title(
            $"每日在岗 {People(result, chosen)} 人次、每周 {Money(chosen.Cost)} 即可达到全部目标（置信度 {sure}，经新种子验证）；现状 {People(result, now)} 人次、{Money(now.Cost)}。"
            + (result.IsLean ? "高于下限的任一岗位再少一人，便不能证明达标；其他组合是否更省，未作断言。" : "最精简的配置未通过验证，故已增员。"),
            $"{People(result, chosen)} person-shifts a day at {Money(chosen.Cost)} a week meet every target (confidence {sure}, proved with fresh seeds); it is "
            + $"{People(result, now)} at {Money(now.Cost)} today. " + (result.IsLean
                ? "With one person fewer at any post above its fewest the targets cannot be shown to hold; that another mix costs less is not ruled out."
                : "The leanest levels did not stand the proof, so people were added to them."));
    }

    private static Title OverBudget(StaffingResult result, string sure)
    {
        var budget = Money(result.Plan.File.Budget!.Value);
        var gap = Nearest(result, result.Affordable!);
        return new Title(
            $"预算 {budget} 不够：找到的最省达标配置（置信度 {sure}）每周需 {Money(result.Chosen.Cost)}。预算内最接近的配置{gap.Zh}。",
            $"The budget of {budget} is not enough: the cheapest levels found that meet the targets (confidence {sure}) cost "
            + $" {Money(result.Chosen.Cost)} a week. What the budget pays for {gap.En}.");
    }

    private static Title OutOfReach(StaffingResult result)
    {
        var gap = Nearest(result, result.Most);
        return new Title(
            $"任何配置都达不到目标：即使各岗位都取上限（每周 {Money(result.Most.Cost)}），{gap.Zh}。",
            $"No staffing within the limits reaches the targets: even with every post at its most ({Money(result.Most.Cost)} a week) it {gap.En}.");
    }

    private static Title NotShown(StaffingResult result)
    {
        var gap = Nearest(result, result.Chosen);
        return new Title(
            $"在允许的重复次数（{result.Plan.File.Most}）内不能证明达标：每周 {Money(result.Chosen.Cost)} 的配置{gap.Zh}。",
            $"With the {result.Plan.File.Most} replications allowed it cannot be shown that the targets hold: what costs {Money(result.Chosen.Cost)} a week {gap.En}.");
    }

    // How close a trial comes, of every target that does not hold, and which pool binds.
    private static Title Nearest(StaffingResult result, Trial trial)
    {
        TargetFinding[] open = [.. trial.Findings.Where(finding => finding.Standing != Standing.Holds)];
        if (open.Length == 0)
        {
            return new Title("在搜索所用种子下达标", "holds with the seeds of the search");
        }

        string Say(TargetFinding finding, bool zh) =>
            $"{(zh ? finding.Target.Measure.Zh : finding.Target.Measure.En)} {MeasureText.Estimate(finding.Target.Measure, finding.Estimate)} ({finding.Target.Text})";
        var pool = result.Binding?.Title;
        return new Title(
            $"只得到 {string.Join("、", open.Select(finding => Say(finding, zh: true)))}，瓶颈在{pool?.Zh}",
            $"only comes to {string.Join(", ", open.Select(finding => Say(finding, zh: false)))}; {pool?.En} bind{(pool?.En.EndsWith('s') == true ? "" : "s")}");
    }

    private static int People(StaffingResult result, Trial trial) => result.Plan.Posts.Sum(post => trial.Levels[post] * post.Pool.Places);
}
