using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Scenarios.Drills;

/// <summary>
/// Plays all parts of a drill at once as its script wants it: does what is expected as soon as the world allows it, and takes up at once whatever
/// else waits at the players' desks, by its usual move. What an evaluator must see is taken as done.
/// </summary>
internal sealed class IdealPlayer(DrillPlan plan, ExerciseBook book)
{
    /// <summary>What he is called where people's names stand.</summary>
    public const string Name = "rehearsal";

    private readonly HashSet<int> _roles =
        [.. plan.Scenario.Plan.Workflow.Workflow.Roles.Where(role => Array.Exists(plan.File.Players, player => player.Role.Value == role.Id)).Select(role => role.Index)];
    private long _inputs;

    /// <summary>Looks up from his desk and does what is to be done.</summary>
    public void Look(World<DistrictModel> world)
    {
        foreach (var expected in plan.Exercise.Expected.Where(one => book.Expected[one.Index].Standing == Standing.Awaited))
        {
            Do(expected, world);
        }

        foreach (var (number, state) in world.Model.Cases.InOrder.ToArray())
        {
            if (CaseActions.Of(state, world.Model.Setting).Find(IsUsual) is { } usual)
            {
                Post(world, new GrainId(Grain.Case, number), reference => Body.Of(Act(reference, usual, Domain.Cases.Act.SameDepartment)));
            }
        }
    }

    private bool IsUsual(CaseChoice choice) =>
        _roles.Contains(choice.Role) && choice.WhyNot is null && choice.Action is not CaseAction.Urge && choice.Need is ActNeed.Nothing or ActNeed.MayNameDepartment;

    private void Do(ExpectedAction expected, World<DistrictModel> world)
    {
        switch (expected.Deed)
        {
            case Deed.Act when expected.Role >= 0:
                Move(expected, world);
                break;
            case Deed.SendOfficer:
                Send(expected, world);
                break;
            case Deed.Report:
                var cell = Math.Max(0, expected.Cell);
                var at = Spot.Of(plan.Scenario.Plan.City.Cells[cell].Centre);
                Post(world, Grain.SceneOf(cell), reference => Body.Of(
                    new LoggedIncident(IncidentKey.OfInput(reference), at, Math.Max(0, expected.Kind), (int)Channel.Centre)));
                break;
            case Deed.Observed:
                Post(world, Grain.TheExercise, reference => Body.Of(new JudgeAction(reference, expected.Index, Standing.Met)));
                break;
        }
    }

    private void Move(ExpectedAction expected, World<DistrictModel> world)
    {
        foreach (var number in book.CasesOf(expected.Inject).ToArray())
        {
            var choice = world.Model.Cases.Find(number) is { } state
                ? CaseActions.Of(state, world.Model.Setting).Find(one => one.Action == expected.Action && one.Role == expected.Role && one.WhyNot is null)
                : null;
            if (choice is { Need: not ActNeed.Case })
            {
                var department = expected.Department < 0 ? Domain.Cases.Act.SameDepartment : (ushort)expected.Department;
                Post(world, new GrainId(Grain.Case, number), reference => Body.Of(Act(reference, choice, department)));
            }
        }
    }

    // To the work a case of the inject waits for, or, where nobody knows of it yet, to the place.
    private void Send(ExpectedAction expected, World<DistrictModel> world)
    {
        foreach (var number in book.CasesOf(expected.Inject))
        {
            if (world.Model.Cases.Find(number) is { } state && CaseActions.CanSendOfficer(state) && OnDuty(world, (int)state.Facts.Worker.Number) is { } sent)
            {
                Post(world, new GrainId(Grain.Case, number), reference => Body.Of(new SendOfficer(reference, -1, sent)));
                return;
            }
        }

        if (plan.Exercise.Injects[expected.Inject].Incidents is [var incident, ..] && OnDuty(world, world.Model.Setting.TeamOf(incident.Cell)) is { } officer)
        {
            Post(world, Grain.OfficerOf(officer), reference => Body.Of(new VisitCell(reference, incident.Cell)));
        }
    }

    private int? OnDuty(World<DistrictModel> world, int team)
    {
        foreach (var officer in plan.Scenario.Plan.Teams[team].Officers)
        {
            if (world.Model.Officers[officer].Facts is { ShiftOver: 0, Doing: not Doing.Off })
            {
                return officer;
            }
        }

        return null;
    }

    private static Act Act(long reference, CaseChoice choice, ushort department) =>
        new(reference, -1, choice.Role, choice.Action, 0, department, GrainId.None);

    private void Post(World<DistrictModel> world, GrainId to, Func<long, Body> message) =>
        world.Post(to, message(_inputs++), world.Now, Input.Priority);
}
