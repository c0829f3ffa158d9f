using GridGov.Twin.Contracts;

namespace GridGov.Twin.Silo.Api;

/// <summary>Cells, buildings, devices, officers and desks.</summary>
internal static class PlaceRoutes
{
    public static void Map(RouteGroupBuilder world)
    {
        world.MapGet("/cells", (string world, WorldDesks desks) => desks.Of(world).Read((views, at) => views.Cells(at.Model, at.Now))).WithSummary("The cells");
        world.MapGet("/cells/{code}", Cell).WithSummary("One cell, by its 15 digits");
        world.MapGet("/buildings/{index:int}", Building).WithSummary("One building, by its index");
        world.MapGet("/devices", (string world, WorldDesks desks) => desks.Of(world).Read((views, at) => views.Devices(at.Model))).WithSummary("The devices");
        world.MapGet("/devices/{code}", Device).WithSummary("One device, by its 16 digits");
        world.MapGet("/officers", (string world, WorldDesks desks) => desks.Of(world).Read((views, at) => Officers(views.Officers(at.Model, at.Now), at.Now.Milliseconds)))
            .WithSummary("The officers");
        world.MapGet("/officers/{index:int}", Officer).WithSummary("One officer, by his index");
        world.MapGet("/desks", (string world, WorldDesks desks) => desks.Of(world).Read((views, at) => views.Desks(at.Model))).WithSummary("The desks");
        world.MapGet("/alarms", (string world, WorldDesks desks) => desks.Of(world).Read((views, at) => views.Alarms(at.Now)))
            .WithSummary("What wants attention, the gravest first");
    }

    private static Page<OfficerRow> Officers(OfficerRow[] rows, long nowMs) => new(nowMs, rows.Length, rows);

    private static async Task<CellView> Cell(string world, string code, WorldDesks desks) =>
        await desks.Of(world).Read((views, at) => views.Cell(at.Model, at.Now, code)) ?? throw Problems.NotFound("no-such-cell", "没有此网格", "there is no such cell");

    private static async Task<BuildingView> Building(string world, int index, WorldDesks desks) =>
        await desks.Of(world).Read((views, at) => views.Building(at.Model, at.Now, index))
            ?? throw Problems.NotFound("no-such-building", "没有此建筑", "there is no such building");

    private static async Task<DeviceView> Device(string world, string code, WorldDesks desks) =>
        await desks.Of(world).Read((views, at) => views.Device(at.Model, code)) ?? throw Problems.NotFound("no-such-device", "没有此设备", "there is no such device");

    private static async Task<OfficerView> Officer(string world, int index, WorldDesks desks) =>
        await desks.Of(world).Read((views, at) => views.Officer(at.Model, at.Now, index))
            ?? throw Problems.NotFound("no-such-officer", "没有此网格员", "there is no such officer");
}
