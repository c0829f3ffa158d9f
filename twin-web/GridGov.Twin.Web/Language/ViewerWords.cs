using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>What the viewer's own settings say.</summary>
internal static class ViewerWords
{
    public static readonly Name DutyOperator = new("值班员", "Duty operator");
    public static readonly Name Title = new("操作员", "Operator");
    public static readonly Name NameLabel = new("姓名（记入审计日志）", "Name (goes into the audit log)");
    public static readonly Name RoleLabel = new("岗位角色", "Role");
    public static readonly Name RoleHint = new("可执行的操作取决于所选角色与案件状态。", "What may be done depends on the role and on the state of the case.");
    public static readonly Name ToLight = new("切换到浅色", "Switch to light");
    public static readonly Name ToDark = new("切换到深色", "Switch to dark");
    public static readonly Name ToEnglish = new("English", "English");
    public static readonly Name ToChinese = new("中文", "中文");
    public static readonly Name Save = new("保存", "Save");
    public static readonly Name Cancel = new("取消", "Cancel");
    public static readonly Name Close = new("关闭", "Close");
}
