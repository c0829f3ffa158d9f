namespace GridGov.Twin.Scenarios.Findings.Chinese;

/// <summary>What is said of drills.</summary>
internal static class DrillWords
{
    public static readonly (string En, string Zh)[] Rows =
    [
        ("a drill lasts a minute at least and a week at most", "演练最短一分钟，最长一周"),
        ("1 min to 7 d", "1 min 至 7 d"),
        ("an inject has one trigger", "一条情况注入只有一个触发条件"),
        ("one of at, unless and once, or none", "at、unless、once 三者之一，或都不写"),
        ("there is nothing it comes after", "没有说明在什么之后"),
        ("after together with unless or once", "after 与 unless 或 once 同写"),
        ("an inject that does nothing", "这条情况注入什么也不做"),
        ("brings, says or both", "brings、says 或两者"),
        ("of what is imagined residents call the hotline", "虚报由居民拨打热线反映"),
        ("no by", "不写 by"),
        ("nothing else goes to a department", "只有派遣和批转才去往部门"),
        ("to together with dispatch or transfer", "to 与 dispatch 或 transfer 同写"),
        ("it is known from the inject", "由情况注入即可得知"),
        ("kind and where together with report", "kind、where 与 report 同写"),
        ("no such expected action", "没有这项预期行动"),
        ("no such player", "没有这个参演岗位"),
        ("no such inject", "没有这条情况注入"),
        ("no such objective", "没有这个目标"),
        ("the inject falls due after EndEx", "这条情况注入在演练结束之后才到"),
        ("at less than the {minutes} min that the drill lasts", "at 小于演练时长 {minutes} 分钟"),
        ("the injects wait for each other", "情况注入互相等待"),
        ("an action that answers an earlier inject", "一项应对更早情况注入的行动"),
        ("the drill is over before the time of the action is up", "行动时限未到，演练已经结束"),
        ("within at most {minutes} min of the inject", "within 不超过情况注入后 {minutes} 分钟"),
        ("the inject brings {count} incidents", "这条情况注入带来 {count} 起事件"),
        ("at most {most} cells", "至多 {most} 个网格"),
        ("nobody can {action} as {role}", "没有人能以 {role} 的身份做 {action}"),
        ("an action that workflow {workflow} knows", "流程 {workflow} 中有的操作"),
        ("workflow {workflow} has no role of this name for a player", "流程 {workflow} 没有可由参演人员担任的这个角色"),
        ("no such department", "没有这个部门"),
        ("the report is expected in {count} cells", "上报位置涉及 {count} 个网格"),
        ("one cell", "一个网格"),
    ];
}
