using System.Collections.Concurrent;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Building;

namespace GridGov.Twin.Scenarios.Tests.Building;

public class ShippedScenarioTests
{
    public static TheoryData<string> Names => ["dongcheng", "first-day", "mmc", "quiet-village", "storm-night"];

    // Districts take seconds to generate; plans never change.
    private static readonly ConcurrentDictionary<string, BuiltScenario> Once = new(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_scenario_can_be_built(string name)
    {
        var built = Build(name);
        built.Plan.Name.ShouldBe(name);
        built.Plan.Desks.Select(desk => desk.Index).ShouldBe(Enumerable.Range(0, built.Plan.Desks.Length));
        File.Exists(Tree.Shipped($"{name}/README.md")).ShouldBeTrue();
    }

    [Fact]
    public void The_first_day_is_a_town_of_sixty_officers()
    {
        var plan = Build("first-day").Plan;
        plan.City.Cells.Length.ShouldBe(240);
        plan.Officers.Length.ShouldBe(60);
        plan.Teams.Length.ShouldBe(3);
        plan.Kinds.Length.ShouldBe(423);
    }

    [Fact]
    public void Dongcheng_has_the_published_size()
    {
        var plan = Build("dongcheng").Plan;
        plan.City.Cells.Length.ShouldBe(1540);
        plan.Officers.Length.ShouldBe(350);
        plan.Departments.Length.ShouldBe(20);
    }

    [Theory]
    [InlineData("first-day", 200)]
    [InlineData("quiet-village", 6)]
    public void The_districts_demand_is_what_the_file_says(string name, double perDay)
    {
        var plan = Build(name).Plan;
        var total = plan.City.Cells.Sum(cell => plan.Demand.CellFactor[cell.Index] * plan.Demand.Kinds.Sum(kind => kind.PerCellDay[(int)cell.Kind]));
        total.ShouldBe(perDay, perDay * 1e-9);
    }

    [Fact]
    public void Every_group_of_officers_walks_every_cell_of_its_streets_once()
    {
        var plan = Build("first-day").Plan;
        foreach (var group in plan.Officers.GroupBy(officer => officer.Shifts[0].Name))
        {
            group.SelectMany(officer => officer.Beat).Order().ShouldBe(Enumerable.Range(0, 240));
            foreach (var team in group.GroupBy(officer => officer.Team))
            {
                (team.Max(officer => officer.Beat.Length) - team.Min(officer => officer.Beat.Length)).ShouldBeLessThanOrEqualTo(1);
                team.SelectMany(officer => officer.Beat).ShouldAllBe(cell => plan.City.StreetOf(plan.City.Cells[cell].Community) == plan.Teams[team.Key].Org);
            }
        }
    }

    [Fact]
    public void The_desk_alone_is_the_queue_of_the_formula()
    {
        var plan = Build("mmc").Plan;
        var desk = plan.Desks.ShouldHaveSingleItem();
        desk.Shifts.ShouldBe([new Shift("00:00-24:00", 0, 86_400_000, DutyDays.Every, 10)]);
        desk.Capacity.ShouldBe(0);
        var calls = plan.Calls.ShouldHaveSingleItem();
        (calls.PerHour, calls.Work.MeanMs, calls.Patience, calls.Desk).ShouldBe((8.0, 3_600_000.0, null, desk.Index));
        plan.Demand.Kinds.ShouldBeEmpty();
    }

    [Fact]
    public void Streets_have_desks_of_their_own_in_jimo()
    {
        var plan = Build("quiet-village").Plan;
        plan.Desks.Where(desk => desk.Level == Level.Street && desk.Role >= 0).Count().ShouldBe(2);
        plan.Desks.Count(desk => desk.Department >= 0).ShouldBe(2 * plan.Departments.Length);
    }

    [Fact]
    public void Building_twice_gives_the_same_plan()
    {
        var (once, twice) = (Build("first-day").Plan, ScenarioBuilder.Load(Tree.Shipped("first-day")).Plan);
        twice.Demand.CellFactor.ShouldBe(once.Demand.CellFactor);
        twice.Officers.SelectMany(officer => officer.Beat).ShouldBe(once.Officers.SelectMany(officer => officer.Beat));
    }

    [Fact]
    public void Rhythms_have_a_mean_of_one()
    {
        foreach (var rhythm in Build("first-day").Plan.Demand.Rhythms)
        {
            rhythm.ByHour.Average().ShouldBe(1, 1e-12);
            rhythm.ByWeekday.Average().ShouldBe(1, 1e-12);
            rhythm.ByMonth.Average().ShouldBe(1, 1e-12);
        }
    }

    private static BuiltScenario Build(string name) => Once.GetOrAdd(name, _ => ScenarioBuilder.Load(Tree.Shipped(name)));
}
