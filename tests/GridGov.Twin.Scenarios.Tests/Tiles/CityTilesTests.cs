using System.Security.Cryptography;
using System.Text.Json;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.CityFiles;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Generator;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Scenarios.Import;
using GridGov.Twin.Scenarios.Tests.Generator;
using GridGov.Twin.Scenarios.Tests.Geo;
using GridGov.Twin.Scenarios.Tests.Import;
using GridGov.Twin.Scenarios.Tiles;
using Xunit.Abstractions;

namespace GridGov.Twin.Scenarios.Tests.Tiles;

public class CityTilesTests(ITestOutputHelper output)
{
    private static readonly Lazy<CityModel> Large = new(() => DistrictGenerator.Generate(Districts.Plan(2_200, 11)));

    public static TheoryData<int> Plans => [.. Enumerable.Range(0, Districts.Several.Length)];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_building_of_a_district_is_once_in_sound_tiles(int plan)
    {
        var city = Districts.Of(plan);
        using var folder = new TempFolder();
        var (report, laws) = Bake(city, folder, Districts.Names(Districts.Several[plan]));
        report.Skipped.ShouldBeEmpty();
        laws.Coarse.ShouldBeEmpty();
        laws.Leaves.Sum(tile => tile.Features).ShouldBe(city.Buildings.Length);
    }

    [Fact]
    public void A_large_city_has_coarse_tiles_of_its_biggest_buildings_above_the_fine_ones()
    {
        var city = Large.Value;
        using var folder = new TempFolder();
        var (report, laws) = Bake(city, folder, "large");
        city.Buildings.Length.ShouldBeGreaterThan(20_000);
        report.Tiles.ShouldBe(laws.Leaves.Count + laws.Coarse.Count);
        laws.Coarse.Count.ShouldBe(2);
        uint[] coarse = [.. laws.Coarse.SelectMany(tile => tile.Bids())];
        coarse.ShouldBeUnique();
        coarse.Length.ShouldBeInRange(city.Buildings.Length / 4, (city.Buildings.Length / 4) + 2);
        coarse.Average(bid => city.Buildings[bid].HeightM).ShouldBeGreaterThan(city.Buildings.Average(building => building.HeightM) * 1.5);
        foreach (var tile in Root(folder).GetProperty("children").EnumerateArray())
        {
            tile.GetProperty("refine").GetString().ShouldBe("REPLACE");
            tile.GetProperty("geometricError").GetDouble().ShouldBeInRange(3, 100);
        }
    }

    [Theory]
    [InlineData(RealCityTests.Nanshan)]
    [InlineData(RealCityTests.Shanghai)]
    [InlineData(RealCityTests.Midtown)]
    public void Real_cities_become_sound_tiles(string file)
    {
        if (Tree.RealData(file) is not { } path)
        {
            output.WriteLine($"Nothing tested: ../shared/data/{file} is absent.");
            return;
        }

        using var folder = new TempFolder();
        var city = CityImporter.Import(new ImportOptions(path, "真实区")).City;
        var (report, _) = Bake(city, folder, file);
        report.Skipped.Count.ShouldBeLessThan(5);
        report.Skipped.ShouldAllBe(finding => finding.Message.Contains("no area"));
        GltfValidator.ShouldFindNothing(output, folder.Path("tiles"));
    }

    [Fact]
    public void The_khronos_validator_finds_nothing()
    {
        using var small = new TempFolder();
        using var large = new TempFolder();
        CityTiles.Write(Districts.Of(3), small.Path("tiles"));
        CityTiles.Write(Large.Value, large.Path("tiles"));
        GltfValidator.ShouldFindNothing(output, small.Path("tiles"), large.Path("tiles"));
    }

    [Fact]
    public void The_same_city_gives_the_same_bytes()
    {
        using var folder = new TempFolder();
        CityTiles.Write(Districts.Of(4), folder.Path("one"));
        CityTiles.Write(DistrictGenerator.Generate(Districts.Several[4]), folder.Path("two"));
        Bytes(folder.Path("two")).ShouldBe(Bytes(folder.Path("one")));
        Bytes(folder.Path("one")).Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void The_hash_follows_what_is_drawn_and_nothing_else()
    {
        var city = Districts.Of(0);
        var hash = CityTiles.HashOf(city);
        hash.ShouldMatch("^[0-9a-f]{64}$");
        var first = city.Buildings[0];
        CityTiles.HashOf(With(first with { HeightM = first.HeightM + 1 })).ShouldNotBe(hash);
        CityTiles.HashOf(With(first with { Use = LandUse.Landmark })).ShouldNotBe(hash);
        CityTiles.HashOf(With(first with { Outline = [.. first.Outline[1..], first.Outline[0]] })).ShouldNotBe(hash);
        CityTiles.HashOf(city with { Anchor = new Anchor(1, 2) }).ShouldNotBe(hash);
        CityTiles.HashOf(city with { Devices = [], Name = "x" }).ShouldBe(hash);
        CityTiles.HashOf(With(first with { Households = 7 })).ShouldBe(hash);

        CityModel With(BuildingSite building) => city with { Buildings = [building, .. city.Buildings[1..]] };
    }

    [Fact]
    public void A_city_saved_and_read_again_has_the_same_tiles()
    {
        using var folder = new TempFolder();
        var city = CityRaster.Settle(Districts.Of(2));
        CityFolder.Write(city, folder.Path("city"));
        CityTiles.HashOf(CityFolder.Read(folder.Path("city"))).ShouldBe(CityTiles.HashOf(city));
    }

    [Fact]
    public void The_transform_lays_the_plane_on_the_globe_at_the_anchor()
    {
        using var folder = new TempFolder();
        CityTiles.Write(CitySketch.Of(CitySketch.Building(0, 10, (0, 0), (9, 0), (9, 9))) with { Anchor = new Anchor(0, 0) }, folder.Path("tiles"));
        Transform(folder).ShouldBe([0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 6_378_137, 0, 0, 1], 1e-9);
        CityTiles.Write(CitySketch.Of(CitySketch.Building(0, 10, (0, 0), (9, 0), (9, 9))) with { Anchor = new Anchor(116.391, 39.907) }, folder.Path("tiles"));
        // Tian'anmen: -2178 km, 4389 km, 4070 km by any geodetic calculator.
        Transform(folder)[12..15].Select(metres => Math.Round(metres / 1000)).ShouldBe([-2178, 4389, 4070]);
    }

    [Fact]
    public void A_city_without_buildings_is_a_tileset_without_contents()
    {
        using var folder = new TempFolder();
        var (report, laws) = Bake(CitySketch.Of(), folder, "empty");
        (report.Tiles, report.Features, laws.Leaves.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Earlier_tiles_make_way_and_anything_else_is_left_alone()
    {
        using var folder = new TempFolder();
        CityTiles.Write(Large.Value, folder.Path("tiles"));
        CityTiles.Write(Districts.Of(0), folder.Path("tiles"));
        TilesetLaws.Judge(folder.Path("tiles")).Faults.ShouldBeEmpty();

        File.WriteAllText(folder.Path("tiles/diary.txt"), "mine");
        Should.Throw<InputRejectedException>(() => CityTiles.Write(Districts.Of(0), folder.Path("tiles"))).Message.ShouldContain("diary.txt");
        CityTiles.Write(Districts.Of(0), folder.Path("tiles"), force: true);
        File.ReadAllText(folder.Path("tiles/diary.txt")).ShouldBe("mine");
    }

    private static (TilesReport Report, TilesetLaws Laws) Bake(CityModel city, TempFolder folder, string name)
    {
        var report = CityTiles.Write(city, folder.Path("tiles"));
        var laws = TilesetLaws.Judge(folder.Path("tiles"));
        laws.Faults.ShouldBeEmpty(name);
        (report.Features + report.Skipped.Count).ShouldBe(city.Buildings.Length, name);
        report.Bytes.ShouldBe(Directory.EnumerateFiles(folder.Path("tiles")).Sum(file => new FileInfo(file).Length));
        uint[] bids = [.. laws.Leaves.SelectMany(tile => tile.Bids())];
        bids.ShouldBeUnique();
        bids.Length.ShouldBe(report.Features, name);
        laws.Leaves.ShouldAllBe(tile => tile.Features <= 2_500);
        foreach (var tile in laws.Leaves)
        {
            tile.Heights().ShouldBe(tile.Bids().Select(bid => (float)city.Buildings[bid].HeightM), name);
            tile.Column("use").ToArray().ShouldBe(tile.Bids().Select(bid => (byte)city.Buildings[bid].Use), name);
            tile.Bids().ShouldBeInOrder();
        }

        var roofs = laws.Leaves.SelectMany(Solid.Of).Sum(solid => solid.RoofM2);
        roofs.ShouldBe(city.Buildings.Sum(building => Outlines.AreaM2(building.Outline)), (1e-4 * roofs) + 1, name);
        return (report, laws);
    }

    private static JsonElement Root(TempFolder folder) =>
        JsonDocument.Parse(File.ReadAllBytes(folder.Path("tiles/tileset.json"))).RootElement.GetProperty("root");

    private static double[] Transform(TempFolder folder) => [.. Root(folder).GetProperty("transform").EnumerateArray().Select(number => number.GetDouble())];

    private static string[] Bytes(string folder) => [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}")];
}
