using System.Globalization;
using Xunit.Abstractions;

namespace GridGov.Twin.Cli.Tests;

public class ImportCommandTests(ITestOutputHelper output)
{
    [Fact]
    public void Footprints_become_a_scenario_that_runs()
    {
        using var folder = new TempFolder();
        var file = folder.Write("buildings.geojson", Squares(40));
        var said = CommandLine.Run("import", "city", "--buildings", file, "--name", "小\"城", "--picture", folder.Path("c.svg"), "--out", folder.Path("city"));
        said.Error.ShouldBeEmpty();
        said.Code.ShouldBe(0);
        folder.Names("city").ShouldBe(["README.md", "city", "findings.txt", "scenario.yaml"]);
        File.ReadAllText(folder.Path("c.svg")).ShouldStartWith("<svg");
        CommandLine.Run("validate", folder.Path("city"), folder.Path("city/city")).Code.ShouldBe(0);
        CommandLine.Run("run", folder.Path("city"), "--days", "1").Out.ShouldContain("hash: ");
    }

    [Fact]
    public void Broken_footprints_are_told_and_leave_nothing()
    {
        using var folder = new TempFolder();
        var file = folder.Write("buildings.geojson", "{\"type\":\"FeatureCollection\",\"features\":[");
        var said = CommandLine.Run("import", "city", "--buildings", file, "--name", "x", "--out", folder.Path("city"));
        said.Code.ShouldBe(2);
        said.Error.ShouldStartWith(file);
        folder.Names().ShouldBe(["buildings.geojson"]);
    }

    [Theory]
    [InlineData("shenzhen_nanshan_buildings.geojson", 5438)]
    [InlineData("shanghai_bund_lujiazui_buildings.geojson", 1572)]
    [InlineData("nyc_midtown_buildings.geojson.gz", 6079)]
    public void Real_footprints_import_and_run(string name, int polygons)
    {
        if (Tree.RealData(name) is not { } file)
        {
            output.WriteLine($"not run: ../shared/data/{name} is absent");
            return;
        }

        using var folder = new TempFolder();
        var said = CommandLine.Run("import", "city", "--buildings", file, "--name", "真城", "--out", folder.Path("city"));
        said.Code.ShouldBe(0);
        said.Out.ShouldContain(polygons.ToString("#,0", CultureInfo.InvariantCulture));
        CommandLine.Run("run", folder.Path("city"), "--days", "1").Out.ShouldContain("hash: ");
    }

    // Squares of about 20 m, 50 m apart, ten to a row.
    private static string Squares(int count)
    {
        var features = Enumerable.Range(0, count).Select(i =>
        {
            var (west, south) = (120 + (i % 10 * 0.0006), 36 + (i / 10 * 0.0005));
            var ring = string.Join(",", new[] { (0.0, 0.0), (0.0002, 0.0), (0.0002, 0.0002), (0.0, 0.0002), (0.0, 0.0) }
                .Select(p => string.Create(CultureInfo.InvariantCulture, $"[{west + p.Item1:0.0000000},{south + p.Item2:0.0000000}]")));
            return $"{{\"type\":\"Feature\",\"properties\":{{\"height\":18}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{ring}]]}}}}";
        });
        return $"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(",", features)}]}}";
    }
}
