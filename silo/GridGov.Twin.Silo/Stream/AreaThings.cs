using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Silo.Stream;

/// <summary>Finds what changed in a rectangle after a version (−1: everything), in the order of the things' numbers. Knows where what does not move is.</summary>
internal sealed class AreaThings(CityModel city)
{
    private readonly PlaneRect[] _cells = [.. city.Cells.Select(cell => PlaneRect.Around(cell.Outline))];

    /// <summary>Whether a frame says anything at all.</summary>
    public static bool Says(MapFrame frame) =>
        frame.Cells.Count + frame.Officers.Count + frame.Cases.Count + frame.Devices.Count + frame.Buildings.Count + frame.CasesGone.Count
            + frame.OfficersGone.Count > 0;

    /// <summary>Those of which there is something to say.</summary>
    public static StateMark[] Lit(StateMark[] marks) => [.. marks.Where(mark => mark.State != 0)];

    public CellLoad[] Cells(MapProjection map, PlaneRect rect, long after)
    {
        List<CellLoad> found = [];
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            if (map.Cells[cell].Version > after && _cells[cell].Touches(rect))
            {
                found.Add(map.Cells[cell].Value.Load(cell));
            }
        }

        return [.. found];
    }

    public static OfficerLeg[] Officers(MapProjection map, PlaneRect rect, long after) =>
        [.. map.Officers.Where(officer => officer.Version > after && officer.Value.Around.Touches(rect)).Select(officer => officer.Value.Leg)];

    public static long[] OfficersGone(MapProjection map, PlaneRect rect, IEnumerable<long> shown) =>
        [.. shown.Where(officer => !map.Officers[(int)officer].Value.Around.Touches(rect)).Order()];

    public static CasePin[] Cases(MapProjection map, PlaneRect rect, long after) =>
    [
        .. map.Cases.Values.Where(pin => pin.Version > after && rect.Holds(pin.Value.EastDm / 10.0, pin.Value.NorthDm / 10.0))
            .Select(pin => pin.Value).OrderBy(pin => pin.Case),
    ];

    public static long[] CasesGone(MapProjection map, IEnumerable<long> shown) => [.. shown.Where(number => !map.Cases.ContainsKey(number)).Order()];

    public StateMark[] Devices(MapProjection map, PlaneRect rect, long after) => Marks(map.Devices, rect, after, device => city.Devices[device].At);

    public StateMark[] Buildings(MapProjection map, PlaneRect rect, long after) => Marks(map.Buildings, rect, after, building => city.Buildings[building].Centre);

    private static StateMark[] Marks(Versioned<byte>[] things, PlaneRect rect, long after, Func<int, Place> at)
    {
        List<StateMark> found = [];
        for (var i = 0; i < things.Length; i++)
        {
            // What was never touched has nothing to say.
            if (things[i].Version > Math.Max(0, after) && at(i) is var place && rect.Holds(place.EastM, place.NorthM))
            {
                found.Add(new StateMark(i, things[i].Value));
            }
        }

        return [.. found];
    }
}
