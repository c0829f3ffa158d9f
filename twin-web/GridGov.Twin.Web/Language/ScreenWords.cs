using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>What the live page says around its panels.</summary>
internal static class ScreenWords
{
    public static readonly Name Product = new("网格孪生", "GridGov Twin");
    public static readonly Name Unreachable = new("无法连接孪生主机，请稍后再试。", "The twin host cannot be reached. Try again shortly.");
    public static readonly Name Refused = new("未执行。", "Not done.");
    public static readonly Name Starting = new("世界正在启动…", "The world is starting…");
    public static readonly Name Loading = new("正在读取…", "Loading…");
    public static readonly Name NoWorld = new("没有这个世界", "There is no such world");
    public static readonly Name NoWorldHint = new("链接可能已过期，或世界已被移除。", "The link may be old, or the world was removed.");
    public static readonly Name Failed = new("世界未能启动", "The world could not start");
    public static readonly Name ToStart = new("返回首页", "To the start page");
    public static readonly Name Old = new("连接中断，显示的是旧数据", "Connection lost: what you see is old");
    public static readonly Name Reconnecting = new("与主机的连接中断，正在重新连接…", "The connection to the host is lost, connecting again…");
    public static readonly Name Live = new("实时", "Live");
    public static readonly Name ToMap = new("跳到地图", "Skip to the map");
    public static readonly Name ToLists = new("跳到列表", "Skip to the lists");
    public static readonly Name Messages = new("消息", "Messages");
    public static readonly Name Audit = new("审计日志", "Audit log");
    public static readonly Name About = new("关于", "About");
    public static readonly Name Api = new("接口", "API");
    public static readonly Name Menu = new("菜单", "Menu");
}
