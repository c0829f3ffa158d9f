using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>The words of a drill's panel: the player's face and the controller's.</summary>
internal static class DrillPanelWords
{
    public static readonly Name Choose = new("你的角色", "Your part");
    public static readonly Name ChooseHint = new(
        "学员接管所选席位：该席位不再有模拟人员，案件在此等候处置。", "A player takes a post over from the simulated staff: cases wait there for you.");
    public static readonly Name Watcher = new("导调与评估", "Control and evaluation");
    public static readonly Name WatcherHint = new(
        "可查看全部脚本与评分。每次查看都记入审计日志。", "Shows the whole script and the scores. The look is recorded in the audit log.");
    public static readonly Name Change = new("更换角色", "Change part");
    public static readonly Name Recorded = new("脚本查看已记入审计日志", "Your look is recorded");
    public static readonly Name Inbox = new("消息", "Messages");
    public static readonly Name NoMessages = new("还没有消息。", "No messages yet.");
    public static readonly Name MarkRead = new("全部已读", "Mark all read");
    public static readonly Name ToYou = new("发给你", "to you");
    public static readonly Name ToAll = new("全体", "to all");
    public static readonly Name New = new("新", "new");
    public static readonly Name Message = new("新消息", "New message");
    public static readonly Name Cases = new("到案件列表处置", "Go to the cases");
    public static readonly Name Wait = new("演练即将开始，请等候导调员。", "The drill is about to begin: wait for the controller.");
    public static readonly Name Script = new("脚本", "Script");
    public static readonly Name Objectives = new("目标评定", "Objectives");
    public static readonly Name Notes = new("评估记录", "Notes");
    public static readonly Name Note = new("记录观察到的情况", "Write down what you observe");
    public static readonly Name AddNote = new("记录", "Add");
    public static readonly Name Noted = new("已记录", "Noted");
    public static readonly Name Deliver = new("立即注入", "Deliver now");
    public static readonly Name Skip = new("跳过", "Skip");
    public static readonly Name Delivered = new("情况已注入", "Inject delivered");
    public static readonly Name Skipped = new("情况已跳过", "Inject skipped");
    public static readonly Name Judged = new("已评定", "Judged");
    public static readonly Name Rated = new("目标已评定", "Objective rated");
    public static readonly Name EndGiven = new("演练已结束", "The drill was ended");
    public static readonly Name Observed = new("需人工评定", "judge it");
    public static readonly Name JudgeAs = new("评为", "Judge as");
    public static readonly Name Suggested = new("按分建议", "suggested");
    public static readonly Name NotRated = new("未评", "Not rated");
    public static readonly Name Due = new("期限", "due");
    public static readonly Name DueAt = new("预定", "due");
    public static readonly Name Overrun = new("已超", "over by");
    public static readonly Name RestTime = new("还有", "in");
    public static readonly Name Guide = new("导调提示", "Guide");
    public static readonly Name ByHand = new("手动", "by hand");

    public static readonly string[] Ratings = ["performed", "some-challenges", "major-challenges", "unable"];

    public static readonly string[] Judgements = ["met", "late", "missed"];

    public static Name RatingOf(string rating) => rating switch
    {
        "performed" => new("P 良好", "P performed"),
        "some-challenges" => new("S 有不足", "S some challenges"),
        "major-challenges" => new("M 困难大", "M major challenges"),
        "unable" => new("U 未做到", "U unable"),
        _ => NotRated,
    };

    public static Name InjectOf(string state) => state switch
    {
        "delivered" => new("已注入", "delivered"),
        "skipped" => new("已跳过", "skipped"),
        _ => new("待注入", "waiting"),
    };

    public static Name StandingOf(string state) => state switch
    {
        "awaited" => new("待完成", "awaited"),
        "met" => new("按时", "met"),
        "late" => new("逾时", "late"),
        "missed" => new("未完成", "missed"),
        _ => new("未到", "not yet"),
    };

    /// <summary>The tone of a standing's or an inject's mark.</summary>
    public static string ToneOf(string state) => state switch
    {
        "met" or "delivered" => "fine",
        "awaited" => "weight",
        "late" => "soon",
        "missed" => "overdue",
        _ => "",
    };

    /// <summary>What an inject waits for, other than its time.</summary>
    public static Name? TriggerOf(InjectRow row, string watched) => row.Trigger switch
    {
        "if-missed" => new($"若“{watched}”未完成", $"if “{watched}” is missed"),
        "once-met" => new($"“{watched}”完成后", $"once “{watched}” is met"),
        "by-hand" => new("由导调员手动注入", "delivered by hand"),
        _ => null,
    };
}
