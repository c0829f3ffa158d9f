using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Scenarios.Tests.Geo;
using GridGov.Twin.Scenarios.Tiles;

namespace GridGov.Twin.Scenarios.Tests.Tiles;

public class TileShapeTests
{
    private const int Seeds = 25;
    private const int BuildingsPerSeed = 50;

    [Fact]
    public void Roofs_have_the_area_of_the_outline_and_walls_its_length_times_the_height()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var chance = new Random(seed);
            BuildingSite[] buildings = [.. Enumerable.Range(0, BuildingsPerSeed).Select(i => CitySketch.Building(i, 1 + (chance.NextDouble() * 200), CitySketch.Outline(chance)))];
            foreach (var solid in Bake(out _, buildings))
            {
                var building = buildings[solid.Bid];
                var name = $"seed {seed}, building {solid.Bid} of {building.Outline.Length} corners";
                var aroundM = AroundM(building.Outline);
                solid.RoofM2.ShouldBe(Outlines.AreaM2(building.Outline), (1e-4 * aroundM) + 1e-3, name);
                solid.WallM2.ShouldBe(aroundM * building.HeightM, 1e-4 * aroundM * building.HeightM, name);
                solid.HeightM.ShouldBe((float)building.HeightM, name);
                (solid.LowestM, solid.HighestM).ShouldBe((0, (float)building.HeightM), name);
            }
        }
    }

    [Fact]
    public void An_outline_that_crosses_or_touches_itself_is_mended_and_named()
    {
        var solids = Bake(
            out var report,
            CitySketch.Building(0, 10, (0, 0), (10, 10), (10, 0), (0, 10)),
            CitySketch.Building(1, 10, (0, 0), (10, 0), (10, 10), (5, 0), (0, 10)),
            CitySketch.Building(2, 10, (0, 0), (10, 0), (10, 10), (20, 10), (10, 10), (0, 10)),
            // A courtyard, drawn by going in and out the same way.
            CitySketch.Building(3, 10, (0, 0), (10, 0), (10, 10), (0, 10), (0, 0), (2, 2), (2, 8), (8, 8), (8, 2), (2, 2)),
            CitySketch.Building(4, 10, (0, 0), (10, 0), (10, 10), (0, 10)));
        solids.Select(solid => solid.Bid).ShouldBe([0u, 1u, 2u, 3u, 4u]);
        solids.Select(solid => Math.Round(solid.RoofM2, 3)).ShouldBe([50, 50, 100, 64, 100]);
        solids[2].WallM2.ShouldBe(400, 0.01);
        solids[3].WallM2.ShouldBe(400 + 240 + (4 * 20), 0.01);
        report.Repaired.Select(finding => finding.Value).ShouldBe(["building 0", "building 1", "building 2", "building 3"]);
        report.Repaired[0].ToString().ShouldContain("Self-intersection");
        report.Skipped.ShouldBeEmpty();
    }

    [Fact]
    public void A_ring_scrawled_by_chance_is_drawn_or_left_out_and_never_stops_the_rest()
    {
        for (var seed = 1; seed <= Seeds / 3; seed++)
        {
            var chance = new Random(seed);
            // On a raster corners meet, lie on other walls and walls on each other; off it crossings lie anywhere, also close together.
            Func<double> coordinate = seed % 3 == 0 ? () => chance.NextDouble() * 20 : seed % 3 == 1 ? () => chance.Next(6) : () => chance.Next(4) + (chance.NextDouble() * 1e-6);
            BuildingSite[] buildings = [.. Enumerable.Range(0, BuildingsPerSeed).Select(i =>
                CitySketch.Building(i, 10, [.. Enumerable.Range(0, chance.Next(3, 25)).Select(_ => new Place(coordinate(), coordinate()))]))];
            var solids = Bake(out var report, buildings);
            (solids.Length + report.Skipped.Count).ShouldBe(BuildingsPerSeed, $"seed {seed}");
            solids.ShouldAllBe(solid => solid.RoofM2 > 0 && solid.RoofM2 <= 400 && solid.WallM2 > 0);
        }
    }

    [Fact]
    public void What_has_no_shape_is_left_out_and_named_and_the_rest_is_drawn()
    {
        var solids = Bake(
            out var report,
            CitySketch.Building(0, 10),
            CitySketch.Building(1, 10, (0, 0), (10, 0)),
            CitySketch.Building(2, 10, (0, 0), (10, 0), (20, 0)),
            CitySketch.Building(3, 10, (0, 0), (0, 0), (0, 0)),
            CitySketch.Building(4, 10, (0, 0), (double.NaN, 0), (10, 10)),
            CitySketch.Building(5, double.PositiveInfinity, (0, 0), (10, 0), (10, 10)),
            CitySketch.Building(6, 10, (0, 0), (1e300, 0), (10, 10)),
            CitySketch.Building(7, 12, (0, 0), (10, 0), (10, 10)));
        solids.ShouldHaveSingleItem().Bid.ShouldBe(7u);
        report.Features.ShouldBe(1);
        report.Skipped.Select(finding => finding.Value).ShouldBe(Enumerable.Range(0, 7).Select(i => $"building {i}"));
    }

    [Fact]
    public void A_clockwise_outline_a_repeated_corner_and_a_corner_on_a_straight_wall_make_no_difference()
    {
        var solids = Bake(
            out var report,
            CitySketch.Building(0, 10, (0, 0), (0, 10), (10, 10), (10, 0)),
            CitySketch.Building(1, 10, (0, 0), (10, 0), (10, 0), (10, 10), (0, 10)),
            CitySketch.Building(2, 10, (0, 0), (5, 0), (10, 0), (10, 10), (0, 10)));
        solids.ShouldAllBe(solid => Math.Abs(solid.RoofM2 - 100) < 1e-6 && Math.Abs(solid.WallM2 - 400) < 1e-6);
        report.Repaired.ShouldBeEmpty();
    }

    [Fact]
    public void A_building_without_a_height_is_drawn_a_metre_high_and_its_height_said_as_it_is()
    {
        var solid = Bake(out _, CitySketch.Building(0, 0, (0, 0), (10, 0), (10, 10), (0, 10))).ShouldHaveSingleItem();
        (solid.HeightM, solid.HighestM).ShouldBe((0, 1));
    }

    [Fact]
    public void Metres_along_a_wall_go_on_around_a_bend_and_begin_anew_at_a_corner()
    {
        using var folder = new TempFolder();
        CityTiles.Write(CitySketch.Of(CitySketch.Building(0, 10, (0, 0), (10, 0), (19, 4), (19, 20), (0, 20))), folder.Path("tiles"));
        var texture = new GlbTile(folder.Path("tiles/tile-000.glb")).Attribute("TEXCOORD_0");
        double[] begins = [.. texture.Where(at => at[1] >= 0).Chunk(4).Select(wall => wall[0][0])];
        begins.ShouldBe([0, 10, 0, 0, 0]);
    }

    private static Solid[] Bake(out TilesReport report, params BuildingSite[] buildings)
    {
        using var folder = new TempFolder();
        report = CityTiles.Write(CitySketch.Of(buildings), folder.Path("tiles"));
        var laws = TilesetLaws.Judge(folder.Path("tiles"));
        laws.Faults.ShouldBeEmpty();
        return [.. laws.Leaves.SelectMany(Solid.Of)];
    }

    private static double AroundM(Place[] outline) => outline.Select((at, i) => at.MetresTo(outline[(i + 1) % outline.Length])).Sum();
}
