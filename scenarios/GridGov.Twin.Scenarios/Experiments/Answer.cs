using System.Globalization;
using GridGov.Twin.Scenarios.Statistics;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>
/// The answer in one sentence, in both languages: which variant is the best and how sure that is, and whether the target is met. It claims no
/// more than the intervals bear.
/// </summary>
public static class Answer
{
    /// <summary>The answer of a result.</summary>
    public static Title Of(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var plan = result.Plan;
        if (plan.DecidedBy is not { } measure)
        {
            return List(result, plan.Shown[0]);
        }

        var decided = plan.Variants.Length == 1 ? Only(result, measure) : Between(result, measure);
        return Target(result, measure) is { } target ? new Title($"{decided.Zh}；{target.Zh}。", $"{decided.En}; {target.En}.") : new Title($"{decided.Zh}。", $"{decided.En}.");
    }

    /// <summary>The variant that leads by the deciding measure; the baseline where nothing decides.</summary>
    public static Variant Leader(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var plan = result.Plan;
        if (plan.File.Decision is not { } decision)
        {
            return plan.Variants[0];
        }

        var sign = decision.IsHigherBetter ? 1 : -1;
        return result.Choice is { } choice ? plan.Variants[choice.Leader]
            : plan.Variants.MaxBy(variant => sign * result.EstimateOf(variant, plan.DecidedBy!)?.Mean ?? double.NegativeInfinity)!;
    }

    /// <summary>
    /// Whether the leader is not only chosen, which every variant within the difference that matters could be, but better than the next by an
    /// interval that leaves out zero.
    /// </summary>
    internal static bool HasClearLead(ExperimentResult result)
    {
        if (result.Choice is not { IsMade: true } || result.Plan is not { DecidedBy: { } measure, File.Decision: { } decision })
        {
            return false;
        }

        var best = Leader(result);
        return result.DifferenceOf(best, Next(result, best, measure), measure) is { IsClear: true } gap && gap.Mean > 0 == decision.IsHigherBetter;
    }

    private static Title Only(ExperimentResult result, Measure measure)
    {
        var variant = result.Plan.Variants[0];
        var text = MeasureText.Estimate(measure, result.EstimateOf(variant, measure));
        return new Title($"{variant.Title.Zh}：{measure.Zh} {text}", $"{variant.Title.En}: {measure.En} {text}");
    }

    private static Title Between(ExperimentResult result, Measure measure)
    {
        var best = Leader(result);
        var text = MeasureText.Estimate(measure, result.EstimateOf(best, measure));
        if (result.Choice is { IsMade: true })
        {
            var next = Next(result, best, measure);
            var gap = result.DifferenceOf(best, next, measure)!;
            var (zh, en) = gap.Mean >= 0 ? ("高", "above") : ("低", "below");
            var sure = result.Plan.File.Confidence.ToString("0.## %", CultureInfo.InvariantCulture);
            if (!HasClearLead(result))
            {
                var matters = MeasureText.Difference(measure, new Difference(2, result.Plan.File.Decision!.Matters, null, null), zh: false).TrimStart('+');
                return new Title(
                    $"差别无关紧要：{best.Title.Zh}（{measure.Zh} {text}）与最好的方案相差不超过 {matters}（概率不低于 {sure}），比“{next.Title.Zh}”{zh} {Amount(measure, gap, zh: true)}",
                    $"The difference does not matter: {best.Title.En} ({measure.En} {text}) is within {matters} of the best with probability of at least "
                    + $"{sure}; it is {Amount(measure, gap, zh: false)} {en} {next.Title.En}");
            }

            return new Title(
                $"{best.Title.Zh}最好：{measure.Zh} {text}，比次优的“{next.Title.Zh}”{zh} {Amount(measure, gap, zh: true)}（选对的概率不低于 {sure}）",
                $"{best.Title.En} is best: {measure.En} {text}, {Amount(measure, gap, zh: false)} {en} the next, "
                + $"{next.Title.En} (correct with probability of at least {sure})");
        }

        Variant[] rivals = [.. (result.Choice?.Remaining ?? [.. Enumerable.Range(0, result.Plan.Variants.Length)])
            .Where(index => index != best.Index).Select(index => result.Plan.Variants[index])];
        return new Title(
            $"尚不能分出高下：{best.Title.Zh}的{measure.Zh} {text}，与{string.Join("、", rivals.Select(rival => $"“{rival.Title.Zh}”"))}的差别没有达到可以断言的程度",
            $"No winner can be named: {best.Title.En} has {measure.En} {text}, and its lead over "
            + $"{string.Join(" and ", rivals.Select(rival => rival.Title.En))} is not large enough to be sure of");
    }

    private static string Amount(Measure measure, Difference gap, bool zh) =>
        MeasureText.Difference(measure, gap with { Mean = Math.Abs(gap.Mean) }, zh).TrimStart('+');

    private static Variant Next(ExperimentResult result, Variant best, Measure measure)
    {
        var sign = result.Plan.File.Decision!.IsHigherBetter ? 1 : -1;
        return result.Plan.Variants.Where(variant => variant.Index != best.Index)
            .MaxBy(variant => sign * result.EstimateOf(variant, measure)?.Mean ?? double.NegativeInfinity)!;
    }

    private static Title? Target(ExperimentResult result, Measure measure)
    {
        if (result.Plan.File.Decision is not { Target: { } target } decision || result.EstimateOf(Leader(result), measure) is not { } estimate)
        {
            return null;
        }

        var wanted = MeasureText.Value(measure, target);
        return Reached(estimate, target, decision.IsHigherBetter) switch
        {
            true => new Title($"达到目标 {wanted}", $"the target of {wanted} is met"),
            false => new Title($"达不到目标 {wanted}", $"the target of {wanted} is missed"),
            null => new Title($"是否达到目标 {wanted} 尚不能断言", $"whether the target of {wanted} is met cannot be said yet"),
        };
    }

    /// <summary>Whether the whole interval lies on the good side of a target; null when it holds the target.</summary>
    internal static bool? Reached(Estimate estimate, double target, bool isHigherBetter)
    {
        if (estimate.HalfWidth is not { } half)
        {
            return null;
        }

        var lead = isHigherBetter ? estimate.Mean - target : target - estimate.Mean;
        return lead >= half ? true : lead < -half ? false : null;
    }

    private static Title List(ExperimentResult result, Measure measure)
    {
        var parts = result.Plan.Variants.Select(variant => (variant.Title, Text: MeasureText.Estimate(measure, result.EstimateOf(variant, measure)))).ToArray();
        return new Title(
            $"{measure.Zh}：{string.Join("，", parts.Select(part => $"{part.Title.Zh} {part.Text}"))}。",
            $"{measure.En}: {string.Join(", ", parts.Select(part => $"{part.Title.En} {part.Text}"))}.");
    }
}
