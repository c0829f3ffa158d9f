using GridGov.Twin.Domain.Catalogue;

namespace GridGov.Twin.Domain.Workflows;

/// <summary>
/// Reads a workflow as the rule book: who may move a case where, and why not. Knows nothing but the plan and what it is told of the case.
/// </summary>
public static class WorkflowInterpreter
{
    /// <summary>The role of the system itself, which makes the moves no person makes.</summary>
    public const int SystemRole = -1;

    /// <summary>
    /// Whether <paramref name="role"/> may do <paramref name="action"/> to a case of that weight and those counts in that state. Among several
    /// moves that fit, the first one not used up is allowed. Allocates only to refuse.
    /// </summary>
    public static MoveAnswer Ask(WorkflowPlan plan, int state, Weight weight, ReadOnlySpan<byte> used, CaseAction action, int role)
    {
        foreach (var move in plan.MovesOf(state))
        {
            if (move.Move.Action == action && move.Move.Role == role && move.IsFor(weight) && !move.IsUsedUp(used))
            {
                return move;
            }
        }

        return Refuse(plan, plan.Workflow.States[state], weight, action, role);
    }

    /// <summary>
    /// What usually happens next to such a case: the first open move, whoever makes it, but for urging, which moves nothing; null where it
    /// rests or is stuck.
    /// </summary>
    public static AllowedMove? Usual(WorkflowPlan plan, int state, Weight weight, ReadOnlySpan<byte> used)
    {
        foreach (var move in plan.MovesOf(state))
        {
            if (move.Move.Action != CaseAction.Urge && move.IsFor(weight) && !move.IsUsedUp(used))
            {
                return move;
            }
        }

        return null;
    }

    /// <summary>All moves open now to a role, in the order written: the buttons to show.</summary>
    public static List<AllowedMove> Moves(WorkflowPlan plan, int state, Weight weight, ReadOnlySpan<byte> used, int role)
    {
        List<AllowedMove> open = [];
        foreach (var move in plan.MovesOf(state))
        {
            if (move.Move.Role == role && move.IsFor(weight) && !move.IsUsedUp(used))
            {
                open.Add(move);
            }
        }

        return open;
    }

    private static RefusedMove Refuse(WorkflowPlan plan, WorkflowState state, Weight weight, CaseAction action, int role)
    {
        AllowedMove[] ofAction = [.. plan.MovesOf(state.Index).ToArray().Where(move => move.Move.Action == action)];
        if (ofAction.Length == 0)
        {
            return NoSuchMove(plan, state, action);
        }

        AllowedMove[] ofWeight = [.. ofAction.Where(move => move.IsFor(weight))];
        if (ofWeight.Length == 0)
        {
            return NotForThisWeight(state, weight, action, ofAction);
        }

        AllowedMove[] ofRole = [.. ofWeight.Where(move => move.Move.Role == role)];
        return ofRole.Length == 0
            ? NotForThisRole(plan.Workflow, state, action, role, ofWeight)
            : UsedUp(state, action, ofRole.Sum(move => move.Move.AtMost));
    }

    private static RefusedMove NoSuchMove(WorkflowPlan plan, WorkflowState state, CaseAction action)
    {
        CaseAction[] possible = [.. plan.MovesOf(state.Index).ToArray().Select(move => move.Move.Action).Distinct()];
        var zh = possible.Length == 0 ? "无" : string.Join("、", possible.Select(each => each.Zh()));
        var en = possible.Length == 0 ? "nothing" : string.Join(", ", possible.Select(each => each.En()));
        return new RefusedMove(
            MoveRefusal.NoSuchMove,
            $"“{state.Zh}”时不能{action.Zh()}；可以：{zh}",
            $"nobody can {action.En()} a case that is {state.En}; possible then: {en}");
    }

    private static RefusedMove NotForThisWeight(WorkflowState state, Weight weight, CaseAction action, AllowedMove[] moves)
    {
        Weight[] weights = [.. Enum.GetValues<Weight>().Where(each => moves.Any(move => move.IsFor(each)))];
        var zh = string.Join("、", weights.Select(each => each.Zh()));
        var en = string.Join(", ", weights.Select(each => each.En()));
        return new RefusedMove(
            MoveRefusal.NotForThisWeight,
            $"“{state.Zh}”时{weight.Zh()}案件不能{action.Zh()}；仅限{zh}",
            $"nobody can {action.En()} a {weight.En()} case that is {state.En}; only: {en}");
    }

    private static RefusedMove NotForThisRole(Workflow workflow, WorkflowState state, CaseAction action, int role, AllowedMove[] moves)
    {
        int[] roles = [.. moves.Select(move => move.Move.Role).Distinct()];
        var zh = string.Join("、", roles.Select(each => RoleZh(workflow, each)));
        var en = string.Join(" or ", roles.Select(each => RoleEn(workflow, each)));
        return new RefusedMove(
            MoveRefusal.NotForThisRole,
            $"“{state.Zh}”时{action.Zh()}由{zh}执行，不是{RoleZh(workflow, role)}",
            $"only {en} may {action.En()} a case that is {state.En}, not {RoleEn(workflow, role)}");
    }

    private static RefusedMove UsedUp(WorkflowState state, CaseAction action, int times) => new(
        MoveRefusal.UsedUp,
        $"“{state.Zh}”时{action.Zh()}已用{times}次，达到上限",
        $"'{action.En()}' was already used {(times == 1 ? "once" : $"{times} times")} while the case was {state.En}, as often as a case allows");

    private static string RoleZh(Workflow workflow, int role) => role == SystemRole ? "系统" : workflow.Roles[role].Zh;

    private static string RoleEn(Workflow workflow, int role) => role == SystemRole ? "the system" : $"the {workflow.Roles[role].En}";
}
