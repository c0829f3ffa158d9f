using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>The words around cases.</summary>
internal static class CaseWords
{
    public static readonly Name Opened = new("上报", "opened");
    public static readonly Name Ended = new("结束", "ended");
    public static readonly Name Urged = new("督办", "urged");
    public static readonly Name Counted = new("已计", "counted");
    public static readonly Name Used = new("已用时限", "limit used");
    public static readonly Name Due = new("到期", "due");
    public static readonly Name Intervals = new("计时区间", "Counted intervals");
    public static readonly Name StageClock = new("环节计时", "Clock of the stage");
    public static readonly Name WholeClock = new("全案计时", "Clock of the case");
    public static readonly Name Actions = new("操作", "Actions");
    public static readonly Name NoActions = new("该角色在当前状态下没有可执行的操作。", "This role has nothing to do with the case in its present state.");
    public static readonly Name OthersMay = new("当前可操作：", "May act now: ");
    public static readonly Name Clocks = new("计时", "Clocks");
    public static readonly Name NoClocks = new("尚未开始计时。", "No clock has started yet.");
    public static readonly Name Caller = new("诉求人", "Caller");
    public static readonly Name ShowCaller = new("查看诉求人（记入审计）", "Show who called (audited)");
    public static readonly Name NoCaller = new("不是居民来电上报的案件。", "Nobody called about this case.");
    public static readonly Name Synthetic = new("合成人物", "synthetic person");
    public static readonly Name Department = new("责任部门", "Department");
    public static readonly Name Worker = new("当前承办", "Working on it");
    public static readonly Name Channel = new("来源", "Channel");
    public static readonly Name Reports = new("上报次数", "Reports");
    public static readonly Name OpenedAt = new("上报时间", "Opened");
    public static readonly Name Version = new("版本", "Version");
    public static readonly Name Cell = new("单元网格", "Cell");
    public static readonly Name PickDepartment = new("选择专业部门", "Choose a department");
    public static readonly Name PickOfficer = new("选择网格员", "Choose an officer");
    public static readonly Name PickInto = new("并入案件", "Merge into case");
    public static readonly Name PickIntoHint = new("输入案件编号或从同一网格的在办案件中选择。", "Type a case number, or choose from the open cases of the same cell.");
    public static readonly Name CaseNumber = new("案件序号", "Case number");
    public static readonly Name Confirm = new("确定", "Confirm");
    public static readonly Name NotFound = new("没有这个案件。", "There is no such case.");

    /// <summary>How much is left of a limit, or by how much it is passed.</summary>
    public static string Rest(long ms, bool english, bool isWorkingTime = false)
    {
        var length = WorldTime.Length(ms, english, isWorkingTime);
        return (ms < 0, english) switch
        {
            (false, true) => $"{length} left",
            (false, false) => $"剩余 {length}",
            (true, true) => $"over by {length}",
            (true, false) => $"超期 {length}",
        };
    }

    public static Name Done(Name action) => new($"已执行：{action.Zh}", $"Done: {action.En}");

    public static Name Weight(string weight) => weight switch
    {
        "small" => new("小事", "small"),
        "big" => new("大事", "big"),
        _ => new("要事", "serious"),
    };

    public static Name Urgency(string urgency) => urgency switch
    {
        "overdue" => new("超期", "overdue"),
        "soon" => new("临期", "due soon"),
        _ => new("正常", "normal"),
    };

    public static Name Mode(string mode) => mode switch
    {
        "running" => new("计时中", "running"),
        "paused" => new("已暂停", "paused"),
        "stopped" => new("已停止", "stopped"),
        _ => new("未开始", "not started"),
    };

    /// <summary>The channel a report came through.</summary>
    public static Name ChannelOf(string channel) => channel switch
    {
        "patrol" => new("巡查上报", "patrol"),
        "hotline" => new("12345 热线", "12345 hotline"),
        "device" => new("物联设备", "device"),
        "app" => new("公众应用", "app"),
        "video" => new("视频巡查", "video"),
        "walk-in" => new("窗口来访", "walk-in"),
        "operator" or "desk" => new("坐席登记", "operator"),
        _ => new(channel, channel),
    };

    /// <summary>The unit a clock counts in.</summary>
    public static Name UnitOf(string unit) => unit switch
    {
        "uh" => new("紧急工作时", "urgent hours"),
        "ud" => new("紧急工作日", "urgent days"),
        "wh" => new("工作时", "working hours"),
        "wd" => new("工作日", "working days"),
        "um" => new("紧急分钟", "urgent minutes"),
        "wm" => new("工作分钟", "working minutes"),
        _ => new(unit, unit),
    };

    /// <summary>The stages, in order.</summary>
    public static readonly (string Id, Name Name)[] Stages =
    [
        ("report", new("上报", "report")), ("filing", new("立案", "filing")), ("dispatch", new("派遣", "dispatch")),
        ("handling", new("处置", "handling")), ("check", new("核查", "check")), ("closing", new("结案", "closing")),
    ];
}
