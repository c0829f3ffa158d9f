using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>What <c>city.json</c> says: format version, name, division, anchor and the org tree.</summary>
internal sealed record CityHead(string Name, Anchor Anchor, OrgUnit[] Org)
{
    private const string Whole = "an object with formatVersion, name, division, anchor and org";

    public static void Write(CityModel city, string file)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteNumber("formatVersion", CityFormat.Version);
        json.WriteString("name", city.Name);
        json.WriteString("division", city.Org[0].Code);
        json.WriteStartObject("anchor");
        json.WriteNumber("longitude", (decimal)city.Anchor.LongitudeDeg);
        json.WriteNumber("latitude", (decimal)city.Anchor.LatitudeDeg);
        json.WriteEndObject();
        json.WriteStartArray("org");
        foreach (var unit in city.Org)
        {
            json.WriteStartObject();
            json.WriteString("code", unit.Code);
            json.WriteString("name", unit.Name);
            json.WriteString("level", Words<Level>.Of(unit.Level));
            if (unit.Parent >= 0)
                json.WriteString("parent", city.Org[unit.Parent].Code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static CityHead Read(string file)
    {
        using var bytes = new JsonBytes(file, GeoJsonLimits.Default);
        bytes.TryValue(out var root);
        var cursor = new JsonCursor(file, "", root);
        var start = cursor;
        var version = false;
        var (name, division, anchor, org) = ((string?)null, (string?)null, (Anchor?)null, (List<OrgEntry>?)null);
        for (cursor.Enter(Whole); cursor.Type == JsonTokenType.PropertyName; cursor.Next())
        {
            switch (cursor.Member())
            {
                case "formatVersion":
                    version = cursor.Number("a format version") == CityFormat.Version
                        ? true
                        : throw cursor.Wrong(CityFormat.Version.ToString(CultureInfo.InvariantCulture), "this program cannot read this format version");
                    break;
                case "name":
                    name = cursor.Text("the district's name");
                    break;
                case "division":
                    division = Division(ref cursor);
                    break;
                case "anchor":
                    anchor = ReadAnchor(ref cursor);
                    break;
                case "org":
                    org = OrgEntry.ReadAll(ref cursor, file);
                    break;
                default:
                    cursor.Skip();
                    break;
            }
        }

        bytes.Token();
        return version && name is not null && division is not null && anchor is not null && org is not null
            ? new CityHead(name, anchor.Value, OrgEntry.Tree(org, division, file))
            : throw start.Wrong("", Whole, "something is missing");
    }

    private static string Division(ref JsonCursor cursor)
    {
        const string Expected = "6 digits (GB/T 2260)";
        var division = cursor.Text(Expected);
        return division.Length == 6 && division.All(char.IsAsciiDigit) ? division : throw cursor.Wrong(Expected, "the division code is wrong");
    }

    private static Anchor ReadAnchor(ref JsonCursor cursor)
    {
        const string Expected = "an object with longitude and latitude in degrees";
        var (longitude, latitude) = (double.NaN, double.NaN);
        var start = cursor;
        for (cursor.Enter(Expected); cursor.Type == JsonTokenType.PropertyName; cursor.Next())
        {
            var member = cursor.Member();
            if (member == "longitude")
                longitude = cursor.Number(Expected);
            else if (member == "latitude")
                latitude = cursor.Number(Expected);
            else
                cursor.Skip();
        }

        return Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= LocalPlane.MaxAnchorLatitudeDeg
            ? new Anchor(longitude, latitude)
            : throw start.Wrong(
                string.Create(CultureInfo.InvariantCulture, $"{longitude}, {latitude}"),
                "a longitude of -180 to 180 and a latitude of -85 to 85",
                "the anchor is missing or out of range");
    }
}
