using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Buildings;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Workflows;

namespace GridGov.Twin.Silo.Projections;

/// <summary>The domain's choices in the words of screens, in both languages.</summary>
internal static class Wording
{
    public static Name Of(Channel channel) => channel switch
    {
        Channel.Patrol => new("巡查上报", "patrol"),
        Channel.Device => new("物联感知", "device"),
        Channel.Hotline => new("12345 热线", "hotline 12345"),
        Channel.App => new("市民随手拍", "app"),
        Channel.Video => new("视频巡查", "video"),
        _ => new("指挥中心录入", "command centre"),
    };

    public static Name Of(Stage stage) => stage switch
    {
        Stage.Report => new("上报核实", "report"),
        Stage.Filing => new("立案", "filing"),
        Stage.Dispatch => new("派遣", "dispatch"),
        Stage.Handling => new("处置", "handling"),
        Stage.Check => new("核查", "check"),
        Stage.Closing => new("结案", "closing"),
        _ => new("已结束", "ended"),
    };

    public static Name Of(Doing doing) => doing switch
    {
        Doing.Off => new("下班", "off duty"),
        Doing.Waiting => new("待命", "waiting"),
        Doing.Patrolling => new("巡查中", "on patrol"),
        Doing.Looking => new("查看网格", "looking at a cell"),
        Doing.Going => new("前往任务", "on the way to a task"),
        _ => new("任务处理中", "at a task"),
    };

    public static Name Of(CellKind kind) => kind switch
    {
        CellKind.Residential => new("居住", "residential"),
        CellKind.Commercial => new("商业", "commercial"),
        CellKind.Mixed => new("商住混合", "mixed"),
        CellKind.Industrial => new("工业", "industrial"),
        CellKind.Public => new("公共", "public"),
        _ => new("村庄", "village"),
    };

    public static Name Of(DeviceKind kind) => kind switch
    {
        DeviceKind.Camera => new("视频", "camera"),
        DeviceKind.Manhole => new("井盖", "manhole tilt"),
        DeviceKind.WaterDepth => new("积水", "water depth"),
        DeviceKind.Pressure => new("管压", "pipe pressure"),
        DeviceKind.Smoke => new("烟感", "smoke"),
        DeviceKind.Noise => new("噪声", "noise"),
        _ => new("垃圾满溢", "bin fill"),
    };

    public static Name Of(LandUse use) => use switch
    {
        LandUse.Housing => new("住宅", "housing"),
        LandUse.Shops => new("商铺", "shops"),
        LandUse.Offices => new("办公", "offices"),
        LandUse.Works => new("厂房", "works"),
        LandUse.Civic => new("公共建筑", "civic"),
        LandUse.VillageHouse => new("农房", "village house"),
        _ => new("地标", "landmark"),
    };

    public static Name Of(Utility utility) => utility switch
    {
        Utility.Water => new("供水中断", "water failed"),
        Utility.Power => new("供电中断", "power failed"),
        Utility.Gas => new("供气中断", "gas failed"),
        _ => new("供热中断", "heat failed"),
    };

    public static Name Of(CaseAction action) => new(action.Zh(), action.En());

    public static Name Of(FilingCondition kind) => new(kind.SmallZh, kind.SmallEn);

    /// <summary>A limit's unit as the catalogue writes it.</summary>
    public static string Of(LimitUnit unit) => unit switch
    {
        LimitUnit.UrgentHour => "uh",
        LimitUnit.UrgentDay => "ud",
        LimitUnit.WorkingHour => "wh",
        LimitUnit.WorkingDay => "wd",
        LimitUnit.NaturalDay => "nd",
        LimitUnit.UrgentMinute => "um",
        _ => "wm",
    };
}
