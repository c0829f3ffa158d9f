using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>The buildings of a city, in the order of their indexes.</summary>
internal static class BuildingFile
{
    public static void Write(CityModel city, string file, LocalPlane plane)
    {
        using var geo = new GeoJsonWriter(file, plane);
        foreach (var building in city.Buildings)
        {
            geo.Polygon(building.Outline, json =>
            {
                json.WriteString("cell", city.Cells[building.Cell].Code);
                json.WriteString("use", Words<LandUse>.Of(building.Use));
                json.WriteNumber("heightM", building.HeightM);
                json.WriteNumber("floors", building.Floors);
                json.WriteNumber("households", building.Households);
                json.WriteNumber("residents", building.Residents);
                json.WriteNumber("elderlyAlone", building.Needs.ElderlyAlone);
                json.WriteNumber("disabilityCare", building.Needs.DisabilityCare);
                if (building.Name is { } name)
                    json.WriteString("name", name);
                Middle.Write(geo, json, building.Centre, building.Outline, plane);
            });
        }
    }

    public static BuildingSite[] Read(string file, LocalPlane plane, CellSite[] cells, CellFinder finder, List<Finding> findings)
    {
        var places = new CellPlaces(cells, finder);
        var buildings = new List<BuildingSite>();
        foreach (var feature in GeoJsonReader.Read(file))
        {
            var fields = new FeatureFields(feature, plane, findings);
            var building = Building(fields, buildings.Count);
            var cell = places.OfBuilding(fields, fields.Text("cell"), building.Centre);
            if (fields.IsSound)
                buildings.Add(building with { Cell = cell });
        }

        return [.. buildings];
    }

    private static BuildingSite Building(FeatureFields fields, int index)
    {
        var outline = fields.Outline();
        var centre = fields.Centre(outline);
        var needs = new Needs(fields.Whole("elderlyAlone", 0), fields.Whole("disabilityCare", 0));
        var (heightM, floors) = (fields.Number("heightM", 0), fields.Whole("floors", 1));
        var (households, residents) = (fields.Whole("households", 0), fields.Whole("residents", 0));
        return new BuildingSite(
            index, 0, centre, outline, heightM, floors, fields.OneOf<LandUse>("use"), households, residents, needs, fields.Feature.Text("name"));
    }
}
