using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Generator;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Union;

namespace GridGov.Twin.Scenarios.Tests.Generator;

public class DistrictLandTests
{
    public static TheoryData<int> Plans => [.. Enumerable.Range(0, Districts.Several.Length)];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Cells_tile_the_district_without_overlap_or_gap(int plan)
    {
        var city = Districts.Of(plan);
        var cells = city.Cells.Select(cell => Shapes.Of(cell.Outline)).ToArray();

        cells.ShouldAllBe(cell => cell.IsValid, Districts.Names(Districts.Several[plan]));
        var union = UnaryUnionOp.Union(cells);
        var boundary = Shapes.Of(city.Boundary);
        boundary.IsValid.ShouldBeTrue(Districts.Names(Districts.Several[plan]));
        union.SymmetricDifference(boundary).Area.ShouldBeLessThan(0.01);
        cells.Sum(cell => cell.Area).ShouldBe(boundary.Area, 0.01);
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void There_are_as_many_cells_as_planned_of_about_ten_thousand_square_metres(int plan)
    {
        var city = Districts.Of(plan);

        city.Cells.Length.ShouldBe(Districts.Several[plan].Cells);
        city.Cells.Average(cell => cell.AreaM2).ShouldBe(10_000, 50);
        city.Cells.ShouldAllBe(cell => cell.AreaM2 > 5_500 && cell.AreaM2 < 16_000, Districts.Names(Districts.Several[plan]));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_building_lies_in_its_own_cell_clear_of_others_of_streets_and_of_water(int plan)
    {
        var city = Districts.Of(plan);
        var said = Districts.Names(Districts.Several[plan]);
        var shapes = city.Buildings.Select(building => Shapes.Of(building.Outline)).ToArray();
        var tree = new STRtree<int>();
        for (var i = 0; i < shapes.Length; i++)
        {
            shapes[i].IsValid.ShouldBeTrue($"building {i}, {said}");
            Shapes.Of(city.Cells[city.Buildings[i].Cell].Outline).Covers(shapes[i]).ShouldBeTrue($"building {i}, {said}");
            tree.Insert(shapes[i].EnvelopeInternal, i);
        }

        foreach (var (other, name) in Obstacles(city))
        {
            foreach (var i in tree.Query(other.EnvelopeInternal))
            {
                shapes[i].Intersection(other).Area.ShouldBeLessThan(0.05, $"building {i} on {name}, {said}");
            }
        }

        for (var i = 0; i < shapes.Length; i++)
        {
            foreach (var j in tree.Query(shapes[i].EnvelopeInternal).Where(j => j > i))
            {
                shapes[i].Intersection(shapes[j]).Area.ShouldBeLessThan(0.05, $"buildings {i} and {j}, {said}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Kinds_come_out_as_shared_to_within_a_block(int plan)
    {
        var asked = Districts.Several[plan];
        var city = Districts.Of(plan);
        foreach (var (kind, share) in asked.Shares.Each().Where(item => item.Kind is not (CellKind.Public or CellKind.Residential)))
        {
            ((double)city.Cells.Count(cell => cell.Kind == kind)).ShouldBe(share * asked.Cells, 4.5, $"{kind}, {Districts.Names(asked)}");
        }
    }

    [Fact]
    public void Heights_peak_in_the_core_and_a_landmark_tops_them()
    {
        var city = DistrictGenerator.Generate(Districts.Plan(420, 11));
        var tallest = city.Buildings.MaxBy(building => building.HeightM)!;

        tallest.Use.ShouldBe(LandUse.Landmark);
        tallest.Name.ShouldNotBeNull();
        var near = city.Buildings.Where(building => building.Centre.MetresTo(tallest.Centre) < 400).Average(building => building.HeightM);
        var far = city.Buildings.Where(building => building.Centre.MetresTo(tallest.Centre) > 900).Average(building => building.HeightM);
        near.ShouldBeGreaterThan(1.5 * far);
    }

    [Fact]
    public void A_district_of_240_cells_has_more_than_1500_buildings_a_river_and_parks()
    {
        var city = DistrictGenerator.Generate(Districts.Plan(240, 12));

        city.Buildings.Length.ShouldBeGreaterThan(1_500);
        city.Ground.ShouldContain(ground => ground.Kind == GroundKind.Water);
        city.Ground.ShouldContain(ground => ground.Kind == GroundKind.Park && ground.Name != null);
        city.Cells.Select(cell => cell.Kind).Distinct().Count().ShouldBe(6);
    }

    private static IEnumerable<(Geometry Shape, string Name)> Obstacles(CityModel city) =>
        city.Streets.Edges.Select(edge => (Shapes.Of(city.Streets, edge).Buffer(edge.Class.WidthM() / 2), $"street {edge.From}–{edge.To}"))
            .Concat(city.Ground.Where(ground => ground.Kind is GroundKind.Water or GroundKind.SportsGround)
                .Select(ground => ((Geometry)Shapes.Of(ground.Outline), $"{ground.Kind} {ground.Name}")));
}
