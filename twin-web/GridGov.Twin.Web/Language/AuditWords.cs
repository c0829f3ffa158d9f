using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>The words of the audit page.</summary>
internal static class AuditWords
{
    public static readonly Name Title = new("审计日志", "Audit log");
    public static readonly Name Hint = new("谁在何时对什么做了什么，结果如何。最新在上。", "Who did what to what, when, and what came of it. The newest first.");
    public static readonly Name Search = new("搜索人员、操作、对象", "Search actor, action, target");
    public static readonly Name Refresh = new("刷新", "Refresh");
    public static readonly Name Number = new("序号", "No.");
    public static readonly Name At = new("时间 (UTC)", "Time (UTC)");
    public static readonly Name Actor = new("人员", "Actor");
    public static readonly Name Action = new("操作", "Action");
    public static readonly Name Target = new("对象", "Target");
    public static readonly Name Outcome = new("结果", "Outcome");
    public static readonly Name Empty = new("尚无记录。", "Nothing yet.");
}
