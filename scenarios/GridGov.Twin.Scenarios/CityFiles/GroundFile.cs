using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>What is seen on the map besides buildings: parks and water, and the district's boundary in a file of its own.</summary>
internal static class GroundFile
{
    public static void Write(CityModel city, string file, LocalPlane plane)
    {
        using var geo = new GeoJsonWriter(file, plane);
        foreach (var ground in city.Ground)
        {
            geo.Polygon(ground.Outline, json =>
            {
                json.WriteString("kind", Words<GroundKind>.Of(ground.Kind));
                if (ground.Name is { } name)
                    json.WriteString("name", name);
            });
        }
    }

    public static void WriteBoundary(CityModel city, string file, LocalPlane plane)
    {
        using var geo = new GeoJsonWriter(file, plane);
        geo.Polygon(city.Boundary, json => json.WriteString("name", city.Name));
    }

    public static GroundSite[] Read(string file, LocalPlane plane, List<Finding> findings)
    {
        var sites = new List<GroundSite>();
        foreach (var feature in GeoJsonReader.Read(file))
        {
            var fields = new FeatureFields(feature, plane, findings);
            var site = new GroundSite(fields.OneOf<GroundKind>("kind"), feature.Text("name"), fields.Outline());
            if (fields.IsSound)
                sites.Add(site);
        }

        return [.. sites];
    }

    public static Place[] ReadBoundary(string file, LocalPlane plane, List<Finding> findings)
    {
        var outlines = GeoJsonReader.Read(file).Select(feature => new FeatureFields(feature, plane, findings).Outline()).ToArray();
        if (outlines.Length == 1)
            return outlines[0];
        findings.Add(new Finding(file, 0, $"{outlines.Length} features", "one Polygon", "the boundary is not one feature"));
        return [];
    }
}
