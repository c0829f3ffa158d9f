using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>The words of a drill's replay.</summary>
internal static class ReplayWords
{
    public static readonly Name Title = new("回放", "Replay");
    public static readonly Name Banner = new("这是回放，只能观看", "This is a replay: watch only");
    public static readonly Name Hint = new(
        "选择一个时刻，回放作为独立的世界从该时刻前几秒开始。", "Choose a moment: the replay opens a few seconds before it, as a world of its own.");
    public static readonly Name Strip = new("演练时间轴", "Timeline of the drill");
    public static readonly Name Moment = new("回放起点", "Replay from");
    public static readonly Name Moments = new("关键时刻", "Moments");
    public static readonly Name From = new("从此处回放", "Replay from here");
    public static readonly Name Opening = new("正在打开回放…", "Opening the replay…");
    public static readonly Name AtEnd = new("已到回放终点", "The replay is at its end");
    public static readonly Name NotYet = new("演练开始后才能回放。", "There is nothing to replay before StartEx.");
    public static readonly Name StartEx = new("演练开始", "StartEx");
    public static readonly Name EndEx = new("演练结束", "EndEx");
    public static readonly Name NoWay = new("回放中不能操作。", "Nothing can be done in a replay.");
    public static readonly Name InjectMark = new("注入", "inject");
}
