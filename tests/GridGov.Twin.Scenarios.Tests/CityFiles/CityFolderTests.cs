using System.Text.Json;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.CityFiles;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Import;
using GridGov.Twin.Scenarios.Tests.Geo;
using GridGov.Twin.Scenarios.Tests.Import;

namespace GridGov.Twin.Scenarios.Tests.CityFiles;

public sealed class CityFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly CityModel _city;

    public CityFolderTests()
    {
        var file = _folder.Write("town.geojson", CityImporterTests.Town(12, 9, """{"name":"楼 \"A\""}""").ToString());
        var city = CityImporter.Import(new ImportOptions(file, "试验区")).City;
        _city = city with { Ground = [new GroundSite(GroundKind.Park, "公园", city.Cells[3].Outline), new GroundSite(GroundKind.Water, null, city.Cells[4].Outline)] };
        CityFolder.Write(_city, City);
    }

    private string City => _folder.Path("city");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_city_comes_back_with_every_value() => CityText.Of(CityFolder.Read(City)).ShouldBe(CityText.Of(_city));

    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes()
    {
        CityFolder.Write(CityFolder.Read(City), _folder.Path("again"));
        foreach (var file in Directory.GetFiles(City))
            File.ReadAllText(Path.Combine(_folder.Path("again"), Path.GetFileName(file))).ShouldBe(File.ReadAllText(file));
    }

    [Fact]
    public void A_city_off_the_raster_comes_back_moved_by_less_than_a_centimetre()
    {
        static Place Moved(Place place) => new(place.EastM + 0.0037, place.NorthM - 0.0041);
        var off = _city with
        {
            Buildings = [.. _city.Buildings.Select(b => b with { Outline = [.. b.Outline.Select(Moved)], Centre = Moved(b.Centre) })],
            Streets = _city.Streets with { Nodes = [.. _city.Streets.Nodes.Select(Moved)] },
        };
        CityFolder.Write(off, City);
        var read = CityFolder.Read(City);
        CityText.Of(read).ShouldBe(CityText.Of(CityRaster.Settle(off)));
        read.Buildings.Zip(off.Buildings).ShouldAllBe(pair => pair.First.Centre.MetresTo(pair.Second.Centre) < 0.01);
        CityText.Of(CityRaster.Settle(_city)).ShouldBe(CityText.Of(_city));
    }

    [Fact]
    public void A_centre_that_is_not_the_middle_of_its_outline_is_kept()
    {
        var corner = _city.Cells[0].Outline[0];
        var city = _city with { Cells = [_city.Cells[0] with { Centre = corner }, .. _city.Cells.Skip(1)] };
        CityFolder.Write(city, City);
        CityFolder.Read(City).Cells[0].Centre.ShouldBe(corner);
    }

    [Fact]
    public void A_net_of_a_single_node_is_kept()
    {
        var city = _city with { Streets = new StreetNet([_city.Cells[0].Centre], []), Cells = [.. _city.Cells.Select(cell => cell with { Node = 0 })] };
        CityFolder.Write(city, City);
        CityText.Of(CityFolder.Read(City)).ShouldBe(CityText.Of(city));
    }

    [Fact]
    public void Every_file_is_one_people_can_open_in_a_map_program()
    {
        foreach (var file in Directory.GetFiles(City, "*.geojson"))
            JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("type").GetString().ShouldBe("FeatureCollection");
        Directory.GetFiles(City).Select(Path.GetFileName).Order().ShouldBe(
            ["boundary.geojson", "buildings.geojson", "cells.geojson", "city.json", "devices.geojson", "ground.geojson", "streets.geojson"]);
    }

    [Fact]
    public void An_older_city_is_replaced_and_nothing_is_left_beside_it()
    {
        CityFolder.Write(_city with { Name = "新区" }, City);
        CityFolder.Read(City).Name.ShouldBe("新区");
        Directory.GetDirectories(_folder.Path(".")).Select(Path.GetFileName).ShouldBe(["city"]);
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_left_alone()
    {
        Directory.CreateDirectory(_folder.Path("letters"));
        _folder.Write("letters/a.txt", "dear");
        Should.Throw<InputRejectedException>(() => CityFolder.Write(_city, _folder.Path("letters"))).Findings.Single().Message
            .ShouldBe("the folder holds something else");
        Directory.GetFiles(_folder.Path("letters")).Length.ShouldBe(1);
    }

    [Fact]
    public void A_city_that_cannot_be_written_leaves_the_older_one_whole()
    {
        var broken = _city with { Buildings = [_city.Buildings[0] with { Cell = 99_999 }] };
        Should.Throw<IndexOutOfRangeException>(() => CityFolder.Write(broken, City));
        CityText.Of(CityFolder.Read(City)).ShouldBe(CityText.Of(_city));
        Directory.GetDirectories(_folder.Path(".")).Length.ShouldBe(1);
    }
}
