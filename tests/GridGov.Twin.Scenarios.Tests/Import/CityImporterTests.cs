using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Scenarios.Import;
using GridGov.Twin.Scenarios.Tests.CityFiles;
using GridGov.Twin.Scenarios.Tests.Geo;

namespace GridGov.Twin.Scenarios.Tests.Import;

public sealed class CityImporterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_town_becomes_a_city_that_keeps_every_law()
    {
        var result = Import(Town(20, 15));
        result.City.Buildings.Length.ShouldBe(300);
        result.Findings.Notes.ShouldBeEmpty();
        result.City.Org.Count(unit => unit.Level == Level.Community).ShouldBeInRange(9, 12);
        CityLaws.Check(result.City);
    }

    [Fact]
    public void The_same_file_gives_the_same_city_and_another_seed_another()
    {
        var file = _folder.Write("town.geojson", Town(12, 9).ToString());
        var once = CityText.Of(CityImporter.Import(new ImportOptions(file, "甲")).City);
        CityText.Of(CityImporter.Import(new ImportOptions(file, "甲")).City).ShouldBe(once);
        CityText.Of(CityImporter.Import(new ImportOptions(file, "甲") { Seed = 2 }).City).ShouldNotBe(once);
    }

    [Fact]
    public void One_lonely_house_is_a_district_of_one_cell_with_one_street_node()
    {
        var city = Import(new MapFile().Box(0, 0, 12)).City;
        (city.Cells.Length, city.Buildings.Length, city.Streets.Nodes.Length).ShouldBe((1, 1, 1));
        city.Cells[0].Code.ShouldBe("990101001001001");
        CityLaws.Check(city);
    }

    [Fact]
    public void Far_apart_villages_are_joined_by_chains_of_cells_and_not_by_a_plain_full_of_them()
    {
        var map = new MapFile();
        foreach (var (east, north) in new[] { (0, 0), (6_000, 500), (2_500, 7_000) })
        {
            for (var i = 0; i < 9; i++)
                map.Box(east + (i % 3 * 40), north + (i / 3 * 40), 15);
        }

        var result = Import(map);
        result.Findings.Notes.Single().Outcome.ShouldBe(ImportOutcome.Joined);
        result.City.Cells.Length.ShouldBeInRange(100, 200);
        result.City.Buildings.Length.ShouldBe(27);
        CityLaws.Check(result.City);
    }

    [Fact]
    public void A_ring_that_crosses_itself_is_left_out_and_a_pinched_one_repaired_and_both_are_listed()
    {
        var map = Town(3, 3)
            .Ring("{}", (250, 50), (290, 90), (290, 50), (250, 90), (250, 50))
            .Ring("{}", (250, 0), (270, 0), (270, 20), (290, 20), (290, 40), (270, 40), (270, 20), (250, 20), (250, 0));
        var result = Import(map);
        result.Findings.Notes.Select(note => (note.Outcome, note.Finding.Line)).ShouldBe([(ImportOutcome.LeftOut, 11), (ImportOutcome.Repaired, 12)], result.Findings.Notes[1].ToString());
        result.Findings.Notes[0].Finding.Value.ShouldStartWith("Self-intersection at [120.00");
        result.City.Buildings.Length.ShouldBe(10);
        Outlines.AreaM2(result.City.Buildings[9].Outline).ShouldBe(800, 8);
    }

    [Fact]
    public void A_footprint_met_twice_is_one_building_that_knows_what_both_said()
    {
        var result = Import(Town(2, 2).Box(300, 0, 20, """{"name":"一号楼"}""").Box(300, 0, 20, """{"height":40}"""));
        result.Findings.Count(ImportOutcome.Duplicate).ShouldBe(1);
        result.City.Buildings.Length.ShouldBe(5);
        (result.City.Buildings[4].Name, result.City.Buildings[4].HeightM).ShouldBe(("一号楼", 40));
    }

    [Fact]
    public void With_a_boundary_the_cells_tile_it_and_buildings_outside_are_listed()
    {
        var result = Import(Town(10, 10).Box(5_000, 0, 20), boundary: new MapFile().Box(-100, -100, 1_250, 1_130, "{}"));
        Outlines.AreaM2(result.City.Boundary).ShouldBe(1_250 * 1_130, 100);
        result.Findings.Notes.Single().Outcome.ShouldBe(ImportOutcome.OutsideBoundary);
        result.Findings.Notes.Single().Finding.Line.ShouldBe(102);
        CityLaws.Check(result.City);
    }

    [Fact]
    public void Any_boundary_is_tiled_by_cells()
    {
        for (var seed = 1UL; seed <= 12; seed++)
        {
            var chance = ChanceStream.For(seed, 0, 0);
            var corners = 5 + chance.Below(40);
            var star = new (double, double)[corners + 1];
            for (var i = 0; i < corners; i++)
            {
                var (radiusM, angle) = (150 + (chance.Unit() * 900), 2 * Math.PI * i / corners);
                star[i] = (50 + (radiusM * Math.Cos(angle)), 50 + (radiusM * Math.Sin(angle)));
            }

            star[corners] = star[0];
            var result = Import(Town(2, 2), new MapFile().Ring("{}", star));
            try
            {
                CityLaws.Check(result.City);
            }
            catch (ShouldAssertException broken)
            {
                Assert.Fail($"Seed {seed}: {broken.Message}");
            }
        }
    }

    [Fact]
    public void Heights_come_from_height_or_levels_or_the_area_and_nonsense_is_listed()
    {
        var result = Import(new MapFile()
            .Box(0, 0, 20, """{"height":31}""").Box(50, 0, 20, """{"building:levels":"6"}""").Box(100, 0, 20, """{"height":"12.5 m"}""")
            .Box(150, 0, 20, """{"height":-3}""").Box(200, 0, 20, """{"height":"tall"}""").Box(250, 0, 5));
        result.City.Buildings.Select(b => b.HeightM).ShouldBe([31, 19.2, 12.5, 19.2, 19.2, 3.2], 1e-9);
        result.City.Buildings.Select(b => b.Floors).ShouldBe([10, 6, 4, 6, 6, 1]);
        result.Findings.Notes.Select(note => (note.Outcome, note.Finding.Value)).ShouldBe([(ImportOutcome.DefaultUsed, "-3"), (ImportOutcome.DefaultUsed, "tall")]);
        result.Findings.HeightsGiven.ShouldBe(3);
    }

    [Fact]
    public void Households_follow_the_floor_area_of_homes()
    {
        var homes = """{"building":"apartments","building:levels":10}""";
        var city = Import(Town(10, 10, homes)).City;
        city.Buildings.ShouldAllBe(building => building.Use == LandUse.Housing && building.Floors == 10);
        // 100 houses of 20 m × 20 m × 10 floors at 90 m² and 2.6 people a household.
        city.Buildings.Sum(building => building.Households).ShouldBeInRange(4_414, 4_474);
        city.Buildings.Sum(building => building.Residents).ShouldBeInRange(11_300, 11_810);
        city.Cells.Where(cell => city.Buildings.Any(building => building.Cell == cell.Index)).ShouldAllBe(cell => cell.Kind == CellKind.Residential);
    }

    [Fact]
    public void Other_geometries_are_passed_over_and_listed()
    {
        var result = Import(Town(2, 2).Point(10, 10).Road("{}", (0, 0), (9, 9)));
        result.Findings.Notes.Select(note => (note.Outcome, note.Finding.Value)).ShouldBe([(ImportOutcome.Skipped, "Point"), (ImportOutcome.Skipped, "LineString")]);
    }

    [Fact]
    public void Nothing_to_build_from_is_refused() => Reject(new MapFile().Point(0, 0)).Message.ShouldBe("the file holds no footprint that can be used");

    [Fact]
    public void Buildings_all_outside_the_boundary_are_refused() =>
        Reject(Town(2, 2), new MapFile().Box(5_000, 0, 500)).Message.ShouldBe("every building lies outside the boundary");

    [Fact]
    public void A_boundary_that_crosses_itself_is_refused()
    {
        var finding = Reject(Town(2, 2), new MapFile().Ring("{}", (0, 0), (500, 500), (500, 0), (0, 500), (0, 0)));
        (finding.File, finding.Line).ShouldBe((_folder.Path("boundary.geojson"), 2));
        finding.Message.ShouldStartWith("feature 1: the boundary cannot be used");
    }

    [Fact]
    public void Too_many_cells_are_refused_with_their_number()
    {
        var finding = Reject(Town(2, 2), new MapFile().Box(-10_000, -10_000, 20_000));
        finding.Value.ShouldStartWith("about 4000");
        finding.Expected.ShouldStartWith("at most 16000 cells");
    }

    [Fact]
    public void A_district_as_wide_as_a_country_is_refused() =>
        Reject(Town(2, 2).Box(400_000, 0, 20)).Value.ShouldStartWith("400 km by");

    [Theory]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("44030x")]
    public void A_division_that_is_not_six_digits_is_refused(string division)
    {
        var options = new ImportOptions("none.geojson", "甲") { Division = division };
        Should.Throw<InputRejectedException>(() => CityImporter.Import(options)).Findings.Single().Value.ShouldBe(division);
    }

    internal static MapFile Town(int columns, int rows, string properties = "{}")
    {
        var map = new MapFile();
        for (var i = 0; i < columns * rows; i++)
            map.Box(i % columns * 100, i / columns * 100, 20, properties);
        return map;
    }

    private Finding Reject(MapFile buildings, MapFile? boundary = null) =>
        Should.Throw<InputRejectedException>(() => Import(buildings, boundary)).Findings.Single();

    private ImportResult Import(MapFile buildings, MapFile? boundary = null) => CityImporter.Import(
        new ImportOptions(_folder.Write("buildings.geojson", buildings.ToString()), "甲")
        {
            Boundary = boundary is null ? null : _folder.Write("boundary.geojson", boundary.ToString()),
        });
}
