using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Silo.Stream;

/// <summary>Finds what of a city lies in a rectangle, in the order of the things' numbers.</summary>
internal sealed class AreaThings(CityModel city)
{
    private readonly PlaneRect[] _cells = [.. city.Cells.Select(cell => PlaneRect.Around(cell.Outline))];

    /// <summary>Everything of the city there is to say something of.</summary>
    public MapFrame All(MapProjection map) => new(default)
    {
        Cells = [.. Enumerable.Range(0, _cells.Length).Select(cell => map.Cells[cell].Value.Load(cell))],
        Officers = [.. map.Officers.Select(officer => officer.Value.Leg)],
        Cases = [.. map.Cases.Values.Select(pin => pin.Value).OrderBy(pin => pin.Case)],
        Devices = Lit(map.Devices),
        Buildings = Lit(map.Buildings),
    };

    /// <summary>What of all that lies in a rectangle.</summary>
    public MapFrame In(PlaneRect rect, bool isAggregate, MapFrame all, MapProjection map)
    {
        var cells = new MapFrame(default) { Cells = [.. all.Cells.Where(cell => _cells[cell.Cell].Touches(rect))] };
        return isAggregate ? cells : cells with
        {
            Officers = [.. all.Officers.Where(leg => map.Officers[leg.Officer].Value.Around.Touches(rect))],
            Cases = [.. all.Cases.Where(pin => Holds(rect, PlaceOf(pin)))],
            Devices = [.. all.Devices.Where(mark => Holds(rect, city.Devices[mark.Index].At))],
            Buildings = [.. all.Buildings.Where(mark => Holds(rect, city.Buildings[mark.Index].Centre))],
        };
    }

    /// <summary>The rectangle around a cell.</summary>
    public PlaneRect AroundCell(int cell) => _cells[cell];

    /// <summary>Where a pin stands.</summary>
    public static Place PlaceOf(in CasePin pin) => new(pin.EastDm / 10.0, pin.NorthDm / 10.0);

    private static bool Holds(PlaneRect rect, Place at) => rect.Holds(at.EastM, at.NorthM);

    private static StateMark[] Lit(Versioned<byte>[] things) =>
        [.. things.Select((thing, i) => new StateMark(i, thing.Value)).Where(mark => mark.State != 0)];
}
