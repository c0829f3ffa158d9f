using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>The words of the pages without a map: about, missing, broken.</summary>
internal static class PlainWords
{
    public static readonly Name Back = new("返回", "Back");
    public static readonly Name About = new("关于网格孪生", "About GridGov Twin");
    public static readonly Name What = new(
        "网格孪生是城市网格化治理的确定性仿真与数字孪生：同一模型、同一种子、同一结果，由哈希证明。",
        "GridGov Twin is a deterministic simulation and digital twin of urban grid governance: the same model and seed give the same result, proved by a hash.");
    public static readonly Name People = new("数据与隐私", "Data and privacy");
    public static readonly Name Synthetic = new(
        "居民、姓名与来电均为合成数据；住户只以汇总数显示。查看诉求人会记入审计日志。",
        "Residents, names and calls are synthetic; households appear as sums only. Every look at a caller goes into the audit log.");
    public static readonly Name Offline = new(
        "默认不向本机以外发出任何请求；只有配置了 Cesium ion 令牌时才会加载在线地形与影像。",
        "No request leaves this machine by default; only with a Cesium ion token of your own are terrain and imagery loaded from there.");
    public static readonly Name Licences = new("开放源代码组件", "Open-source parts");
    public static readonly Name Part = new("组件", "Part");
    public static readonly Name Licence = new("许可", "Licence");
    public static readonly Name Use = new("用途", "Used for");
    public static readonly Name Missing = new("没有这个页面", "There is no such page");
    public static readonly Name MissingHint = new("链接可能有误，或页面已被移动。", "The link may be wrong, or the page has moved.");
    public static readonly Name Broken = new("页面出错了", "Something went wrong");
    public static readonly Name BrokenHint = new("错误已记录。已确认的操作不会丢失，请重试。", "It has been logged. Nothing acknowledged is lost; try again.");

    /// <summary>What the page is built of.</summary>
    public static readonly (string Part, string Licence, Name Use)[] Parts =
    [
        ("CesiumJS 1.145 (© CesiumJS Contributors)", "Apache-2.0", new("三维地图", "3D map")),
        ("ASP.NET Core, Blazor, SignalR (© .NET Foundation)", "MIT", new("网页与实时连接", "Pages and live connections")),
        ("Apache ECharts 6 (© The Apache Software Foundation)", "Apache-2.0", new("图表", "Charts")),
        ("SQLite", "Public domain", new("日志存储", "Journal storage")),
        ("Npgsql", "PostgreSQL", new("PostgreSQL 连接", "PostgreSQL connection")),
        ("NetTopologySuite", "BSD-3-Clause", new("几何计算", "Geometry")),
        ("YamlDotNet", "MIT", new("情景文件", "Scenario files")),
        ("OpenTelemetry .NET", "Apache-2.0", new("运行观测", "Telemetry")),
    ];
}
