using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>The words of a new report.</summary>
internal static class ReportWords
{
    public static readonly Name New = new("新上报", "New report");
    public static readonly Name Begin = new("上报", "Report");
    public static readonly Name Hint = new("登记一条问题", "Register a matter");
    public static readonly Name Where = new("单元网格", "Unit grid cell");
    public static readonly Name PickOnMap = new("在地图上点选位置，或输入网格的 15 位编码", "Click the place on the map, or type the cell's 15 digits");
    public static readonly Name Outside = new("点选的位置不在本辖区任何网格内", "The place you clicked lies in no cell of the district");
    public static readonly Name Digits = new("15 位编码", "15 digits");
    public static readonly Name What = new("问题类别", "Kind of matter");
    public static readonly Name PickKind = new("请选择", "Choose");
    public static readonly Name Send = new("提交上报", "Send the report");
    public static readonly Name Sent = new("上报已登记", "The report is registered");
}
