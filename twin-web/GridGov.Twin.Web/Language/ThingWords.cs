using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>The words of the inspectors of cells, buildings, devices and officers.</summary>
internal static class ThingWords
{
    public static readonly Name Case = new("案件", "Case");
    public static readonly Name Cell = new("单元网格", "Cell");
    public static readonly Name Building = new("楼栋", "Building");
    public static readonly Name Device = new("物联设备", "Device");
    public static readonly Name Officer = new("网格员", "Officer");
    public static readonly Name FlyTo = new("在地图上定位", "Show on the map");
    public static readonly Name History = new("经过", "History");
    public static readonly Name NoHistory = new("暂无记录。", "Nothing yet.");
    public static readonly Name Code = new("编码解析", "The code in its parts");
    public static readonly Name Missing = new("没有找到所选对象，它可能不在这个世界里。", "What was selected is not in this world.");
    public static readonly Name Cases = new("在办案件", "Open cases");
    public static readonly Name NoCases = new("没有在办案件。", "No open cases.");
    public static readonly Name Devices = new("设备", "Devices");
    public static readonly Name OnBeat = new("责任网格员", "Officers of the beat");
    public static readonly Name Street = new("街道", "Street");
    public static readonly Name Community = new("社区", "Community");
    public static readonly Name Area = new("面积", "Area");
    public static readonly Name Buildings = new("楼栋数", "Buildings");
    public static readonly Name Households = new("户数", "Households");
    public static readonly Name Residents = new("居民数", "Residents");
    public static readonly Name Reports = new("累计上报", "Reports");
    public static readonly Name Merged = new("其中并案", "Merged");
    public static readonly Name Overdue = new("超期", "Overdue");
    public static readonly Name LastPatrol = new("最近巡查", "Last patrol");
    public static readonly Name Never = new("尚未", "never");
    public static readonly Name Aggregate = new("居民为合成数据，仅按汇总数显示。", "Residents are synthetic and shown as sums only.");
    public static readonly Name Use = new("用途", "Use");
    public static readonly Name Height = new("高度", "Height");
    public static readonly Name Floors = new("层数", "Floors");
    public static readonly Name Troubles = new("现存问题", "Troubles now");
    public static readonly Name Failed = new("中断的服务", "Utilities failed");
    public static readonly Name Place = new("位置", "Place");
    public static readonly Name State = new("状态", "State");
    public static readonly Name Alarm = new("告警", "alarm");
    public static readonly Name Broken = new("故障", "broken");
    public static readonly Name Quiet = new("正常", "normal");
    public static readonly Name SilencedUntil = new("静默至", "silenced until");
    public static readonly Name Reading = new("读数", "Reading");
    public static readonly Name Changed = new("变化时间", "Changed");
    public static readonly Name Silence = new("静默", "Silence");
    public static readonly Name SilenceFor = new("静默时长（分钟）", "Silence for (minutes)");
    public static readonly Name Silenced = new("设备已静默", "The device is silenced");
    public static readonly Name Team = new("队伍", "Team");
    public static readonly Name Doing = new("正在", "Doing");
    public static readonly Name Beat = new("责任网格", "Beat");
    public static readonly Name Shifts = new("班次", "Shifts");
    public static readonly Name Tasks = new("任务", "Tasks");
    public static readonly Name NoTasks = new("没有任务。", "No tasks.");
    public static readonly Name InHand = new("进行中", "in hand");
    public static readonly Name PatrolKm = new("今日巡查里程", "Patrol today");
    public static readonly Name TaskKm = new("今日任务里程", "Ways to tasks today");
    public static readonly Name SendTo = new("派往", "Send to");
    public static readonly Name ToCase = new("案件", "a case");
    public static readonly Name ToCell = new("网格", "a cell");
    public static readonly Name CellCode = new("网格编码（15 位）", "Cell code (15 digits)");
    public static readonly Name Send = new("派出", "Send");
    public static readonly Name Sent = new("网格员已派出", "The officer is sent");

    public static Name Utility(string id) => id switch
    {
        "water" => new("供水", "water"),
        "power" => new("供电", "power"),
        "gas" => new("燃气", "gas"),
        "heat" => new("供热", "heat"),
        _ => new(id, id),
    };
}
