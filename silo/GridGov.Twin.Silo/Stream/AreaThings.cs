using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Silo.Stream;

/// <summary>Finds what changed after a version (−1: everything), and what of it lies in a rectangle, in the order of the things' numbers.</summary>
internal sealed class AreaThings(CityModel city)
{
    private readonly PlaneRect[] _cells = [.. city.Cells.Select(cell => PlaneRect.Around(cell.Outline))];

    /// <summary>Whether a frame says anything at all.</summary>
    public static bool Says(MapFrame frame) =>
        frame.Cells.Count + frame.Officers.Count + frame.Cases.Count + frame.Devices.Count + frame.Buildings.Count + frame.CasesGone.Count
            + frame.OfficersGone.Count > 0;

    /// <summary>Those of which there is something to say.</summary>
    public static StateMark[] Lit(StateMark[] marks) => [.. marks.Where(mark => mark.State != 0)];

    /// <summary>Everything in the city that changed after a version.</summary>
    public MapFrame After(MapProjection map, long after) => new(default)
    {
        Cells = [.. Enumerable.Range(0, _cells.Length).Where(cell => map.Cells[cell].Version > after).Select(cell => map.Cells[cell].Value.Load(cell))],
        Officers = [.. map.Officers.Where(officer => officer.Version > after).Select(officer => officer.Value.Leg)],
        Cases = [.. map.Cases.Values.Where(pin => pin.Version > after).Select(pin => pin.Value).OrderBy(pin => pin.Case)],
        Devices = Marks(map.Devices, after),
        Buildings = Marks(map.Buildings, after),
    };

    public CellLoad[] CellsIn(PlaneRect rect, IReadOnlyList<CellLoad> cells) => [.. cells.Where(cell => _cells[cell.Cell].Touches(rect))];

    public static OfficerLeg[] OfficersIn(PlaneRect rect, IReadOnlyList<OfficerLeg> legs, MapProjection map) =>
        [.. legs.Where(leg => map.Officers[leg.Officer].Value.Around.Touches(rect))];

    public static CasePin[] CasesIn(PlaneRect rect, IReadOnlyList<CasePin> pins) => [.. pins.Where(pin => rect.Holds(pin.EastDm / 10.0, pin.NorthDm / 10.0))];

    public StateMark[] DevicesIn(PlaneRect rect, IReadOnlyList<StateMark> marks) => [.. marks.Where(mark => Holds(rect, city.Devices[mark.Index].At))];

    public StateMark[] BuildingsIn(PlaneRect rect, IReadOnlyList<StateMark> marks) => [.. marks.Where(mark => Holds(rect, city.Buildings[mark.Index].Centre))];

    public static long[] OfficersGone(MapProjection map, PlaneRect rect, IEnumerable<long> shown) =>
        [.. shown.Where(officer => !map.Officers[(int)officer].Value.Around.Touches(rect)).Order()];

    public static long[] CasesGone(MapProjection map, IEnumerable<long> shown) => [.. shown.Where(number => !map.Cases.ContainsKey(number)).Order()];

    private static bool Holds(PlaneRect rect, Place at) => rect.Holds(at.EastM, at.NorthM);

    private static StateMark[] Marks(Versioned<byte>[] things, long after)
    {
        List<StateMark> found = [];
        for (var i = 0; i < things.Length; i++)
        {
            // What was never touched has nothing to say.
            if (things[i].Version > Math.Max(0, after))
            {
                found.Add(new StateMark(i, things[i].Value));
            }
        }

        return [.. found];
    }
}
