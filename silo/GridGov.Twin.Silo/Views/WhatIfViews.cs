using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Statistics;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Silo.Views;

/// <summary>Answers to what-ifs as people and programs get them.</summary>
internal static class WhatIfViews
{
    public static WhatIfAnswer Of(Scenarios.WhatIf.WhatIfAnswer answer, long tookMs) => new(
        Of(answer.Sentence), [.. answer.Points.Select(point => point.Milliseconds)], [.. Scenarios.WhatIf.PlanOutlook.Shares], [.. answer.Plans.Select(Of)], tookMs);

    private static PlanOutlook Of(Scenarios.WhatIf.PlanOutlook plan) => new(
        Of(plan.Title), plan.Backlog, plan.OnTime, Of(plan.BacklogAtEnd)!, Of(plan.OnTimeAtEnd),
        Of(plan.BacklogMore, plan.IsBacklogClear), Of(plan.OnTimeMore, plan.IsOnTimeClear));

    private static Name Of(Title title) => new(title.Zh, title.En);

    private static MeanView? Of(Estimate? estimate) => estimate is null ? null : new(estimate.Mean, estimate.HalfWidth ?? 0);

    private static GapView? Of(Difference? gap, bool isClear) => gap is null ? null : new(gap.Mean, gap.HalfWidth ?? 0, isClear);
}
