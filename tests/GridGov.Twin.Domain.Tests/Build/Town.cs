using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Tests.Build;

/// <summary>
/// Builds small districts for tests on a <see cref="Lattice"/>. As it stands nothing happens by chance and nobody is on patrol;
/// each method changes one thing. One acceptor, dispatcher and leader desk, two departments and a hotline, all with ample staff.
/// </summary>
internal sealed class Town
{
    public const int Acceptors = 0;
    public const int Dispatchers = 1;
    public const int Leaders = 2;
    public const int FirstDepartment = 3;
    public const int SecondDepartment = 4;
    public const int Hotline = 5;
    private const int AmplePeople = 100;

    public Town(int across, int down, params (DeviceKind Kind, int Cell)[] devices)
    {
        var city = Lattice.City(across, down, devices);
        Plan = new WorldPlan(
            "town", city, new Travel(city), Rules.Catalogue, new WorkflowPlan(Loop.Workflow), Rules.Calendar,
            [new Department(0, "first", "一局", "First bureau"), new Department(1, "second", "二局", "Second bureau")],
            [.. Rules.Catalogue.Conditions.Select(kind => Rules.Unseen(kind.Index))],
            Rules.NoDemand(city.Cells.Length),
            [new TeamPlan(0, "team", Lattice.Street, DispatchPolicy.NearestFree, [])],
            [],
            [
                Desk(Acceptors, Loop.Role("acceptor"), -1), Desk(Dispatchers, Loop.Role("dispatcher"), -1), Desk(Leaders, Loop.Role("leader"), -1),
                Desk(FirstDepartment, -1, 0), Desk(SecondDepartment, -1, 1), Desk(Hotline, -1, -1),
            ],
            null, [],
            new DeviceRules(1, Distribution.Constant(Rules.MinuteMs), 0, null, Distribution.Constant(Rules.HourMs)),
            Rules.Plain, []);
    }

    public WorldPlan Plan { get; private set; }

    public Setting Setting => new(Plan);

    public World<DistrictModel> World(ulong seed) => Beginning.NewWorld(Setting, seed);

    public Town Change(Func<WorldPlan, WorldPlan> change)
    {
        Plan = change(Plan);
        return this;
    }

    public Town Policy(DispatchPolicy policy) => Change(plan => plan with { Teams = [plan.Teams[0] with { Policy = policy }] });

    /// <summary>An officer who waits in the first cell of his beat, or walks it.</summary>
    public Town Officer(int[] beat, Shift[]? shifts = null, bool patrols = false, double speedMps = 5) => Change(plan =>
    {
        var index = plan.Officers.Length;
        var officer = new OfficerPlan(
            index, string.Create(CultureInfo.InvariantCulture, $"officer-{index}"), 0, beat, shifts ?? Rules.AllDay(1),
            PatrolMps: 1, TaskMps: speedMps, Distribution.Constant(5 * Rules.MinuteMs), patrols);
        return plan with { Officers = [.. plan.Officers, officer], Teams = [plan.Teams[0] with { Officers = [.. plan.Teams[0].Officers, index] }] };
    });

    /// <summary>So many patrolling officers, the cells dealt out among them like cards.</summary>
    public Town Patrols(int officers, Func<int, Shift[]>? shifts = null)
    {
        for (var i = 0; i < officers; i++)
        {
            int[] beat = [.. Enumerable.Range(0, Plan.City.Cells.Length).Where(cell => cell % officers == i)];
            Officer(beat, shifts?.Invoke(i), patrols: true);
        }

        return this;
    }

    public Town Kind(int kind, Func<KindProfile, KindProfile> change) => Change(plan =>
        plan with { Kinds = [.. plan.Kinds.Select(profile => profile.Index == kind ? change(profile) : profile)] });

    public Town EveryKind(Func<KindProfile, KindProfile> change) => Change(plan => plan with { Kinds = [.. plan.Kinds.Select(change)] });

    public Town ChangeDesk(int desk, Func<DeskPlan, DeskPlan> change) => Change(plan =>
        plan with { Desks = [.. plan.Desks.Select(each => each.Index == desk ? change(each) : each)] });

    public Town People(int desk, int people) => ChangeDesk(desk, each => each with { Shifts = Rules.AllDay(people) });

    public Town Demand(double perCellDay) => Change(plan => plan with { Demand = Rules.Demand(plan.City.Cells.Length, perCellDay) });

    public Town Conduct(Func<Conduct, Conduct> change) => Change(plan => plan with { Conduct = change(plan.Conduct) });

    /// <summary>Residents reach the hotline desk instead of an app.</summary>
    public Town Telephone(Distribution? patience = null, double callsAgain = 0) => Change(plan => plan with
    {
        Hotline = new HotlinePlan(Hotline, Distribution.Exponential(3 * Rules.MinuteMs), patience, callsAgain, Distribution.Exponential(10 * Rules.MinuteMs)),
    });

    private static DeskPlan Desk(int index, int role, int department)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"desk-{index}");
        return new(index, id, id, id, Level.District, Lattice.District, role, department, Rules.AllDay(AmplePeople), 0);
    }
}
