using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.Tests.Geo;

public sealed class BadGeoJsonTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""[[0,0],[1,0],[1,1],[0,0.5]]""", "[0, 0.5]", "the ring is not closed")]
    [InlineData("""[[0,0],[1,0],[0,0]]""", "3", "the ring is too short")]
    [InlineData("""[[0,0],[200.5,0],[1,1],[0,0]]""", "200.5", "the longitude is out of range")]
    [InlineData("""[[0,0],[1,-91],[1,1],[0,0]]""", "-91", "the latitude is out of range")]
    [InlineData("""[[0,0],[1e999,0],[1,1],[0,0]]""", "1e999", "the longitude is out of range")]
    [InlineData("""[[0,0],["NaN",0],[1,1],[0,0]]""", "NaN", "the value is not a number")]
    [InlineData("""[[0,0],[1],[1,1],[0,0]]""", "1", "the position is too short")]
    [InlineData("""[[0,0],7,[1,1],[0,0]]""", "7", "the value has the wrong type")]
    [InlineData("""{"a":1}""", "an object", "the value has the wrong type")]
    public void A_broken_ring_is_told_with_line_feature_value_and_expectation(string ring, string value, string message)
    {
        var finding = Reject($$$"""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}},
            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[
              {{{ring}}}
            ]}}]}
            """).Single();
        finding.Line.ShouldBe(4);
        finding.Value.ShouldBe(value);
        finding.Expected.ShouldNotBeEmpty();
        finding.Message.ShouldBe("feature 2: " + message);
        finding.ToString().ShouldStartWith($"{_folder.Path("bad.geojson")}:4: feature 2: {message} (found '{value}', expected ");
    }

    [Theory]
    [InlineData("""{"type":"Feature","properties":{}}""", "the geometry is missing")]
    [InlineData("""{"type":"Feature","properties":{},"geometry":{"type":"Polygon"}}""", "the Polygon has no coordinates")]
    [InlineData("""{"type":"Feature","properties":{},"geometry":{"coordinates":[1,2]}}""", "the geometry has no type")]
    [InlineData("""{"type":"Feature","properties":{},"geometry":{"type":"Circle","coordinates":[1,2]}}""", "this geometry type is unknown")]
    [InlineData("""{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[1,2]]}}""", "the line is too short")]
    [InlineData("""{"type":"Feature","properties":[1],"geometry":null}""", "the properties have the wrong type")]
    [InlineData("""{"type":"Building","properties":null,"geometry":null}""", "the type is wrong")]
    [InlineData("""{"properties":null,"geometry":null}""", "the type is missing")]
    [InlineData("7", "the value has the wrong type")]
    public void A_broken_feature_is_told_with_its_number(string feature, string message) =>
        Reject($$$"""{"type":"FeatureCollection","features":[{{{feature}}}]}""").Single().Message.ShouldBe("feature 1: " + message);

    [Theory]
    [InlineData("", "this is not JSON")]
    [InlineData("height;name\n12;x", "this is not JSON")]
    [InlineData("{\"type\":\"FeatureCollection\",\n\"features\":[{\"type\":NaN}]}", "this is not JSON")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[", "this is not JSON")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]} rubbish", "this is not JSON")]
    [InlineData("[1,2,3]", "this is not GeoJSON")]
    [InlineData("{\"type\":\"Topology\"}", "the root is no GeoJSON object")]
    [InlineData("{\"type\":\"FeatureCollection\"}", "the features are missing")]
    [InlineData("{\"features\":[]}", "the type is missing")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":{}}", "the features have the wrong type")]
    public void A_file_that_is_no_geojson_is_refused(string text, string message) => Reject(text).Single().Message.ShouldBe(message);

    [Fact]
    public void What_is_not_json_is_told_with_its_line_and_text()
    {
        var finding = Reject("{\"type\":\"FeatureCollection\",\n\"features\":[\n{\"type\":NaN}]}").Single();
        (finding.Line, finding.Value).ShouldBe((3, "NaN}]}"));
    }

    [Fact]
    public void Every_broken_feature_is_told_until_there_are_too_many()
    {
        var features = string.Join(",\n", Enumerable.Repeat("""{"type":"Feature","properties":{}}""", 80));
        var text = "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
        Reject(text).Select(f => f.Line).ShouldBe(Enumerable.Range(1, GeoJsonLimits.Default.MaxFindings));
    }

    [Fact]
    public void Text_that_is_not_utf8_is_refused()
    {
        var file = _folder.Path("latin.geojson");
        File.WriteAllBytes(file, [.. "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"name\":\"caf"u8, 0xE9, .. "\"}}"u8]);
        Reject(() => GeoJsonReader.Read(file)).Single().Message.ShouldBe("the text is not UTF-8");
    }

    [Theory]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"name":"\ud800"}}""")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"\udc00":1}}""")]
    [InlineData("""{"\ud800":1,"type":"Feature","geometry":null,"properties":null}""")]
    public void Half_a_character_is_refused(string text) => Reject(text).Single().Message.ShouldBe("the text is not UTF-8");

    [Fact]
    public void Spoiled_bytes_are_refused_or_read_but_never_a_crash()
    {
        var good = """
            {"type":"FeatureCollection","bbox":[0,0,1,1],"features":[
            {"type":"Feature","properties":{"name":"\u5927","height":12.5},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}},
            {"type":"Feature","properties":null,"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2,3]}]}}]}
            """u8.ToArray();
        for (var seed = 0UL; seed < 400; seed++)
        {
            var chance = ChanceStream.For(seed, 0, 0);
            var bytes = good.ToArray();
            for (var i = chance.Below(4); i >= 0; i--)
                bytes[chance.Below(bytes.Length)] = (byte)chance.Below(256);
            File.WriteAllBytes(_folder.Path("spoiled.geojson"), bytes);
            try
            {
                foreach (var feature in GeoJsonReader.Read(_folder.Path("spoiled.geojson")))
                    feature.Text("name");
            }
            catch (Exception error) when (error is not InputRejectedException)
            {
                Assert.Fail($"Seed {seed}: {error}");
            }
            catch (InputRejectedException rejected)
            {
                rejected.Findings.ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_before_it_is_read()
    {
        var file = _folder.Path("huge.geojson");
        using (var stream = File.Create(file))
            stream.SetLength(3L << 30);
        var finding = Reject(() => GeoJsonReader.Read(file)).Single();
        (finding.File, finding.Value, finding.Message).ShouldBe((file, "3072 MB", "the file is too large"));
        finding.Expected.ShouldStartWith("at most 512 MB");
    }

    [Fact]
    public void A_packed_file_that_unpacks_over_the_limit_is_refused()
    {
        var file = _folder.Pack("bomb.geojson.gz", "{\"type\":\"FeatureCollection\",\"features\":[" + new string(' ', 1 << 20) + "]}");
        Reject(() => GeoJsonReader.Read(file, GeoJsonLimits.Default with { MaxFileBytes = 1 << 18 })).Single().Message.ShouldBe("the file is too large");
    }

    [Fact]
    public void A_packed_file_that_is_cut_short_is_refused()
    {
        var file = _folder.Pack("cut.geojson.gz", "{\"type\":\"FeatureCollection\",\"features\":[" + new string(' ', 1 << 20) + "]}");
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..200]);
        Reject(() => GeoJsonReader.Read(file)).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_single_feature_over_the_limit_is_refused()
    {
        var file = _folder.Write("wide.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"a\":\"" + new string('x', 1 << 20) + "\"}]}");
        Reject(() => GeoJsonReader.Read(file, GeoJsonLimits.Default with { MaxFeatureBytes = 1 << 18 })).Single().Message.ShouldBe("one feature is too large");
    }

    [Fact]
    public void A_file_that_is_not_there_is_told() =>
        Reject(() => GeoJsonReader.Read(_folder.Path("none.geojson"))).Single().Message.ShouldBe("the file cannot be opened");

    private IReadOnlyList<Finding> Reject(string text) => Reject(() => GeoJsonReader.Read(_folder.Write("bad.geojson", text)));

    private static IReadOnlyList<Finding> Reject(Func<IEnumerable<GeoFeature>> read) =>
        Should.Throw<InputRejectedException>(() => read().Count()).Findings;
}
