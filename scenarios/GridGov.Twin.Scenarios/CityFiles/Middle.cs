using System.Text.Json;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>A site's centre is written only where it says more than the outline does, so that moving an outline in a map program moves it.</summary>
internal static class Middle
{
    public static void Write(GeoJsonWriter geo, Utf8JsonWriter json, Place centre, Place[] outline, LocalPlane plane)
    {
        // The outline people will read back is the one on the raster.
        var onRaster = Outlines.FromRing(outline.Select(plane.Snap));
        if (onRaster.Length >= 3 && plane.Snap(centre) == Outlines.Centre(onRaster, plane))
            return;
        json.WritePropertyName("centre");
        geo.Position(json, centre);
    }
}
