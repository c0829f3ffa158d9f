using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;

namespace GridGov.Twin.Domain.Cases;

/// <summary>What is named with an <see cref="Act"/>.</summary>
public enum ActNeed : byte
{
    /// <summary>Nothing but the act itself.</summary>
    Nothing,

    /// <summary>A department may be named; else it goes to the one it has.</summary>
    MayNameDepartment,

    /// <summary>Another department than the present one must be named.</summary>
    OtherDepartment,

    /// <summary>The open case to merge into must be named.</summary>
    Case,
}

/// <summary>One thing a role could do to a case now: what must be named with it, or why it may not (null: it may).</summary>
public sealed record CaseChoice(CaseAction Action, int Role, ActNeed Need, RefusedMove? WhyNot);

/// <summary>What people at the controls may do to a case, for the buttons they see, and why not, for the words they read. Changes nothing.</summary>
public static class CaseActions
{
    /// <summary>
    /// Every action the workflow knows in the case's state, in the order written there, for every role that does such a thing anywhere in the
    /// workflow. What the named department or case makes impossible only the case itself can tell.
    /// </summary>
    public static List<CaseChoice> Of(CaseState state, Setting setting)
    {
        var plan = setting.Plan.Workflow;
        var facts = state.Facts;
        List<CaseChoice> choices = [];
        foreach (var action in plan.MovesOf(facts.State).ToArray().Select(move => move.Move.Action).Distinct())
        {
            foreach (var role in plan.Workflow.Roles.Where(role => Does(plan, role.Index, action)))
            {
                var answer = WorkflowInterpreter.Ask(plan, facts.State, (Weight)facts.Weight, state.Used, action, role.Index);
                choices.Add(new CaseChoice(action, role.Index, NeedOf(plan, action, answer as AllowedMove), answer as RefusedMove));
            }
        }

        return choices;
    }

    /// <summary>Whether an officer can be sent to do what the case waits for.</summary>
    public static bool CanSendOfficer(CaseState state) => state.Facts.Worker.Kind == Grain.Team;

    /// <summary>The reason of a refusal in words, as far as the event tells it.</summary>
    public static RefusedMove Explain(in ActRefused refused, Setting setting)
    {
        var plan = setting.Plan.Workflow;
        var isInPlan = refused.Role >= WorkflowInterpreter.SystemRole && refused.Role < plan.Workflow.Roles.Length && refused.Action <= CaseAction.Merge;
        if (isInPlan && refused.State != ActRefused.NoState)
        {
            var all = new byte[plan.BoundedMoves];
            Array.Fill(all, byte.MaxValue);
            foreach (var used in (byte[][])[new byte[plan.BoundedMoves], all])
            {
                foreach (var weight in Enum.GetValues<Weight>())
                {
                    var answer = WorkflowInterpreter.Ask(plan, refused.State, weight, used, refused.Action, refused.Role);
                    if (answer is RefusedMove same && same.Why == refused.Why)
                    {
                        return same;
                    }
                }
            }
        }

        return new RefusedMove(refused.Why, refused.Why.Zh(), refused.Why.En());
    }

    private static bool Does(WorkflowPlan plan, int role, CaseAction action) =>
        Array.Exists(plan.Workflow.States, state => Array.Exists(state.Moves, move => move.Role == role && move.Action == action));

    private static ActNeed NeedOf(WorkflowPlan plan, CaseAction action, AllowedMove? allowed) => action switch
    {
        CaseAction.Merge => ActNeed.Case,
        CaseAction.Transfer => ActNeed.OtherDepartment,
        CaseAction.Dispatch when allowed is not null && GoesToDepartment(plan, allowed.Move.To) => ActNeed.MayNameDepartment,
        _ => ActNeed.Nothing,
    };

    private static bool GoesToDepartment(WorkflowPlan plan, int state) =>
        plan.Workflow.States[state].Role is >= 0 and var role && plan.Workflow.Roles[role].Performer == Performer.Department;
}
