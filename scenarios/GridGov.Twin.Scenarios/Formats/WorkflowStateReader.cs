using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>Reads the states of a workflow; roles and states are known by name already, so that moves may lead ahead.</summary>
internal sealed class WorkflowStateReader(Dictionary<string, int> roles, Dictionary<string, int> states)
{
    private const int AllWeights = 7;
    private const string System = "system";

    public WorkflowState Read(int index, string id, YamlValue value)
    {
        var fields = value.Fields(WorkflowFile.State);
        var limit = fields["limit"];
        var isConditions = limit.Is("condition");
        var overdue = fields.Has("overdue") ? ReadOverdue(fields["overdue"]) : null;
        return new WorkflowState(
            index, id, fields["zh"].Text(), fields["en"].Text(), fields["stage"].Word(Words.Stages), fields["level"].Word(Words.Levels),
            fields.Has("role") ? fields["role"].Index(roles, "role") : -1,
            limit.IsMissing || isConditions ? null : limit.Limit(), isConditions,
            fields.Has("case-clock") ? fields["case-clock"].Word(Words.CaseClocks) : CaseClockRule.Keep,
            fields.Has("moves") ? [.. fields["moves"].Items().Select(ReadMove)] : [], overdue);
    }

    private WorkflowMove ReadMove(YamlValue value)
    {
        var fields = value.Fields(WorkflowFile.Move);
        var by = fields["by"];
        return new WorkflowMove(
            fields["does"].Word(Words.Actions),
            by.Is(System) ? -1 : by.Index(roles, "role"),
            fields["to"].Index(states, "state"),
            fields.Has("for") ? fields["for"].Items().Aggregate(0, static (bits, weight) => bits | (1 << (int)weight.Word(Words.Weights))) : AllWeights,
            fields.Has("at-most") ? fields["at-most"].Whole(1, byte.MaxValue) : 0);
    }

    private static OverdueRule ReadOverdue(YamlValue value)
    {
        var fields = value.Fields(WorkflowFile.Overdue);
        var does = fields["does"].Word(Words.Actions);
        if (!fields["does"].IsMissing && does is not (CaseAction.Urge or CaseAction.Escalate))
        {
            fields["does"].Reject("urge or escalate", "the system cannot do this by itself");
        }

        return new OverdueRule(fields.Has("at-share") ? fields["at-share"].Real(0.01, 100) : 1, does);
    }
}
