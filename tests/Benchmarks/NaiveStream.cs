using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Silo.Stream;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// What a plain twin sends: every thing that changed as a JSON message of its own to everyone who sees it, and officers on their way with their
/// place at every tick, for there are no legs.
/// </summary>
internal sealed class NaiveStream(WorldPlan plan, MapProjection map)
{
    private readonly JsonHubProtocol _protocol = new();
    private readonly LocalPlane _plane = new(plan.City.Anchor);

    /// <summary>The bytes of one tick for all the viewers.</summary>
    public long Tick(IReadOnlyCollection<PlaneRect> viewers, HashSet<GrainId> changed, bool withWays)
    {
        var now = map.Clock.Now;
        var messages = changed.Where(thing => thing.Kind != Grain.Officer).Select(Thing)
            .Concat(map.Officers.Select(officer => officer.Value.Leg.Officer)
                .Where(officer => changed.Contains(Grain.OfficerOf(officer)) || (withWays && map.Officers[officer].Value.Leg.ArriveMs > now.Milliseconds))
                .Select(officer => Officer(officer, now)))
            .ToArray();
        var bytes = 0L;
        foreach (var viewer in viewers)
        {
            foreach (var (at, message) in messages)
            {
                if (viewer.Holds(at.EastM, at.NorthM))
                {
                    bytes += _protocol.GetMessageBytes(new InvocationMessage("changed", [message])).Length;
                }
            }
        }

        return bytes;
    }

    private (Place At, object Message) Thing(GrainId thing) => thing.Kind == Grain.Case ? Case(thing.Number) : Device((int)thing.Number);

    private (Place At, object Message) Case(long number)
    {
        var pin = map.Cases[number].Value;
        var at = new Place(pin.EastDm / 10.0, pin.NorthDm / 10.0);
        var (lon, lat) = _plane.ToDegrees(at);
        return (at, new { type = "case", number, pin.Stage, pin.Marks, pin.Kind, cell = plan.City.Cells[pin.Cell].Code, lon, lat, pin.DueMs });
    }

    private (Place At, object Message) Device(int device)
    {
        var (made, state) = (plan.City.Devices[device], map.Devices[device].Value);
        var (lon, lat) = _plane.ToDegrees(made.At);
        return (made.At, new { type = "device", code = made.Code, alarm = (state & 1) != 0, broken = (state & 2) != 0, silenced = (state & 4) != 0, lon, lat });
    }

    private (Place At, object Message) Officer(int officer, Instant now)
    {
        var leg = map.Officers[officer].Value.Leg;
        var share = leg.ArriveMs <= leg.DepartMs ? 1 : Math.Clamp((now.Milliseconds - leg.DepartMs) / (double)(leg.ArriveMs - leg.DepartMs), 0, 1);
        var at = plan.City.Streets.Nodes[leg.Path[(int)(share * (leg.Path.Length - 1))]];
        var (lon, lat) = _plane.ToDegrees(at);
        return (at, new { type = "officer", name = plan.Officers[officer].Name, leg.Doing, lon, lat });
    }
}
