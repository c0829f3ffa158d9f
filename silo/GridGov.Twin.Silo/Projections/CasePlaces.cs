using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Silo.Projections;

/// <summary>
/// Where the matters are that cases are opened for, as their reporters know it. One of which only the cell is known gets a spot
/// of its own near the cell's middle, the same whenever it is asked for, so that no two lie on each other.
/// </summary>
internal sealed class CasePlaces(CityModel city)
{
    private readonly Dictionary<ulong, (Place At, int Building)> _places = [];
    private readonly Dictionary<GrainId, ulong> _keys = [];

    public void Hear(in Event e)
    {
        switch (e.Body.Kind)
        {
            case IncidentStarted.Kind:
                var started = e.Body.As<IncidentStarted>();
                _places[started.Key] = (started.At.Place, started.Building);
                _keys[e.Source] = started.Key;
                break;
            case IncidentEnded.Kind when _keys.Remove(e.Source, out var key):
                _places.Remove(key);
                break;
        }
    }

    /// <summary>The place, and the building (−1: none).</summary>
    public (Place At, int Building) Of(CaseOpened opened)
    {
        var key = IncidentKey.Of(opened.Key);
        var site = city.Cells[opened.Cell];
        var (at, building) = _places.GetValueOrDefault(key, (site.Centre, -1));
        return building < 0 && Spot.Of(at) == Spot.Of(site.Centre) ? (Beside(site, key), -1) : (at, building);
    }

    // Somewhere on the inner half of the way to the cell's edge.
    private static Place Beside(CellSite site, ulong key)
    {
        var mixed = key * 0x9E37_79B9_7F4A_7C15;
        var (outward, along, side) = (0.12 + (0.38 * Share(mixed)), Share(mixed >> 20), (int)((mixed >> 40) % (ulong)site.Outline.Length));
        var (from, to) = (site.Outline[side], site.Outline[(side + 1) % site.Outline.Length]);
        return Between(site.Centre, Between(from, to, along), outward);
    }

    private static double Share(ulong bits) => (bits & 0xFFFF) / 65536.0;

    private static Place Between(Place from, Place to, double share) =>
        new(from.EastM + ((to.EastM - from.EastM) * share), from.NorthM + ((to.NorthM - from.NorthM) * share));
}
