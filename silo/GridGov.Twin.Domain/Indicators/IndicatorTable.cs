using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Domain.Indicators;

/// <summary>The indicators by their formulas (GB/T 30428.4 practice; the denominators reproduce published period tables).</summary>
public static class IndicatorTable
{
    /// <summary>The indicators of some part of the cases.</summary>
    public static Indicator[] Of(Tally t) =>
    [
        Indicator.Count("reports", "上报数", "reports", t.Reports),
        Indicator.Share("merged", "并案率", "merged as duplicate", t.Merged, t.Reports),
        Indicator.Share("valid-report-rate", "有效上报率", "valid reports", t.Reports - t.Rejected, t.Reports),
        Indicator.Count("accepted", "受理数", "accepted", t.Accepted),
        Indicator.Count("settled", "自行处置数", "settled on the spot", t.Settled),
        Indicator.Count("rejected", "不予立案数", "rejected", t.Rejected),
        Indicator.Share("filing-rate", "立案率", "filing rate", t.Filed, t.Accepted),
        Indicator.Share("dispatch-rate", "派遣率", "dispatch rate", t.Dispatched, t.Filed),
        Indicator.Share("dispatch-accuracy", "派遣准确率", "dispatch accuracy", t.Dispatches - t.Returned, t.Dispatches),
        Indicator.Share("handling-rate", "处置率", "handling rate", t.Handled, t.Handled + t.HandlingOverdue),
        Indicator.Share("on-time-handling-rate", "按期处置率", "on-time handling rate", t.HandledOnTime, t.Handled + t.HandlingOverdue),
        Indicator.Share("closing-rate", "结案率", "closing rate", t.Closed, t.DueForClosing),
        Indicator.Share("on-time-closing-rate", "按期结案率", "on-time closing rate", t.ClosedOnTime, t.DueForClosing),
        Indicator.Share("rework-rate", "返工率", "rework rate", t.Reworked, t.DueForClosing),
        Indicator.Share("extension-rate", "延期率", "extension rate", t.Extended, t.DueForClosing),
        Indicator.Hours("handling-time", "平均处置时长", "mean handling time", t.HandlingTime, t.HandlingTime.Mean),
        Indicator.Hours("open-time", "平均结案时长", "mean time to close", t.OpenTime, t.OpenTime.Mean),
        Indicator.Hours("open-time-p90", "结案时长九成位", "time to close, 90 %", t.OpenTime, t.OpenTime.Quantile(0.9)),
        Indicator.Share("discovery-rate", "发现率", "discovery rate", t.Discovered, t.Discovered + t.Unseen),
        Indicator.Hours("detection-delay", "平均发现时延", "mean detection delay", t.DetectionDelay, t.DetectionDelay.Mean),
        Indicator.Hours("detection-delay-p90", "发现时延九成位", "detection delay, 90 %", t.DetectionDelay, t.DetectionDelay.Quantile(0.9)),
        Closed(t, Level.Grid, "网格办结占比", "closed in the grid"),
        Closed(t, Level.Community, "社区办结占比", "closed in the community"),
        Closed(t, Level.Street, "街镇办结占比", "closed in the street"),
        Closed(t, Level.District, "区级办结占比", "closed in the district"),
        Indicator.Count("closed", "本期结案数", "closed in the period", t.ClosedInPeriod),
        Indicator.Count("backlog", "在办案件数", "backlog now", t.Backlog),
    ];

    /// <summary>The indicators of the officers.</summary>
    public static Indicator[] Of(OfficerTally o, int officers, double days) =>
    [
        new("officer-utilisation", "网格员任务占用率", "officer utilisation", IndicatorUnit.Share, o.Utilisation),
        new("task-wait", "任务等待派员", "task waits for an officer", IndicatorUnit.Minutes, o.Waits.Count == 0 ? null : o.Waits.Mean.TotalMinutes),
        Indicator.Count("tasks", "完成任务数", "tasks done", o.Tasks),
        Indicator.Count("visits", "巡查到格次", "patrol visits", o.Visits),
        new("patrol-km", "人均日巡查里程", "patrol per officer and day", IndicatorUnit.Kilometres, PerOfficerDay(o.PatrolM, officers, days)),
        new("task-km", "人均日任务里程", "ways to tasks per officer and day", IndicatorUnit.Kilometres, PerOfficerDay(o.TaskM, officers, days)),
    ];

    private static Indicator Closed(Tally t, Level level, string zh, string en) =>
        Indicator.Share($"closed-{level.ToString().ToLowerInvariant()}", zh, en, t.ClosedAt[(int)level], t.ClosedInPeriod);

    private static double? PerOfficerDay(double metres, int officers, double days) =>
        officers > 0 && days > 0 ? metres / 1000 / officers / days : null;
}
