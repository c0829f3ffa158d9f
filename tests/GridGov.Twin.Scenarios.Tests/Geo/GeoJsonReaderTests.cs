using GridGov.Twin.Scenarios.Geo;
using NetTopologySuite.Geometries;

namespace GridGov.Twin.Scenarios.Tests.Geo;

public sealed class GeoJsonReaderTests : IDisposable
{
    private const string Square = "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_collection_gives_its_features_with_number_line_and_properties()
    {
        var features = Read($$$"""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"height":12.5,"name":"大厦"},"geometry":{"type":"Polygon","coordinates":{{{Square}}}}},
            {"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[3,4]}}
            ]}
            """);
        features.Select(f => (f.Number, f.Line)).ShouldBe([(1, 2), (2, 3)]);
        (features[0].Text("height"), features[0].Text("name"), features[1].Text("name")).ShouldBe(("12.5", "大厦", null));
        features[1].Geometry.ShouldBeOfType<Point>().Coordinate.ShouldBe(new Coordinate(3, 4));
    }

    [Theory]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]},"properties":{"a":1}}""")]
    [InlineData("""{"geometry":{"coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]],"type":"Polygon"},"type":"Feature"}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0,7],[0,1,7],[1,1,7],[1,0,7],[0,0,7]]],"bbox":[0,0,7,1,1,7]}""")]
    [InlineData("""{"features":[{"type":"Feature","id":"x","bbox":[0,0,1,1],"more":{"deep":[1,{}]},"geometry":{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[1,0],[0,0]]]},"properties":{}}],"crs":null,"type":"FeatureCollection"}""")]
    [InlineData("\uFEFF{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}")]
    public void Every_root_order_of_members_and_way_round_is_read(string text) => Read(text).Single().Geometry!.Area.ShouldBe(1);

    [Fact]
    public void All_geometry_types_are_read()
    {
        Read("""{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}""").Single().Geometry!.NumGeometries.ShouldBe(2);
        Read("""{"type":"LineString","coordinates":[[0,0],[3,4]]}""").Single().Geometry!.Length.ShouldBe(5);
        Read("""{"type":"MultiLineString","coordinates":[[[0,0],[3,4]],[[0,0],[0,1]]]}""").Single().Geometry!.Length.ShouldBe(6);
        Read($$$"""{"type":"MultiPolygon","coordinates":[{{{Square}}},{{{Square}}}]}""").Single().Geometry!.Area.ShouldBe(2);
        Read($$$"""{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"Polygon","coordinates":{{{Square}}}}]}""")
            .Single().Geometry!.NumGeometries.ShouldBe(2);
    }

    [Fact]
    public void A_feature_without_a_place_has_no_geometry() =>
        Read("""{"type":"Feature","geometry":null,"properties":{"a":1}}""").Single().Geometry.ShouldBeNull();

    [Fact]
    public void A_file_packed_with_gzip_is_unpacked() =>
        GeoJsonReader.Read(_folder.Pack("a.geojson.gz", $$$"""{"type":"Polygon","coordinates":{{{Square}}}}""")).Single().Geometry!.Area.ShouldBe(1);

    [Fact]
    public void A_file_of_one_long_line_is_read_through_a_small_window()
    {
        var feature = $$$"""{"type":"Feature","properties":null,"geometry":{"type":"Polygon","coordinates":{{{Square}}}}}""";
        var text = $$$"""{"type":"FeatureCollection","features":[{{{string.Join(", ", Enumerable.Repeat(feature, 5000))}}}]}""";
        var limits = GeoJsonLimits.Default with { MaxFeatureBytes = 1 << 16 };
        GeoJsonReader.Read(_folder.Write("long.geojson", text), limits).Select(f => (f.Number, f.Line)).ShouldBe(Enumerable.Range(1, 5000).Select(n => (n, 1)));
    }

    private List<GeoFeature> Read(string text) => [.. GeoJsonReader.Read(_folder.Write("a.geojson", text))];
}
