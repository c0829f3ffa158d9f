using System.Text;
using GridGov.Twin.Scenarios.Tests.Geo;
using GridGov.Twin.Scenarios.Tiles;
using Xunit.Abstractions;

namespace GridGov.Twin.Scenarios.Tests.Tiles;

/// <summary>The judges of the tiles see what they are to see: sound tiles are spoiled in one place each.</summary>
public class SpoiledTilesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("tileset.json", "\"version\":\"1.1\"", "\"version\":\"1.0\"", "the version is not 1.1")]
    [InlineData("tileset.json", "\"geometricError\":0,", "\"geometricError\":9,", "a leaf that is not exact")]
    [InlineData("tileset.json", "\"geometricError\":2000,\"root\"", "\"geometricError\":1999,\"root\"", "an error of 2000 under one of 1999")]
    [InlineData("tileset.json", "tile-000.glb", "tile-009.glb", "tile-009.glb is not there")]
    [InlineData("tileset.json", "\"children\":[{\"boundingVolume\":{\"box\":[5,", "\"children\":[{\"boundingVolume\":{\"box\":[7,", "a box outside its parent's")]
    [InlineData("tileset.json", "\"children\":[{\"boundingVolume\":{\"box\":[5,", "\"children\":[{\"boundingVolume\":{\"box\":[3,", "tile-000.glb reaches out of its box")]
    [InlineData("tile-000.glb", "\"featureCount\":2", "\"featureCount\":3", "there are 2 ids")]
    [InlineData("tile-000.glb", "\"count\":2", "\"count\":1", "2 ids from 0 to 1 for 1 rows")]
    [InlineData("tile-000.glb", "\"bid\":{\"values\":5}", "\"bid\":{\"values\":7}", "the column bid is 2 bytes for 2 features of 4")]
    [InlineData("tile-000.glb", "\"max\":[10,", "\"max\":[11,", "the bounds of axis 0")]
    [InlineData("tile-000.glb", "\"EXT_mesh_features\",\"EXT_structural", "\"EXT_mesh_feature?\",\"EXT_structural", "EXT_mesh_features is used and not said")]
    public void A_spoiled_file_is_seen(string file, string sound, string spoiled, string fault)
    {
        using var folder = new TempFolder();
        var tiles = Bake(folder);
        TilesetLaws.Judge(tiles).Faults.ShouldBeEmpty();
        Spoil(Path.Combine(tiles, file), sound, spoiled);
        TilesetLaws.Judge(tiles).Faults.ShouldContain(said => said.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_cut_short_or_grown_is_seen()
    {
        using var folder = new TempFolder();
        var file = Path.Combine(Bake(folder), "tile-000.glb");
        var bytes = File.ReadAllBytes(file);
        foreach (var changed in (byte[][])[bytes[..^8], [.. bytes, 0, 0, 0, 0]])
        {
            File.WriteAllBytes(file, changed);
            GlbLaws.Faults(new GlbTile(file)).ShouldContain(said => said.Contains("not what its head says", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_khronos_validator_sees_wrong_bounds()
    {
        using var folder = new TempFolder();
        var tiles = Bake(folder);
        Spoil(Path.Combine(tiles, "tile-000.glb"), "\"max\":[10,", "\"max\":[11,");
        if (GltfValidator.TryValidate(tiles) is { } results)
            GltfValidator.Count(results.ShouldHaveSingleItem(), "numErrors").ShouldBe(1);
        else
            output.WriteLine("Nothing tested: there is no Node.");
    }

    private static string Bake(TempFolder folder)
    {
        var city = CitySketch.Of(
            CitySketch.Building(0, 10, (0, 0), (10, 0), (10, 10), (0, 10)), CitySketch.Building(1, 20, (2, 2), (8, 2), (8, 8), (2, 8)));
        CityTiles.Write(city, folder.Path("tiles"));
        return folder.Path("tiles");
    }

    private static void Spoil(string file, string sound, string spoiled)
    {
        var bytes = File.ReadAllBytes(file);
        var at = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(sound));
        at.ShouldBeGreaterThanOrEqualTo(0, sound);
        spoiled.Length.ShouldBe(sound.Length, "what comes after is to stay where it is");
        Encoding.ASCII.GetBytes(spoiled).CopyTo(bytes.AsSpan(at));
        File.WriteAllBytes(file, bytes);
    }
}
