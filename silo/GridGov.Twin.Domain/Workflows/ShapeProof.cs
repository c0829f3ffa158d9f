namespace GridGov.Twin.Domain.Workflows;

/// <summary>
/// Looks at a workflow as it is written: ids, indexes, bounds, limits. What it finds would make walking the workflow meaningless.
/// </summary>
internal static class ShapeProof
{
    private const int AllWeights = 7;

    public static IEnumerable<WorkflowFinding> Findings(Workflow workflow)
    {
        if (workflow.States.Length == 0)
        {
            return [Found(FindingKind.NoStates, "流程没有状态", "the workflow has no states")];
        }

        return
        [
            .. OfIds(workflow),
            .. workflow.States.SelectMany(state => OfState(workflow, state)),
            .. workflow.States.SelectMany(state => state.Moves.SelectMany(move => OfMove(workflow, state, move))),
        ];
    }

    private static IEnumerable<WorkflowFinding> OfIds(Workflow workflow)
    {
        if (workflow.States[0].IsFinal)
        {
            var id = workflow.States[0].Id;
            yield return Found(FindingKind.StartIsFinal, $"起始状态“{id}”已是结束状态", $"a new case begins in '{id}', which is an end");
        }

        foreach (var id in Doubles(workflow.States.Select(state => state.Id)))
        {
            yield return Found(FindingKind.DuplicateId, $"状态“{id}”重复", $"the state id '{id}' is used more than once");
        }

        foreach (var id in Doubles(workflow.Roles.Select(role => role.Id)))
        {
            yield return Found(FindingKind.DuplicateId, $"角色“{id}”重复", $"the role id '{id}' is used more than once");
        }

        foreach (var (place, role) in workflow.Roles.Index().Where(each => each.Item.Index != each.Index))
        {
            yield return Found(FindingKind.WrongIndex,
                $"角色“{role.Id}”的序号为{role.Index}，应为{place}",
                $"role '{role.Id}' has index {role.Index}; expected its place {place}");
        }

        foreach (var (place, state) in workflow.States.Index().Where(each => each.Item.Index != each.Index))
        {
            yield return Found(FindingKind.WrongIndex,
                $"状态“{state.Id}”的序号为{state.Index}，应为{place}",
                $"state '{state.Id}' has index {state.Index}; expected its place {place}");
        }
    }

    private static IEnumerable<string> Doubles(IEnumerable<string> ids) =>
        ids.GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key);

    private static IEnumerable<WorkflowFinding> OfState(Workflow workflow, WorkflowState state)
    {
        if (!IsRole(workflow, state.Role))
        {
            yield return Found(FindingKind.NoSuchRole,
                $"“{state.Id}”的角色{state.Role}不存在",
                $"state '{state.Id}' is worked by role {state.Role}, which does not exist");
        }

        if (state.Limit is { Count: < 1 } limit)
        {
            yield return Found(FindingKind.WrongLimit,
                $"“{state.Id}”的时限为{limit.Count}，至少为1",
                $"state '{state.Id}' has a limit of {limit.Count}; expected at least 1");
        }

        if (state.Limit is not null && state.LimitFromCondition)
        {
            yield return Found(FindingKind.WrongLimit,
                $"“{state.Id}”的时限重复设置",
                $"state '{state.Id}' has a limit of its own and the filing condition's; expected one of them");
        }

        if (state.Overdue is { } rule && WrongIn(state, rule) is { } wrong)
        {
            yield return Found(FindingKind.WrongOverdueRule,
                $"“{state.Id}”的超时规则{wrong.Zh}",
                $"the overdue rule of state '{state.Id}' {wrong.En}");
        }
    }

    private static (string Zh, string En)? WrongIn(WorkflowState state, OverdueRule rule)
    {
        if (rule.Action is not (CaseAction.Urge or CaseAction.Escalate))
        {
            return ($"不能{rule.Action.Zh()}，只能督办或上报上级", $"does '{rule.Action.En()}'; expected urge or escalate");
        }

        if (!(rule.AtShare > 0) || !double.IsFinite(rule.AtShare))
        {
            return ("的比例应大于0", "never or always applies; expected a share of the limit above 0");
        }

        return state.Limit is null && !state.LimitFromCondition ? ("没有可用的阶段时限", "can never apply, because no stage clock runs there") : null;
    }

    private static IEnumerable<WorkflowFinding> OfMove(Workflow workflow, WorkflowState state, WorkflowMove move)
    {
        var (zh, en) = ($"“{state.Id}”的{move.Action.Zh()}", $"'{move.Action.En()}' in state '{state.Id}'");
        if (move.To < 0 || move.To >= workflow.States.Length)
        {
            yield return Found(FindingKind.NoSuchState, $"{zh}指向不存在的状态{move.To}", $"{en} leads to state {move.To}, which does not exist");
        }

        if (move.Action == CaseAction.Urge && move.To != state.Index)
        {
            yield return Found(FindingKind.UrgeMoves, $"{zh}应留在原状态", $"{en} leads elsewhere; urging moves nothing");
        }

        if (!IsRole(workflow, move.Role))
        {
            yield return Found(FindingKind.NoSuchRole, $"{zh}的角色{move.Role}不存在", $"{en} is for role {move.Role}, which does not exist");
        }

        if (move.Weights is <= 0 or > AllWeights)
        {
            yield return Found(FindingKind.NoSuchWeight,
                $"{zh}没有可用的案件轻重（{move.Weights}）",
                $"{en} is for weights {move.Weights}; expected 1 to {AllWeights}");
        }

        if (move.AtMost is < 0 or > byte.MaxValue)
        {
            yield return Found(FindingKind.WrongBound,
                $"{zh}的次数上限为{move.AtMost}",
                $"{en} is bounded by {move.AtMost}; expected 0 (no limit) to 255");
        }
    }

    private static bool IsRole(Workflow workflow, int role) => role >= WorkflowInterpreter.SystemRole && role < workflow.Roles.Length;

    private static WorkflowFinding Found(FindingKind kind, string zh, string en) => new(kind, [], [], zh, en);
}
