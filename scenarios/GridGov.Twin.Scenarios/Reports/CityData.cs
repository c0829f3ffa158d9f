using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Experiments;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>
/// A city as the report's map draws it: one SVG unit is a metre, north is up. Cells are in the order of the city's.
/// </summary>
/// <param name="Name">What it is called.</param>
/// <param name="ViewBox">The drawing's frame.</param>
/// <param name="Cells">The cells.</param>
/// <param name="Borders">The path of the borders between streets.</param>
internal sealed record CityData(string Name, string ViewBox, CellShape[] Cells, string Borders)
{
    private const double MarginM = 40;

    public static CityData Of(CityModel city)
    {
        var places = city.Cells.SelectMany(cell => cell.Outline).ToArray();
        var (west, north) = (places.Min(p => p.EastM) - MarginM, places.Max(p => p.NorthM) + MarginM);
        var (width, height) = (places.Max(p => p.EastM) + MarginM - west, north - places.Min(p => p.NorthM) + MarginM);
        return new CityData(
            city.Name, string.Create(CultureInfo.InvariantCulture, $"{west:0} {-north:0} {width:0} {height:0}"),
            [.. city.Cells.Select(cell => CellShape.Of(cell, city))], BordersOf(city));
    }

    /// <summary>The cities of the variants, each once, and which of them each variant has.</summary>
    public static (CityData[] Cities, int[] OfVariant) Of(ExperimentPlan plan)
    {
        var cities = plan.Variants.Select(variant => variant.Scenario.Plan.City).ToArray();
        CityModel[] distinct = [.. cities.Distinct()];
        return ([.. distinct.Select(Of)], [.. cities.Select(city => Array.IndexOf(distinct, city))]);
    }

    // A side that two cells of one street share is no border; every other side is, and is drawn once.
    private static string BordersOf(CityModel city)
    {
        var sides = new Dictionary<(Place, Place), int>();
        foreach (var (cell, from, to) in Sides(city))
        {
            sides[(from, to)] = city.StreetOf(cell.Community);
        }

        return string.Concat(
            from side in Sides(city)
            let own = city.StreetOf(side.Cell.Community)
            let other = sides.GetValueOrDefault((side.To, side.From), -1)
            where other < own
            select $"M{CellShape.Point(side.From)}L{CellShape.Point(side.To)}");
    }

    private static IEnumerable<(CellSite Cell, Place From, Place To)> Sides(CityModel city) =>
        city.Cells.SelectMany(cell => cell.Outline.Select((place, i) => (cell, place, cell.Outline[(i + 1) % cell.Outline.Length])));
}

/// <summary>A cell as the map draws it.</summary>
internal sealed record CellShape(string Code, string Community, string Street, string Path)
{
    public static CellShape Of(CellSite cell, CityModel city) => new(
        cell.Code, city.Org[cell.Community].Name, city.Org[city.StreetOf(cell.Community)].Name, $"M{string.Join('L', cell.Outline.Select(Point))}Z");

    public static string Point(Place place) => string.Create(CultureInfo.InvariantCulture, $"{place.EastM:0.#} {-place.NorthM:0.#}");
}
