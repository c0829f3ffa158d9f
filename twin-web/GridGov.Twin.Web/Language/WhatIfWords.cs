using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>The words of the what-if page.</summary>
internal static class WhatIfWords
{
    public static readonly Name Title = new("推演", "What if");
    public static readonly Name Hint = new(
        "从此刻的世界分出许多可能的未来，比较各方案与维持现状。世界本身不受影响。",
        "Many possible futures part from the world as it stands now, and each plan is compared with going on as it is. The world itself is not touched.");
    public static readonly Name Plans = new("方案", "Plans");
    public static readonly Name Plan = new("方案", "Plan");
    public static readonly Name Measure = new("措施", "Measure");
    public static readonly Name ExtraOfficers = new("增派网格员", "Send more officers");
    public static readonly Name CallIn = new("召回未在岗人员", "Call in who is off duty");
    public static readonly Name ExtraStaff = new("增加席位人员", "Add staff to a desk");
    public static readonly Name Where = new("地点", "Where");
    public static readonly Name Desk = new("席位", "Desk");
    public static readonly Name Everywhere = new("全区", "The whole district");
    public static readonly Name People = new("人数", "People");
    public static readonly Name Until = new("直到", "Until");
    public static readonly Name Add = new("加一个方案", "Add a plan");
    public static readonly Name Remove = new("去掉此方案", "Remove this plan");
    public static readonly Name Horizon = new("推演时长", "How far");
    public static readonly Name Futures = new("每方案未来数", "Futures of each plan");
    public static readonly Name Storm = new("假设有暴雨", "Suppose a storm");
    public static readonly Name From = new("开始", "From");
    public static readonly Name Lasts = new("持续", "Lasts");
    public static readonly Name Factor = new("事件倍数", "Times as many incidents");
    public static readonly Name Run = new("开始推演", "Run");
    public static readonly Name Stop = new("停止", "Stop");
    public static readonly Name Running = new("正在推演", "Running");
    public static readonly Name Stopped = new("已停止，没有结果。", "Stopped, without an answer.");
    public static readonly Name Failed = new("推演失败，已记入日志。", "The what-if failed; it was logged.");
    public static readonly Name Backlog = new("在办案件", "Open cases");
    public static readonly Name OnTime = new("按期率", "On time");
    public static readonly Name AtEnd = new("时限末", "At the end");
    public static readonly Name Against = new("比维持现状", "Against as it is");
    public static readonly Name Clear = new("可断言", "clear");
    public static readonly Name Unclear = new("不能断言", "may be chance");
    public static readonly Name Bands = new(
        "线为中位数，深带含一半的未来，浅带含九成。按期率：推演开始后结案的与已超期未结的案件中，按期结案的占比。± 为 95 % 置信区间，各方案用同一组随机未来成对比较。",
        "The line is the median; the darker band holds half of all futures, the lighter one nine in ten. On time: of the cases closed since the moment and "
        + "those open beyond their deadline, the share closed within it. ± is a 95 % interval; plans are compared pairwise in the same random futures.");

    public static Name Hours(int hours) => new($"{hours} 小时", $"{hours} h");

    public static Name PlanTitle(string kind, string where, int count) => kind switch
    {
        "extra-officers" => new($"{where}增派{count}人", $"{count} more officers to {where}"),
        "extra-staff" => new($"{where}加{count}人", $"{count} more at {where}"),
        _ => new($"{where}召回", $"call in, {where}"),
    };

    public static Name Took(double seconds, long futures) => new($"{futures} 个未来，用时 {Figure.Fixed(seconds, 1)} 秒", $"{futures} futures in {Figure.Fixed(seconds, 1)} s");
}
