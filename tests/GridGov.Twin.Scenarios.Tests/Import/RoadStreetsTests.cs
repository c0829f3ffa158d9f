using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Import;
using GridGov.Twin.Scenarios.Tests.Geo;

namespace GridGov.Twin.Scenarios.Tests.Import;

public sealed class RoadStreetsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Roads_that_cross_meet_in_a_node_and_keep_their_class()
    {
        var result = Import(new MapFile()
            .Road("""{"highway":"primary"}""", (-50, 200), (450, 200))
            .Road("""{"highway":"residential"}""", (200, -50), (200, 450)));
        var streets = result.City.Streets;
        (streets.Nodes.Length, streets.Edges.Length).ShouldBe((5, 4));
        streets.Edges.Sum(edge => edge.LengthM).ShouldBeInRange(998, 1_002);
        streets.Edges.CountBy(edge => edge.Class).ShouldBe([new(StreetClass.Lane, 2), new(StreetClass.Avenue, 2)], ignoreOrder: true);
        CityLaws.Check(result.City);
    }

    [Fact]
    public void Ends_that_miss_each_other_by_a_hand_are_one_node() =>
        Import(new MapFile().Road("{}", (0, 0), (200, 0)).Road("{}", (200.1, 0.1), (400, 0)))
            .City.Streets.Nodes.Length.ShouldBe(3);

    [Fact]
    public void Roads_that_reach_nothing_and_roads_elsewhere_are_listed_and_left_out()
    {
        var result = Import(new MapFile()
            .Road("{}", (0, 0), (400, 0), (400, 400))
            .Road("{}", (100, 100), (150, 100))
            .Road("{}", (9_000, 0), (9_500, 0))
            .Point(1, 1));
        result.City.Streets.Nodes.Length.ShouldBe(3);
        result.Findings.Notes.Select(note => (note.Outcome, note.Finding.Line)).ShouldBe(
            [(ImportOutcome.Skipped, 5), (ImportOutcome.RoadDropped, 0), (ImportOutcome.RoadDropped, 3)]);
        result.Findings.Notes[1].Finding.Value.ShouldBe("1 roads");
        result.Findings.Notes[2].Finding.Value.ShouldBe("50 m");
    }

    [Fact]
    public void A_file_without_a_road_of_this_district_is_refused() =>
        Should.Throw<InputRejectedException>(() => Import(new MapFile().Road("{}", (9_000, 0), (9_500, 0))))
            .Findings.Single().File.ShouldBe(_folder.Path("roads.geojson"));

    private ImportResult Import(MapFile roads) => CityImporter.Import(
        new ImportOptions(_folder.Write("buildings.geojson", CityImporterTests.Town(5, 5).ToString()), "甲")
        {
            Roads = _folder.Write("roads.geojson", roads.ToString()),
        });
}
