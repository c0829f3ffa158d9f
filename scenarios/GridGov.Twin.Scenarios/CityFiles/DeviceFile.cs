using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>The devices of a city, in the order of their indexes.</summary>
internal static class DeviceFile
{
    private const int CodeDigits = 16;

    public static void Write(CityModel city, string file, LocalPlane plane)
    {
        using var geo = new GeoJsonWriter(file, plane);
        foreach (var device in city.Devices)
        {
            geo.Point(device.At, json =>
            {
                json.WriteString("code", device.Code);
                json.WriteString("kind", Words<DeviceKind>.Of(device.Kind));
                json.WriteString("cell", city.Cells[device.Cell].Code);
            });
        }
    }

    public static DeviceSite[] Read(string file, LocalPlane plane, CellSite[] cells, CellFinder finder, List<Finding> findings)
    {
        var places = new CellPlaces(cells, finder);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var devices = new List<DeviceSite>();
        foreach (var feature in GeoJsonReader.Read(file))
        {
            var fields = new FeatureFields(feature, plane, findings);
            var code = fields.Text("code");
            if (fields.IsSound && (code.Length != CodeDigits || !code.All(char.IsAsciiDigit)))
                fields.Note(code, "16 digits: 6 division, 2 class, 2 sub-class, 6 sequence", "the code is wrong");
            var (kind, at) = (fields.OneOf<DeviceKind>("kind"), fields.At());
            var cell = places.OfDevice(fields, fields.Text("cell"), at);
            if (fields.IsSound && !codes.Add(code))
                fields.Note(code, "each code once", "this code is used by an earlier device");
            if (fields.IsSound)
                devices.Add(new DeviceSite(devices.Count, code, kind, cell, at));
        }

        return [.. devices];
    }
}
