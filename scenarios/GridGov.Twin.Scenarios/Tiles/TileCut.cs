using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Tiles;

/// <summary>Cuts buildings into parts of about one size that lie close together: a k-d tree over their centres, across the longer side.</summary>
internal static class TileCut
{
    /// <summary>As many parts as are needed for none to hold more than <paramref name="most"/>.</summary>
    public static IEnumerable<BuildingSite[]> Parts(BuildingSite[] buildings, int most) =>
        Cut(buildings, (buildings.Length + most - 1) / most);

    private static IEnumerable<BuildingSite[]> Cut(BuildingSite[] buildings, int parts)
    {
        if (parts <= 1)
            return parts == 1 ? [buildings] : [];
        var isWide = Span(buildings, centre => centre.EastM) >= Span(buildings, centre => centre.NorthM);
        BuildingSite[] ordered = [.. buildings.OrderBy(site => isWide ? site.Centre.EastM : site.Centre.NorthM).ThenBy(site => site.Index)];
        var first = parts / 2;
        var at = (int)((long)ordered.Length * first / parts);
        return Cut(ordered[..at], first).Concat(Cut(ordered[at..], parts - first));
    }

    private static double Span(BuildingSite[] buildings, Func<Place, double> along) =>
        buildings.Max(site => along(site.Centre)) - buildings.Min(site => along(site.Centre));
}
