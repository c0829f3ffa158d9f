using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.CityFiles;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Import;
using GridGov.Twin.Scenarios.Tests.Geo;
using GridGov.Twin.Scenarios.Tests.Import;

namespace GridGov.Twin.Scenarios.Tests.CityFiles;

/// <summary>Each test spoils one thing in a good city and reads what it is told.</summary>
public sealed class BadCityFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly CityModel _city;

    public BadCityFolderTests()
    {
        var file = _folder.Write("town.geojson", CityImporterTests.Town(12, 9).ToString());
        _city = CityImporter.Import(new ImportOptions(file, "试验区")).City;
        CityFolder.Write(_city, _folder.Path("city"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Missing_files_are_all_named()
    {
        File.Delete(FilePath("streets.geojson"));
        File.Delete(FilePath("city.json"));
        Reject().Select(finding => (Path.GetFileName(finding.File), finding.Message)).ShouldBe(
            [("city.json", "the file is missing"), ("streets.geojson", "the file is missing")]);
    }

    [Theory]
    [InlineData("\"formatVersion\": 1", "\"formatVersion\": 9", 2, "9", "this program cannot read this format version")]
    [InlineData("\"name\": \"试验区\"", "\"name\": 7", 3, "7", "the value has the wrong type")]
    [InlineData("\"division\": \"990101\"", "\"division\": \"9901\"", 4, "9901", "the division code is wrong")]
    [InlineData("\"division\": \"990101\"", "\"division\": \"990102\"", 11, "990101", "the district's code is wrong")]
    [InlineData("\"latitude\":", "\"latitute\":", 5, "", "the anchor is missing or out of range")]
    [InlineData("\"level\": \"community\"", "\"level\": \"village\"", 24, "village", "the level is unknown")]
    [InlineData("\"parent\": \"990101001\"", "\"parent\": \"990101009\"", 22, "990101009", "the parent of 990101001001 is unknown")]
    [InlineData("\"parent\": \"990101\"", "\"parent\": \"990101001001\"", 16, "990101001001", "990101001 is among its own parents: the org tree is cyclic")]
    [InlineData("\"code\": \"990101001001\"", "\"code\": \"990101001002\"", 28, "990101001002", "this code is used by an earlier unit")]
    [InlineData("\"code\": \"990101001001\"", "\"code\": \"990101007001\"", 22, "990101007001", "the code does not match its parent's")]
    [InlineData("\"level\": \"street\"", "\"level\": \"community\"", 16, "community", "990101001 is at the wrong level below 990101")]
    public void A_mistake_in_the_head_is_told_with_its_line(string good, string bad, int line, string value, string message)
    {
        Spoil("city.json", good, bad);
        var finding = Reject()[0];
        (finding.Line, finding.Message).ShouldBe((line, message));
        if (value.Length > 0)
            finding.Value.ShouldBe(value);
    }

    [Theory]
    [InlineData("cells.geojson", "\"code\":\"990101001001001\"", "\"code\":\"99010100100100\"", "the code is wrong")]
    [InlineData("cells.geojson", "\"code\":\"990101001001001\"", "\"code\":\"990101001001002\"", "this code is used by an earlier cell")]
    [InlineData("cells.geojson", "\"community\":\"990101001001\"", "\"community\":\"990101001002\"", "the code does not match its community")]
    [InlineData("cells.geojson", "\"community\":\"990101001001\"", "\"community\":\"990101001777\"", "the community is unknown")]
    [InlineData("cells.geojson", "\"kind\":\"public\"", "\"kind\":\"swamp\"", "the kind is unknown")]
    [InlineData("cells.geojson", "\"node\":", "\"nod\":", "the node is missing")]
    [InlineData("buildings.geojson", "\"cell\":\"9", "\"cell\":\"8", "the building's cell is unknown")]
    [InlineData("buildings.geojson", "\"heightM\":19.2", "\"heightM\":-4", "the heightM is wrong")]
    [InlineData("buildings.geojson", "\"floors\":6", "\"floors\":6.5", "the floors is not a whole number")]
    [InlineData("buildings.geojson", "\"type\":\"Polygon\"", "\"type\":\"MultiPoint\"", "the value is not a number")]
    [InlineData("devices.geojson", "\"code\":\"9901010150000001\"", "\"code\":\"9901010150000002\"", "this code is used by an earlier device")]
    [InlineData("devices.geojson", "\"code\":\"9901010150000001\"", "\"code\":\"990101\"", "the code is wrong")]
    [InlineData("streets.geojson", "\"lengthM\":", "\"lengthM\":-", "the lengthM is wrong")]
    [InlineData("streets.geojson", "\"from\":0,", "\"from\":5000,", "this node is missing")]
    public void A_mistake_in_a_feature_is_told_with_file_and_feature(string file, string good, string bad, string message)
    {
        Spoil(file, good, bad);
        var finding = Reject()[0];
        finding.File.ShouldBe(FilePath(file));
        (finding.Message + finding.Expected).ShouldContain(message);
    }

    [Fact]
    public void A_building_outside_every_cell_is_told() =>
        Told(_city with { Buildings = [Shifted(_city.Buildings[0], 5_000)] }).Message.ShouldBe("feature 1: the building lies outside every cell");

    [Fact]
    public void A_building_in_another_cell_than_it_says_is_told_where_it_lies()
    {
        var finding = Told(_city with { Buildings = [_city.Buildings[0] with { Cell = (_city.Buildings[0].Cell + 40) % _city.Cells.Length }] });
        finding.Message.ShouldBe("feature 1: the building lies outside its cell");
        finding.Expected.ShouldEndWith(_city.Cells[_city.Buildings[0].Cell].Code);
    }

    [Fact]
    public void A_device_far_from_its_cell_is_told() =>
        Told(_city with { Devices = [_city.Devices[0] with { At = new Place(4_000, 0) }] }).Message.ShouldBe("feature 1: the device stands far from its cell");

    [Fact]
    public void A_building_in_two_cells_is_told()
    {
        var own = _city.Buildings[0].Cell;
        var cells = _city.Cells.ToArray();
        var other = (own + 1) % cells.Length;
        cells[other] = cells[other] with { Outline = cells[own].Outline };
        var findings = Spoiled(_city with { Cells = cells, Buildings = [_city.Buildings[0]], Devices = [] });
        findings.Single().Message.ShouldBe($"feature 1: the building lies in two cells, also in {cells[other].Code}");
    }

    [Fact]
    public void A_polygon_that_crosses_itself_is_told()
    {
        var outline = _city.Buildings[0].Outline;
        var crossed = _city.Buildings[0] with { Outline = [outline[0], outline[2], outline[1], outline[3]] };
        Told(_city with { Buildings = [crossed] }).Message.ShouldBe("feature 1: the polygon is broken");
    }

    [Fact]
    public void A_street_net_in_two_pieces_is_told()
    {
        var streets = new StreetNet([new(0, 0), new(100, 0), new(0, 300), new(100, 300)], [new(0, 1, 100, StreetClass.Lane), new(2, 3, 100, StreetClass.Lane)]);
        var finding = Told(_city with { Streets = streets, Cells = [.. _city.Cells.Select(cell => cell with { Node = 0 })] });
        (finding.Value, finding.Message).ShouldBe(("node 2", "2 nodes cannot be reached from node 0: the street net is disconnected"));
    }

    [Fact]
    public void A_cell_whose_node_is_not_in_the_net_is_told() =>
        Told(_city with { Cells = [_city.Cells[0] with { Node = 9_999 }, .. _city.Cells.Skip(1)] }).Value.ShouldBe("9999");

    [Fact]
    public void A_node_in_two_places_is_told()
    {
        var (longitude, latitude) = new Scenarios.Geo.LocalPlane(_city.Anchor).ToDegrees(_city.Streets.Nodes[Crossing()]);
        Spoil("streets.geojson", FormattableString.Invariant($"[{longitude},{latitude}]"), FormattableString.Invariant($"[{longitude},{latitude + 0.001}]"));
        Reject()[0].Message.ShouldEndWith("this node is elsewhere in an earlier feature");
    }

    private int Crossing() => _city.Streets.Edges.GroupBy(edge => edge.From).First(edges => edges.Count() > 1).Key;

    private static BuildingSite Shifted(BuildingSite building, double eastM)
    {
        Place Move(Place place) => new(place.EastM + eastM, place.NorthM);
        return building with { Outline = [.. building.Outline.Select(Move)], Centre = Move(building.Centre) };
    }

    private Finding Told(CityModel spoiled) => Spoiled(spoiled).Single();

    private IReadOnlyList<Finding> Spoiled(CityModel spoiled)
    {
        CityFolder.Write(spoiled, _folder.Path("city"));
        return Reject();
    }

    // Spoils the first place where the good text stands.
    private void Spoil(string file, string good, string bad)
    {
        var text = File.ReadAllText(FilePath(file));
        var at = text.IndexOf(good, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(-1, $"{good} is not in {file}");
        File.WriteAllText(FilePath(file), string.Concat(text.AsSpan(0, at), bad, text.AsSpan(at + good.Length)));
    }

    private string FilePath(string file) => Path.Combine(_folder.Path("city"), file);

    private IReadOnlyList<Finding> Reject() => Should.Throw<InputRejectedException>(() => CityFolder.Read(_folder.Path("city"))).Findings;
}
