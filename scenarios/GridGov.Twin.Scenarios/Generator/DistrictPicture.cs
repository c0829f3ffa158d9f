using System.Globalization;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>
/// Draws a district from above as SVG: cells tinted by kind, ground, streets by class, buildings shaded by height, community borders.
/// North is up; one unit of the drawing is one metre.
/// </summary>
public sealed class DistrictPicture
{
    private const double MarginM = 60;
    private readonly CityModel _city;
    private readonly TextWriter _out;

    private DistrictPicture(CityModel city, TextWriter output)
    {
        _city = city;
        _out = output;
    }

    /// <summary>Writes the picture of <paramref name="city"/>, <paramref name="widthPx"/> pixels wide when shown at its own size.</summary>
    public static void Write(CityModel city, TextWriter output, int widthPx = 1600) => new DistrictPicture(city, output).Draw(widthPx);

    private void Draw(int widthPx)
    {
        var west = _city.Boundary.Min(p => p.EastM) - MarginM;
        var east = _city.Boundary.Max(p => p.EastM) + MarginM;
        var south = _city.Boundary.Min(p => p.NorthM) - MarginM;
        var north = _city.Boundary.Max(p => p.NorthM) + MarginM;
        var heightPx = (int)(widthPx * (north - south) / (east - west));
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{widthPx}\" height=\"{heightPx}\"");
        Line($" viewBox=\"{west:0.#} {-north:0.#} {east - west:0.#} {north - south:0.#}\">");
        Line($"<title>{Text(_city.Name)}</title>");
        Line($"<rect x=\"{west:0.#}\" y=\"{-north:0.#}\" width=\"{east - west:0.#}\" height=\"{north - south:0.#}\" fill=\"#eceff0\"/>");
        DrawCells();
        DrawGround();
        DrawStreets();
        DrawBuildings();
        DrawBorders();
        Line($"</svg>");
    }

    private void DrawCells()
    {
        foreach (var cell in _city.Cells)
        {
            Line($"<path d=\"{Ring(cell.Outline)}\" fill=\"{PictureColours.Cell(cell.Kind)}\" stroke=\"#c9c3b6\" stroke-width=\"0.8\"/>");
        }
    }

    private void DrawGround()
    {
        foreach (var ground in _city.Ground)
        {
            var title = ground.Name is null ? "" : $"<title>{Text(ground.Name)}</title>";
            Line($"<path d=\"{Ring(ground.Outline)}\" fill=\"{PictureColours.Ground(ground.Kind)}\">{title}</path>");
        }
    }

    // Casing first, then the carriageways, small streets under large ones, so that crossings join.
    private void DrawStreets()
    {
        foreach (var casing in (bool[])[true, false])
        {
            foreach (var street in (StreetClass[])[StreetClass.Lane, StreetClass.Street, StreetClass.Avenue])
            {
                var width = street.WidthM() + (casing ? 3 : 0);
                var colour = casing ? "#cfcac0" : PictureColours.Street(street);
                Line($"<g fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width:0.#}\" stroke-linecap=\"round\">");
                foreach (var edge in _city.Streets.Edges.Where(edge => edge.Class == street))
                {
                    var (a, b) = (_city.Streets.Nodes[edge.From], _city.Streets.Nodes[edge.To]);
                    Line($"<path d=\"M{a.EastM:0.#} {-a.NorthM:0.#}L{b.EastM:0.#} {-b.NorthM:0.#}\"/>");
                }

                Line($"</g>");
            }
        }
    }

    private void DrawBuildings()
    {
        Line($"<g stroke=\"#6b5a4e\" stroke-width=\"0.5\">");
        foreach (var building in _city.Buildings.OrderBy(building => building.HeightM).ThenBy(building => building.Index))
        {
            var title = building.Name is null ? "" : $"<title>{Text(building.Name)}</title>";
            Line($"<path d=\"{Ring(building.Outline)}\" fill=\"{PictureColours.Building(building.HeightM)}\">{title}</path>");
        }

        Line($"</g>");
    }

    // A side shared by two cells of one community is no border; every other side is.
    private void DrawBorders()
    {
        var sides = new Dictionary<(Place, Place), int>();
        foreach (var cell in _city.Cells)
        {
            for (var i = 0; i < cell.Outline.Length; i++)
            {
                sides[(cell.Outline[i], cell.Outline[(i + 1) % cell.Outline.Length])] = cell.Community;
            }
        }

        foreach (var cell in _city.Cells)
        {
            for (var i = 0; i < cell.Outline.Length; i++)
            {
                var (a, b) = (cell.Outline[i], cell.Outline[(i + 1) % cell.Outline.Length]);
                var other = sides.GetValueOrDefault((b, a), -1);
                if (other != cell.Community && other < cell.Community)
                {
                    var isStreetBorder = other < 0 || _city.StreetOf(other) != _city.StreetOf(cell.Community);
                    var style = isStreetBorder
                        ? "stroke=\"#a03030\" stroke-width=\"5\""
                        : "stroke=\"#c05a5a\" stroke-width=\"2.5\" stroke-dasharray=\"10 7\"";
                    Line($"<path d=\"M{a.EastM:0.#} {-a.NorthM:0.#}L{b.EastM:0.#} {-b.NorthM:0.#}\" fill=\"none\" opacity=\"0.55\" {style}/>");
                }
            }
        }
    }

    private static string Ring(Place[] ring) =>
        "M" + string.Join("L", ring.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.EastM:0.#} {-p.NorthM:0.#}"))) + "Z";

    private static string Text(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;");

    private void Line(FormattableString line) => _out.Write(FormattableString.Invariant(line) + "\n");
}
