using System.Collections.Concurrent;
using GridGov.Twin.Scenarios.CityFiles;
using GridGov.Twin.Scenarios.Import;
using GridGov.Twin.Scenarios.Tests.CityFiles;
using GridGov.Twin.Scenarios.Tests.Geo;
using Xunit.Abstractions;

namespace GridGov.Twin.Scenarios.Tests.Import;

/// <summary>The three real files; tests say so and end where they are absent.</summary>
public class RealCityTests(ITestOutputHelper output)
{
    public const string Nanshan = "shenzhen_nanshan_buildings.geojson";
    public const string Shanghai = "shanghai_bund_lujiazui_buildings.geojson";
    public const string Midtown = "nyc_midtown_buildings.geojson.gz";

    private static readonly ConcurrentDictionary<string, Lazy<ImportResult>> Imported = new();

    [Theory]
    [InlineData(Nanshan, 5438)]
    [InlineData(Shanghai, 1572)]
    [InlineData(Midtown, 6079)]
    public void Every_polygon_is_accounted_for_and_every_law_of_cities_holds(string file, int polygons)
    {
        if (Import(file) is not { } result)
            return;
        var findings = result.Findings;
        findings.PolygonsRead.ShouldBe(polygons);
        findings.Buildings.ShouldBe(result.City.Buildings.Length);
        (findings.Buildings + findings.Count(ImportOutcome.LeftOut) + findings.Count(ImportOutcome.Duplicate)
            + findings.Count(ImportOutcome.OutsideBoundary)).ShouldBe(polygons);
        CityLaws.Check(result.City);
    }

    [Fact]
    public void The_invalid_polygons_of_nanshan_are_repaired_and_listed()
    {
        if (Import(Nanshan) is not { } result)
            return;
        var repaired = result.Findings.Notes.Where(note => note.Outcome == ImportOutcome.Repaired).Select(note => note.Finding).ToList();
        repaired.Count.ShouldBe(3);
        repaired.ShouldAllBe(finding => finding.Value.Contains("Self-intersection") && finding.Message.Contains("changes the area by 0"));
        repaired.Select(finding => finding.Message[..10]).ShouldBe(["feature 1:", "feature 1:", "feature 2:"]);
        result.Findings.HeightsGiven.ShouldBe(5438);
    }

    [Fact]
    public void The_two_banks_of_shanghai_become_one_piece_and_doubled_footprints_are_listed()
    {
        if (Import(Shanghai) is not { } result)
            return;
        result.Findings.Count(ImportOutcome.Joined).ShouldBe(1);
        result.Findings.Count(ImportOutcome.Duplicate).ShouldBe(110);
        result.City.Buildings.ShouldContain(building => building.Name == "上海国际会议中心");
    }

    [Fact]
    public void The_tallest_of_midtown_keeps_its_height()
    {
        if (Import(Midtown) is { } result)
            result.City.Buildings.Max(building => building.HeightM).ShouldBe(366, 1);
    }

    [Theory]
    [InlineData(Nanshan)]
    [InlineData(Midtown)]
    public void Cells_and_communities_have_the_sizes_the_field_gives_them(string file)
    {
        if (Import(file) is not { } result)
            return;
        result.City.Cells.Average(cell => cell.AreaM2).ShouldBe(10_000, 1_000);
        result.City.Cells.ShouldAllBe(cell => cell.AreaM2 >= 3_000 && cell.AreaM2 < 20_000);
        result.City.Cells.CountBy(cell => cell.Community).ShouldAllBe(community => community.Value >= 20 && community.Value <= 40);
    }

    [Theory]
    [InlineData(Nanshan)]
    [InlineData(Shanghai)]
    [InlineData(Midtown)]
    public void Saved_and_read_again_it_is_the_same_city(string file)
    {
        if (Import(file) is not { } result)
            return;
        using var folder = new TempFolder();
        CityFolder.Write(result.City, folder.Path("city"));
        CityText.Of(CityFolder.Read(folder.Path("city"))).ShouldBe(CityText.Of(result.City));
    }

    private ImportResult? Import(string file)
    {
        if (Tree.RealData(file) is { } path)
            return Imported.GetOrAdd(file, _ => new Lazy<ImportResult>(() => CityImporter.Import(new ImportOptions(path, "真实区")))).Value;
        output.WriteLine($"Nothing tested: ../shared/data/{file} is absent.");
        return null;
    }
}
