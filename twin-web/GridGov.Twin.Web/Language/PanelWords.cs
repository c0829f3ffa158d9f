using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>The words of the lists, the figures of the day and the layers.</summary>
internal static class PanelWords
{
    public static readonly Name Lists = new("列表", "Lists");
    public static readonly Name Today = new("今日指标", "Figures of the day");
    public static readonly Name Overdue = new("超期案件", "overdue");
    public static readonly Name Search = new("搜索编码、地址、类别", "Search code, address, kind");
    public static readonly Name SearchOfficers = new("搜索姓名、队伍", "Search name, team");
    public static readonly Name Stage = new("环节", "Stage");
    public static readonly Name AllStages = new("全部环节", "All stages");
    public static readonly Name Urgency = new("紧急程度", "Urgency");
    public static readonly Name AllUrgencies = new("全部时限", "Any urgency");
    public static readonly Name OpenOrEnded = new("在办或办结", "Open or ended");
    public static readonly Name OpenOnly = new("在办", "Open");
    public static readonly Name EndedOnly = new("已办结", "Ended");
    public static readonly Name OpenAndEnded = new("在办与办结", "Open and ended");
    public static readonly Name Order = new("排序", "Order");
    public static readonly Name CasesFound = new("件案件", "cases");
    public static readonly Name NoCases = new("没有符合条件的案件。", "No case passes this filter.");
    public static readonly Name AlarmsFound = new("条告警", "alarms");
    public static readonly Name NoAlarms = new("当前没有告警。", "Nothing wants attention now.");
    public static readonly Name OfficersFound = new("名网格员", "officers");
    public static readonly Name NoOfficers = new("没有符合条件的网格员。", "No officer passes this filter.");
    public static readonly Name OnDuty = new("在岗", "on duty");
    public static readonly Name TasksCount = new("项任务", "tasks");
    public static readonly Name Waiting = new("排队", "waiting");
    public static readonly Name Busy = new("在办", "busy");
    public static readonly Name Finished = new("办结", "finished");
    public static readonly Name Layers = new("图层与图例", "Layers and legend");
    public static readonly Name MapLayers = new("图层", "Layers");
    public static readonly Name Legend = new("图例", "Legend");
    public static readonly Name CaseStages = new("案件环节", "Stages of cases");
    public static readonly Name OfficersLayer = new("网格员", "Officers");
    public static readonly Name CellLoad = new("网格在办量", "Open cases in a cell");
    public static readonly Name Few = new("少", "few");
    public static readonly Name Many = new("多", "many");

    /// <summary>The tabs, in order.</summary>
    public static readonly (string Id, Name Name)[] Tabs =
        [("cases", new("案件", "Cases")), ("alarms", new("告警", "Alarms")), ("officers", new("网格员", "Officers")), ("desks", new("席位", "Desks"))];

    /// <summary>The orders of the cases.</summary>
    public static readonly (string Id, Name Name)[] Orders =
    [
        ("-opened", new("最新上报", "Newest first")), ("opened", new("最早上报", "Oldest first")), ("due", new("最先到期", "Due first")),
        ("stage", new("按环节", "By stage")), ("kind", new("按类别", "By kind")), ("code", new("按编码", "By code")),
    ];

    /// <summary>The layers, in the order of the list.</summary>
    public static readonly (string Id, Name Name)[] LayerNames =
    [
        ("cases", new("案件", "Cases")), ("officers", new("网格员", "Officers")), ("devices", new("物联设备", "Devices")), ("cells", new("单元网格", "Cells")),
        ("buildings", new("楼栋", "Buildings")), ("streets", new("道路", "Streets")), ("labels", new("地名", "Labels")),
    ];

    /// <summary>The marks of officers on the map.</summary>
    public static readonly (string Id, Name Name)[] OfficerMarks =
        [("walking", new("步行", "walking")), ("riding", new("骑行", "riding")), ("working", new("处理中", "working")), ("standing", new("待命", "standing by"))];

    public static Name AlarmOf(string what) => what switch
    {
        "device-alarm" => new("设备告警", "Device alarm"),
        "case-overdue" => new("案件超期", "Case overdue"),
        "case-urged" => new("案件督办", "Case urged"),
        "utility-failed" => new("公用设施中断", "Utility failed"),
        "device-broken" => new("设备故障", "Device broken"),
        _ => new(what, what),
    };

    /// <summary>The short name of a figure of the day.</summary>
    public static Name Kpi(IndicatorView indicator) => indicator.Id switch
    {
        "reports" => new("今日上报", "Reports today"),
        "backlog" => new("在办案件", "Open cases"),
        "overdue" => new("超期案件", "Overdue"),
        "on-time-handling-rate" => new("按期处置率", "Handled on time"),
        "open-time" => new("平均结案时长", "Mean time to close"),
        "officer-utilisation" => new("网格员占用率", "Officers busy"),
        _ => indicator.Name,
    };

    public static Name CourseOf(Name name) => new($"{name.Zh}走势", $"course of {name.En}");
}
