using GridGov.Twin.Domain.City;
using GridGov.Twin.Silo.Stream;

namespace GridGov.Twin.Silo.Tests.Stream;

/// <summary>What a rectangle of the map holds, looked up thing by thing in the projection, the slow way and without the stream.</summary>
internal static class Truth
{
    public static string Of(StreamedTown town, PlaneRect rect)
    {
        var (city, map, screen) = (town.Plan.City, town.Map, new Screen());
        for (var cell = 0; cell < city.Cells.Length; cell++)
        {
            if (Meets(rect, city.Cells[cell].Outline))
            {
                screen.Take(map.Cells[cell].Value.Load(cell));
            }
        }

        foreach (var leg in map.Officers.Select(officer => officer.Value.Leg))
        {
            if (Meets(rect, leg.Path.Select(node => city.Streets.Nodes[node])))
            {
                screen.Take(leg);
            }
        }

        foreach (var pin in map.Cases.Values.Select(pin => pin.Value))
        {
            if (Meets(rect, [new Place(pin.EastDm / 10.0, pin.NorthDm / 10.0)]))
            {
                screen.Take(pin);
            }
        }

        for (var device = 0; device < city.Devices.Length; device++)
        {
            if (Meets(rect, [city.Devices[device].At]))
            {
                screen.TakeDevice(device, map.Devices[device].Value);
            }
        }

        for (var building = 0; building < city.Buildings.Length; building++)
        {
            if (Meets(rect, [city.Buildings[building].Centre]))
            {
                screen.TakeBuilding(building, map.Buildings[building].Value);
            }
        }

        return screen.Text();
    }

    // Its box meets the rectangle: neither lies wholly to one side of the other.
    private static bool Meets(PlaneRect rect, IEnumerable<Place> places)
    {
        var (easts, norths) = (places.Select(place => place.EastM).ToArray(), places.Select(place => place.NorthM).ToArray());
        return !(easts.Max() < rect.WestM || easts.Min() > rect.EastM || norths.Max() < rect.SouthM || norths.Min() > rect.NorthM);
    }
}
