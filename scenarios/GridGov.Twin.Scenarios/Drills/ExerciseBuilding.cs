using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Drills;

/// <summary>Makes the exercise of a drill: looks names up in the scenario, and finds what cannot be.</summary>
internal sealed class ExerciseBuilding
{
    private const int None = -1;
    private const int MostIncidents = 100;
    private readonly DrillFile _file;
    private readonly BuiltScenario _scenario;
    private readonly List<Finding> _findings = [];
    private readonly CellChoice _cells;

    private ExerciseBuilding(DrillFile file, BuiltScenario scenario)
    {
        (_file, _scenario) = (file, scenario);
        _cells = new CellChoice(scenario.Plan.City, _findings);
    }

    private WorldPlan Plan => _scenario.Plan;

    /// <exception cref="InputRejectedException">The drill does not fit the scenario.</exception>
    public static ExercisePlan Build(DrillFile file, BuiltScenario scenario)
    {
        var building = new ExerciseBuilding(file, scenario);
        Array.ForEach(file.Players, player => building.CheckRole(player));
        var exercise = new ExercisePlan(
            file.Begins, file.Begins + file.Lasts, [.. file.Injects.Select(building.Inject)], [.. file.Expected.Select(building.Await)],
            file.Objectives.Length);
        return building._findings.Count == 0 ? exercise : throw new InputRejectedException(building._findings);
    }

    private InjectPlan Inject(InjectSection inject, int index)
    {
        InjectedIncident[] incidents = [.. inject.Brings.SelectMany(Brought)];
        if (incidents.Length > MostIncidents)
        {
            _findings.Add(inject.Id.Finding($"at most {MostIncidents} cells", $"the inject brings {incidents.Length} incidents"));
        }

        var watched = inject.Watched is { } name ? Array.FindIndex(_file.Expected, action => action.Id.Value == name.Value) : None;
        return new InjectPlan(index, inject.Trigger, watched, inject.After, incidents);
    }

    private InjectedIncident[] Brought(BroughtSection brought)
    {
        var kind = KindOf(brought.Kind);
        return kind < 0 ? [] : [.. _cells.Find(brought.Where)
            .Select(cell => new InjectedIncident(kind, cell, Plan.City.Cells[cell].Centre, brought.By, brought.IsImagined))];
    }

    private ExpectedAction Await(ActionSection action, int index)
    {
        var player = action.Player is { } id ? Array.Find(_file.Players, one => one.Id.Value == id.Value) : null;
        var role = player is null || action.Deed != Deed.Act ? None : Array.FindIndex(Plan.Workflow.Workflow.Roles, one => one.Id == player.Role.Value);
        if (action.Deed == Deed.Act && (player is null || role >= 0))
        {
            CheckMove(action, role);
        }

        return new ExpectedAction(
            index, Array.FindIndex(_file.Injects, inject => inject.Id.Value == action.Inject.Value), action.Deed, action.Action, role,
            action.To is { } department ? DepartmentOf(department) : None, action.Kind is { } kind ? KindOf(kind) : None,
            action.Where is { } where ? CellOf(where) : None, action.Within);
    }

    private void CheckMove(ActionSection action, int role)
    {
        var workflow = Plan.Workflow.Workflow;
        if (!workflow.States.SelectMany(state => state.Moves).Any(move => move.Action == action.Action && (role < 0 || move.Role == role)))
        {
            _findings.Add(action.Id.Finding(
                $"an action that workflow {workflow.Id} knows",
                $"nobody can {Words.Of(action.Action)} as {(role < 0 ? "anybody" : workflow.Roles[role].Id)}"));
        }
    }

    // Officers and departments stay simulated: they are out in the streets.
    private void CheckRole(PlayerSection player)
    {
        WorkflowRole[] roles = [.. Plan.Workflow.Workflow.Roles.Where(role => role.Performer is Performer.Desk or Performer.Nobody)];
        if (!Array.Exists(roles, role => role.Id == player.Role.Value))
        {
            _findings.Add(player.Role.Finding(
                NearestWord.Expected(player.Role.Value, [.. roles.Select(role => role.Id)]), $"workflow {Plan.Workflow.Workflow.Id} has no role of this name for a player"));
        }
    }

    private int KindOf(Marked<string> key)
    {
        var kinds = _scenario.File.FindKinds(key, _findings);
        if (kinds.Length > 1)
        {
            _findings.Add(key.Finding("one filing condition such as E0501.1", "an incident is of one kind"));
        }

        return kinds.Length == 1 ? kinds[0] : None;
    }

    private int DepartmentOf(Marked<string> id)
    {
        var index = Array.FindIndex(Plan.Departments, department => department.Id == id.Value);
        if (index < 0)
        {
            _findings.Add(id.Finding(NearestWord.Expected(id.Value, [.. Plan.Departments.Select(department => department.Id)]), "no such department"));
        }

        return index;
    }

    private int CellOf(WhereSection where)
    {
        var cells = _cells.Find(where);
        if (cells.Length > 1)
        {
            _findings.Add(new Finding(where.Mark.File, where.Mark.Line, "", "one cell", $"the report is expected in {cells.Length} cells"));
        }

        return cells.Length == 1 ? cells[0] : None;
    }
}
