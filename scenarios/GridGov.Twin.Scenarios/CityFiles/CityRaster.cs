using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>The raster of 10⁻⁷ degrees, about 1 cm, that city files store places on.</summary>
public static class CityRaster
{
    /// <summary>
    /// The city with every place moved, by less than 1 cm, to where it comes back from the files, and the cells' areas to match.
    /// A city that already lies there is unchanged: <c>Read(Write(city))</c> equals <c>Settle(city)</c>.
    /// </summary>
    public static CityModel Settle(CityModel city)
    {
        ArgumentNullException.ThrowIfNull(city);
        var plane = new LocalPlane(city.Anchor);
        return city with
        {
            Anchor = plane.Anchor,
            Boundary = Outline(city.Boundary),
            Cells = [.. city.Cells.Select(Cell)],
            Buildings = [.. city.Buildings.Select(building => building with { Centre = plane.Snap(building.Centre), Outline = Outline(building.Outline) })],
            Devices = [.. city.Devices.Select(device => device with { At = plane.Snap(device.At) })],
            Ground = [.. city.Ground.Select(ground => ground with { Outline = Outline(ground.Outline) })],
            Streets = city.Streets with { Nodes = [.. city.Streets.Nodes.Select(plane.Snap)] },
        };

        Place[] Outline(Place[] outline) => Outlines.FromRing(outline.Select(plane.Snap));

        CellSite Cell(CellSite cell)
        {
            var outline = Outline(cell.Outline);
            return cell with { Centre = plane.Snap(cell.Centre), Outline = outline, AreaM2 = Outlines.AreaM2(outline) };
        }
    }
}
