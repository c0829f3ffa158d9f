using System.Buffers;
using System.Text.Json;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Tiles;

namespace GridGov.Twin.Scenarios.Tests.Tiles;

public class MapCityTests
{
    private static readonly Lazy<WorldPlan> Plan = new(() => ScenarioBuilder.Load(Tree.Shipped("first-day")).Plan);
    private static readonly Lazy<JsonElement> Written = new(() => Write(Plan.Value));

    private static CityModel City => Plan.Value.City;

    [Fact]
    public void Cells_org_and_boundary_are_there_by_index()
    {
        Written.Value.GetProperty("name").GetString().ShouldBe("柳河镇");
        Written.Value.GetProperty("anchor").GetProperty("lon").GetDouble().ShouldBe(City.Anchor.LongitudeDeg);
        Written.Value.GetProperty("anchor").GetProperty("lat").GetDouble().ShouldBe(City.Anchor.LatitudeDeg);
        Written.Value.GetProperty("boundary").EnumerateArray().Select(at => Numbers(at).Length).ShouldBe(City.Boundary.Select(_ => 2));
        var cells = All("cells");
        cells.Select(cell => cell.GetProperty("code").GetString()).ShouldBe(City.Cells.Select(cell => cell.Code));
        cells.Select(cell => cell.GetProperty("community").GetInt32()).ShouldBe(City.Cells.Select(cell => cell.Community));
        cells.Select(cell => cell.GetProperty("kind").GetString()!).Distinct().ShouldBeSubsetOf(["residential", "commercial", "mixed", "industrial", "public", "village"]);
        var org = All("org");
        org[0].GetProperty("level").GetString().ShouldBe("district");
        org.Select(unit => unit.GetProperty("parent").GetInt32()).ShouldBe(City.Org.Select(unit => unit.Parent));
        org.Select(unit => unit.GetProperty("name").GetString()).ShouldBe(City.Org.Select(unit => unit.Name));
    }

    [Fact]
    public void Places_are_decimetres_of_the_plane()
    {
        var cells = All("cells");
        for (var i = 0; i < cells.Length; i++)
        {
            var ring = Numbers(cells[i].GetProperty("ring"));
            ring.Length.ShouldBe(2 * City.Cells[i].Outline.Length);
            ring.ShouldBe(City.Cells[i].Outline.SelectMany(at => (double[])[at.EastM, at.NorthM]), 0.0501);
            Numbers(cells[i].GetProperty("centre")).ShouldBe([City.Cells[i].Centre.EastM, City.Cells[i].Centre.NorthM], 0.0501);
        }

        Numbers(Written.Value.GetProperty("streets").GetProperty("nodes")).ShouldAllBe(metres => Math.Abs((metres * 10) - Math.Round(metres * 10)) < 1e-6);
    }

    [Fact]
    public void Streets_ground_and_devices_are_there()
    {
        var streets = Written.Value.GetProperty("streets");
        Numbers(streets.GetProperty("nodes")).Length.ShouldBe(2 * City.Streets.Nodes.Length);
        Numbers(streets.GetProperty("edges")).ShouldBe(City.Streets.Edges.SelectMany(edge => (double[])[edge.From, edge.To, (int)edge.Class]));
        All("ground").Select(ground => ground.GetProperty("kind").GetString()!).Distinct().ShouldBeSubsetOf(["park", "water", "square", "field", "sports-ground"]);
        All("ground").Length.ShouldBe(City.Ground.Length);
        All("devices").Select(device => device.GetProperty("code").GetString()).ShouldBe(City.Devices.Select(device => device.Code));
        All("devices").Select(device => device.GetProperty("cell").GetInt32()).ShouldBe(City.Devices.Select(device => device.Cell));
        All("devices").ShouldAllBe(device => device.GetProperty("at").GetArrayLength() == 2);
    }

    [Fact]
    public void Officers_and_kinds_come_from_the_plan_by_index()
    {
        All("officers").Select(officer => officer.GetProperty("name").GetString()).ShouldBe(Plan.Value.Officers.Select(officer => officer.Name));
        All("officers").Select(officer => officer.GetProperty("team").GetString()).ShouldBe(Plan.Value.Officers.Select(officer => Plan.Value.Teams[officer.Team].Name));
        All("kinds").Select(kind => kind.GetProperty("key").GetString()).ShouldBe(Plan.Value.Catalogue.Conditions.Select(kind => kind.Key));
        All("kinds").ShouldAllBe(kind => kind.GetProperty("zh").GetString()!.Length > 0 && kind.GetProperty("en").GetString()!.Length > 0);
    }

    [Fact]
    public void Nothing_is_said_about_buildings_or_households_and_the_stream_gets_the_same_bytes()
    {
        Written.Value.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["name", "anchor", "boundary", "cells", "org", "streets", "ground", "devices", "officers", "kinds"]);
        using var stream = new MemoryStream();
        MapCity.Write(stream, Plan.Value);
        JsonElement.DeepEquals(JsonDocument.Parse(stream.ToArray()).RootElement, Written.Value).ShouldBeTrue();
        stream.Length.ShouldBeInRange(10_000, 2_000_000);
    }

    private static JsonElement Write(WorldPlan plan)
    {
        var buffer = new ArrayBufferWriter<byte>();
        MapCity.Write(buffer, plan);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }

    private static JsonElement[] All(string name) => [.. Written.Value.GetProperty(name).EnumerateArray()];

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];
}
