using System.Text.Json;

namespace GridGov.Twin.Cli.Tests;

public class CityCommandTests
{
    [Fact]
    public void Tiles_are_written_and_counted()
    {
        using var folder = new TempFolder();
        var said = CommandLine.Run("city", "tiles", Ground.WriteHamlet(folder), "--out", folder.Path("tiles"));
        said.Code.ShouldBe(0, said.Error);
        said.Out.ShouldMatch(@"^\d+ buildings in 1 tiles, \d+\.\d MB; 0 mended, 0 left out\s*$");
        folder.Names("tiles").ShouldBe(["tile-000.glb", "tileset.json"]);
        JsonDocument.Parse(File.ReadAllText(folder.Path("tiles/tileset.json"))).RootElement.GetProperty("asset").GetProperty("version").GetString().ShouldBe("1.1");
        folder.Names().ShouldBe(["hamlet", "tiles"]);
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_left_alone_unless_forced()
    {
        using var folder = new TempFolder();
        var hamlet = Ground.WriteHamlet(folder);
        folder.Write("out/thesis.txt", "ten years of work");
        var refused = CommandLine.Run("city", "tiles", hamlet, "--out", folder.Path("out"));
        refused.Code.ShouldBe(2);
        refused.Error.ShouldContain("thesis.txt");
        CommandLine.Run("city", "tiles", hamlet, "--out", folder.Path("out"), "--force").Code.ShouldBe(0);
        folder.Names("out").ShouldBe(["thesis.txt", "tile-000.glb", "tileset.json"]);
    }
}
