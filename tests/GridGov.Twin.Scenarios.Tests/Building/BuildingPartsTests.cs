using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Catalogue;

namespace GridGov.Twin.Scenarios.Tests.Building;

public class BuildingPartsTests
{
    [Fact]
    public void Later_lines_about_kinds_override_earlier_ones_key_by_key()
    {
        var plan = ScenarioSketch.Build(ScenarioSketch.Lines(
            "kinds:", "  E0110.1: {weight: serious}", "  \"*\": {merge-within: 90 m}")).Plan;
        var rubbish = plan.Kinds[KindPattern.Find(plan.Catalogue, "E0110.1").Single()];
        (rubbish.Weight, rubbish.MergeWithinM, rubbish.CallsPerHour, rubbish.Sensors).ShouldBe(
            (Domain.Catalogue.Weight.Serious, 90.0, 0.04, 1 << (int)DeviceKind.Camera));
        plan.Departments[rubbish.Department].Id.ShouldBe("sanitation");
        rubbish.Lasts.ShouldBeNull();
    }

    [Fact]
    public void A_mix_line_gives_its_share_by_frequency_and_cells_by_their_factors()
    {
        var plan = ScenarioSketch.Build(ScenarioSketch.Lines(
            "kinds: {\"E04*\": {frequency: 1}, E0401*: {frequency: 3}}",
            "demand: {incidents-per-day: 1000, cells-differ-by: nothing}")).Plan;
        double PerDay(string pattern) => KindPattern.Find(plan.Catalogue, pattern).Sum(kind =>
            plan.Demand.Kinds.Where(demand => demand.Kind == kind).Sum(demand => plan.City.Cells.Sum(cell => demand.PerCellDay[(int)cell.Kind])));
        PerDay("E04*").ShouldBe(142, 1e-9);
        PerDay("*").ShouldBe(1000, 1e-9);
        PerDay("E0401.1").ShouldBe(142.0 * 3 / (3 + Others(plan, "E04*", "E0401*", "E0405*", "E0406*", "E0410*") + (6 * 1) + (5 * 1) + (6 * 1)), 1e-9);
    }

    [Fact]
    public void A_surge_knows_its_time_kinds_and_cells()
    {
        var plan = ScenarioSketch.Build(ScenarioSketch.Lines(
            "surges:",
            "  - {name: s, day: 2, from: \"22:00\", lasts: 6 h, kinds: [E0506*], where: {street: 1, share: 0.5}, factor: 3, weather: storm}")).Plan;
        var surge = plan.Demand.Surges.ShouldHaveSingleItem();
        (surge.From, surge.To).ShouldBe((new Instant(46L * 3_600_000), new Instant(52L * 3_600_000)));
        surge.Kinds.Count(concerned => concerned).ShouldBe(1);
        surge.Weather.ShouldBe(Weather.Storm);
        var street = plan.City.Org.First(unit => unit.Level == Level.Street).Index;
        var inStreet = plan.City.Cells.Count(cell => plan.City.StreetOf(cell.Community) == street);
        surge.Cells.Length.ShouldBe((inStreet + 1) / 2);
        surge.Cells.ShouldAllBe(cell => plan.City.StreetOf(plan.City.Cells[cell].Community) == street);
    }

    [Fact]
    public void A_scripted_incident_stands_in_the_middle_of_its_cell()
    {
        var plan = ScenarioSketch.Build(ScenarioSketch.Lines(
            "script: [{day: 1, at: \"09:30\", kind: E0501.1, count: 2, where: {cell-kind: residential, share: 0.01}}]")).Plan;
        var burst = plan.Script.ShouldHaveSingleItem();
        (burst.At, burst.Count).ShouldBe((new Instant(34_200_000), 2));
        burst.Place.ShouldBe(plan.City.Cells[burst.Cell].Centre);
        plan.City.Cells[burst.Cell].Kind.ShouldBe(CellKind.Residential);
    }

    [Fact]
    public void Teams_of_the_district_cut_compact_beats_alike_in_size()
    {
        var plan = ScenarioSketch.Build([.. ScenarioSketch.Lines()[..8], "officers: {count: 6, teams: district, policy: least-loaded}"]).Plan;
        plan.Teams.ShouldHaveSingleItem().Policy.ShouldBe(DispatchPolicy.LeastLoaded);
        plan.Officers.SelectMany(officer => officer.Beat).Order().ShouldBe(Enumerable.Range(0, 20));
        plan.Officers.Select(officer => officer.Beat.Length).Order().ShouldBe([3, 3, 3, 3, 4, 4]);
        plan.Officers[0].PatrolMps.ShouldBe(4 / 3.6, 1e-12);
    }

    [Fact]
    public void Holidays_and_make_up_days_reach_the_calendar()
    {
        var calendar = ScenarioSketch.Build(
            [.. ScenarioSketch.Lines().Select(line => line.Replace("2025-06-09", "2025-09-27", StringComparison.Ordinal))]).Plan.Calendar;
        Enumerable.Range(0, 13).Select(calendar.IsWorkingDay).ShouldBe(
            [false, true, true, true, false, false, false, false, false, false, false, false, true]);
    }

    [Fact]
    public void Cells_differ_by_area_in_proportion()
    {
        var plan = ScenarioSketch.Build(ScenarioSketch.Lines("demand: {cells-differ-by: area}")).Plan;
        foreach (var alike in plan.City.Cells.GroupBy(cell => cell.Kind))
        {
            alike.Average(cell => plan.Demand.CellFactor[cell.Index]).ShouldBe(1, 1e-12);
            alike.Select(cell => plan.Demand.CellFactor[cell.Index] / cell.AreaM2).Distinct().Max().ShouldBe(
                alike.Select(cell => plan.Demand.CellFactor[cell.Index] / cell.AreaM2).Min(), 1e-12);
        }
    }

    // How many conditions a pattern names beyond those of the others.
    private static int Others(WorldPlan plan, string pattern, params string[] without) =>
        KindPattern.Find(plan.Catalogue, pattern).Except(without.SelectMany(other => KindPattern.Find(plan.Catalogue, other))).Count();
}
