using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Workflows;

namespace GridGov.Twin.Domain.Tests.Workflows;

/// <summary>Writes a workflow by ids, the way the files do. An id nobody declared becomes the number 99, so that broken ones can be written too.</summary>
internal sealed class WorkflowSketch
{
    private readonly List<WorkflowRole> _roles = [];
    private readonly List<(WorkflowState State, string? Role, Go[] Moves)> _states = [];

    /// <summary>One move: who (null: the system) does what, and where it leads.</summary>
    public sealed record Go(CaseAction Action, string? Role, string To, int AtMost = 0, int Weights = 7);

    public WorkflowSketch Role(string id, Performer performer = Performer.Nobody)
    {
        _roles.Add(new WorkflowRole(_roles.Count, id, id + "员", id, performer, Level.District));
        return this;
    }

    public WorkflowSketch State(string id, Stage stage, string? role, CaseClockRule clock, params Go[] moves)
    {
        _states.Add((new WorkflowState(_states.Count, id, id + "态", id, stage, Level.District, -1, null, false, clock, [], null), role, moves));
        return this;
    }

    public WorkflowSketch Limit(Limit limit) => Change(state => state with { Limit = limit });

    public WorkflowSketch LimitFromCondition() => Change(state => state with { LimitFromCondition = true });

    public WorkflowSketch Overdue(CaseAction action, double atShare = 1) => Change(state => state with { Overdue = new OverdueRule(atShare, action) });

    public Workflow Draw() => new("sketch", "草图", "Sketch", [.. _roles],
        [.. _states.Select((each, index) => each.State with
        {
            Index = index,
            Role = RoleIndex(each.Role),
            Moves = [.. each.Moves.Select(go => new WorkflowMove(go.Action, RoleIndex(go.Role), StateIndex(go.To), go.Weights, go.AtMost))],
        })]);

    private WorkflowSketch Change(Func<WorkflowState, WorkflowState> change)
    {
        _states[^1] = _states[^1] with { State = change(_states[^1].State) };
        return this;
    }

    private int RoleIndex(string? id) => id is null ? -1 : Known(_roles.FindIndex(role => role.Id == id));

    private int StateIndex(string id) => Known(_states.FindIndex(each => each.State.Id == id));

    private static int Known(int index) => index < 0 ? 99 : index;
}
