using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Silo.Stream;

/// <summary>Finds what of a city, or of its changes, lies in a rectangle, in the order of the things' numbers.</summary>
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
            Cases = [.. all.Cases.Where(pin => Holds(rect, pin))],
            Devices = [.. all.Devices.Where(mark => Holds(rect, city.Devices[mark.Index].At))],
            Buildings = [.. all.Buildings.Where(mark => Holds(rect, city.Buildings[mark.Index].Centre))],
        };
    }

    public void CellsIn(PlaneRect rect, List<CellChange> changes, AreaChanges into)
    {
        foreach (var change in changes)
        {
            if (_cells[change.Now.Cell].Touches(rect))
            {
                into.Add(change);
            }
        }
    }

    public static void CasesIn(PlaneRect rect, List<CaseChange> changes, AreaChanges into)
    {
        foreach (var change in changes)
        {
            if (Holds(rect, change.Pin))
            {
                into.Add(change);
            }
        }
    }

    public void MarksIn(PlaneRect rect, CityChanges changes, AreaChanges into)
    {
        foreach (var mark in changes.Devices)
        {
            if (Holds(rect, city.Devices[mark.Index].At))
            {
                into.Devices.Add(mark);
            }
        }

        foreach (var mark in changes.Buildings)
        {
            if (Holds(rect, city.Buildings[mark.Index].Centre))
            {
                into.Buildings.Add(mark);
            }
        }
    }

    private static bool Holds(PlaneRect rect, in CasePin pin) => rect.Holds(pin.EastDm / 10.0, pin.NorthDm / 10.0);

    private static bool Holds(PlaneRect rect, Place at) => rect.Holds(at.EastM, at.NorthM);

    private static StateMark[] Lit(Versioned<byte>[] things) =>
        [.. things.Select((thing, i) => new StateMark(i, thing.Value)).Where(mark => mark.State != 0)];
}
