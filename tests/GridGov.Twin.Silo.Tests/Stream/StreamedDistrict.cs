using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Silo.Stream;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Tests.Stream;

/// <summary>The map of a shipped scenario's district before its world begins.</summary>
internal sealed class StreamedDistrict
{
    private readonly MapProjection _map;

    public StreamedDistrict(string scenario)
    {
        Plan = ScenarioBuilder.Load(Tree.Shipped(scenario)).Plan;
        _map = new MapProjection(Plan);
        Stream = new MapStream(_map, Plan.City);
    }

    public WorldPlan Plan { get; }

    public MapStream Stream { get; }

    /// <summary>A view of the middle, as a share of the district's size.</summary>
    public ViewRect View(double size)
    {
        var plane = new LocalPlane(Plan.City.Anchor);
        var bounds = PlaneRect.Around(Plan.City.Boundary);
        var (east, north, half) = ((bounds.WestM + bounds.EastM) / 2, (bounds.SouthM + bounds.NorthM) / 2, bounds.LongerM * size / 2);
        var (west, south) = plane.ToDegrees(new Place(east - half, north - half));
        var (right, top) = plane.ToDegrees(new Place(east + half, north + half));
        return new ViewRect(west, south, right, top, 5_000);
    }

    public void Alarm(int device, bool isOn = true) =>
        _map.Hear(new Event { Source = Grain.DeviceOf(device), Body = Body.Of(new DeviceAlarmChanged(isOn ? 1 : 0)) });

    /// <summary>An alarm goes on, or off.</summary>
    public void Flip(int device) => Alarm(device, (_map.Devices[device].Value & 1) == 0);

    public void Reach(long nowMs, double speed, long wallMs) => _map.Reach(new WorldClock(new Instant(nowMs), speed, wallMs, speed));
}
