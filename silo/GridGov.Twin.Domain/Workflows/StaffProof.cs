namespace GridGov.Twin.Domain.Workflows;

/// <summary>Finds states nobody reaches, roles nobody needs and clocks nobody serves.</summary>
internal static class StaffProof
{
    public static IEnumerable<WorkflowFinding> Findings(WorkflowPlan plan, ReachableStates[] byWeight)
    {
        var workflow = plan.Workflow;
        CasePath?[] pathTo = [.. workflow.States.Select(state => ShortestTo(state.Index, byWeight))];
        return
        [
            .. workflow.States.Where(state => pathTo[state.Index] is null).Select(Unreachable),
            .. workflow.States.SelectMany(state => pathTo[state.Index] is { } path ? OfState(state, path.Trace(workflow)) : []),
            .. workflow.Roles.SelectMany(role => OfRole(workflow, role, byWeight)),
        ];
    }

    private static CasePath? ShortestTo(int state, ReachableStates[] byWeight) =>
        byWeight.Select(reachable => reachable.PathTo(state)).OfType<CasePath>().MinBy(path => path.Length);

    private static WorkflowFinding Unreachable(WorkflowState state) =>
        new(FindingKind.Unreachable, [], [], $"没有案件能到达“{state.Id}”", $"no case ever comes to state '{state.Id}'");

    private static IEnumerable<WorkflowFinding> OfState(WorkflowState state, TraceStep[] trace)
    {
        if ((state.Limit is not null || state.LimitFromCondition) && state.Role < 0 && state.Moves.Length == 0)
        {
            yield return new WorkflowFinding(FindingKind.IdleStageClock, [], trace,
                $"“{state.Id}”有阶段时限，但无人办理、无操作可做", $"a stage clock runs in state '{state.Id}', where nobody works and nothing can be done");
        }

        var escalates = state.Overdue is { Action: CaseAction.Escalate };
        if (escalates && !state.Moves.Any(move => move is { Action: CaseAction.Escalate, Role: WorkflowInterpreter.SystemRole }))
        {
            yield return new WorkflowFinding(FindingKind.NoEscalateMove, [], trace,
                $"“{state.Id}”超时后上报上级，但没有系统的上报上级操作",
                $"state '{state.Id}' escalates when overdue, but the system has no escalate move there");
        }
    }

    private static IEnumerable<WorkflowFinding> OfRole(Workflow workflow, WorkflowRole role, ReachableStates[] byWeight)
    {
        var moves = byWeight.SelectMany(reachable => reachable.Paths.SelectMany(path => reachable.MovesOf(path.State)));
        if (!moves.Any(move => move.Move.Role == role.Index))
        {
            yield return new WorkflowFinding(FindingKind.RoleWithoutMove, [], [],
                $"角色“{role.Id}”没有任何可用操作", $"role '{role.Id}' has no move anywhere a case can come");
        }

        if (role.Performer != Performer.Nobody && !workflow.States.Any(state => state.Role == role.Index))
        {
            yield return new WorkflowFinding(FindingKind.RoleWithoutWork, [], [],
                $"角色“{role.Id}”由人承担，但不在任何状态办理案件",
                $"role '{role.Id}' is performed ({role.Performer}) but works in no state");
        }
    }
}
