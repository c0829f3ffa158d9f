using System.Globalization;
using System.Text.Json;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Scenarios.Geo;

/// <summary>
/// Reads GeoJSON (RFC 7946), plain or packed with gzip, one feature at a time. The root may be a FeatureCollection, a Feature or a bare
/// geometry; members the standard does not know are passed over. Geometries are not checked for crossing themselves.
/// </summary>
public static class GeoJsonReader
{
    private const string Roots = "FeatureCollection, Feature or a geometry type";

    /// <summary>Reads the features in the order of the file, within the default limits.</summary>
    /// <exception cref="InputRejectedException">Thrown at the end (or after too many findings), naming every broken feature.</exception>
    public static IEnumerable<GeoFeature> Read(string file) => Read(file, GeoJsonLimits.Default);

    /// <summary>Reads the features in the order of the file.</summary>
    /// <exception cref="InputRejectedException">Thrown at the end (or after too many findings), naming every broken feature.</exception>
    public static IEnumerable<GeoFeature> Read(string file, GeoJsonLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        using var bytes = new JsonBytes(file, limits);
        var root = new RootMembers(file);
        var findings = new List<Finding>();
        root.Begin(bytes);
        while (root.NextMember(bytes) is { } member)
        {
            if (member != "features" || !root.BeginFeatures(bytes))
                continue;
            while (NextFeature(bytes, file, root.FeatureCount + 1, findings, out var feature))
            {
                root.FeatureCount++;
                if (feature is not null)
                    yield return feature;
                if (findings.Count >= limits.MaxFindings)
                    throw new InputRejectedException(findings);
            }
        }

        if (root.End() is { } single)
            yield return single;
        if (findings.Count > 0)
            throw new InputRejectedException(findings);
    }

    private static bool NextFeature(JsonBytes bytes, string file, int number, List<Finding> findings, out GeoFeature? feature)
    {
        feature = null;
        if (!bytes.TryValue(out var piece))
            return false;
        try
        {
            feature = Feature(file, number, piece);
        }
        catch (InputRejectedException rejected)
        {
            findings.AddRange(rejected.Findings);
        }

        return true;
    }

    private static GeoFeature Feature(string file, int number, JsonPiece piece)
    {
        var cursor = new JsonCursor(file, Subject(number), piece);
        var start = cursor;
        var feature = new GeoFeature(file, number, piece.Line, null, default);
        var (hasType, hasGeometry) = (false, false);
        cursor.Enter("a Feature object");
        for (; cursor.Type == JsonTokenType.PropertyName; cursor.Next())
        {
            switch (cursor.Member())
            {
                case "type":
                    hasType = cursor.Type == JsonTokenType.String && cursor.Is("Feature"u8) ? true : throw cursor.Wrong("Feature", "the type is wrong");
                    break;
                case "geometry":
                    hasGeometry = true;
                    feature = cursor.Type == JsonTokenType.Null ? feature : feature with { Geometry = GeometryParser.Read(ref cursor) };
                    break;
                case "properties" when cursor.Type is JsonTokenType.StartObject or JsonTokenType.Null:
                    feature = feature with { Properties = cursor.Element() };
                    break;
                case "properties":
                    throw cursor.Wrong("an object or null", "the properties have the wrong type");
                default:
                    cursor.Skip();
                    break;
            }
        }

        if (!hasType)
            throw start.Wrong("", "\"type\": \"Feature\"", "the type is missing");
        return hasGeometry ? feature : throw start.Wrong("", "\"geometry\": an object or null", "the geometry is missing");
    }

    private static string Subject(int number) => string.Create(CultureInfo.InvariantCulture, $"feature {number}: ");

    /// <summary>The root object's members, whatever their order: features are streamed, the few others are kept.</summary>
    private sealed class RootMembers(string file)
    {
        private readonly Dictionary<string, (byte[] Bytes, int Line)> _kept = [];
        private int _line;
        private bool _hasFeatures;

        public int FeatureCount { get; set; }

        public void Begin(JsonBytes bytes)
        {
            var (type, _) = bytes.Token();
            _line = bytes.Line;
            if (type != JsonTokenType.StartObject)
                throw Wrong("", "an object with \"type\": " + Roots, "this is not GeoJSON");
        }

        /// <summary>The name of the next member, its value still to be read if it is <c>features</c>; null at the end of the file.</summary>
        public string? NextMember(JsonBytes bytes)
        {
            if (bytes.Token() is not { Type: JsonTokenType.PropertyName, Name: { } name })
            {
                bytes.Token();
                return null;
            }

            if (name == "features")
                return name;
            bytes.TryValue(out var piece);
            if (name is "type" or "geometry" or "properties" or "coordinates" or "geometries")
                _kept[name] = (piece.Bytes.ToArray(), piece.Line);
            return name;
        }

        public bool BeginFeatures(JsonBytes bytes)
        {
            if (bytes.Token().Type != JsonTokenType.StartArray)
                throw new InputRejectedException(new Finding(file, bytes.Line, "", "an array of features", "the features have the wrong type"));
            return _hasFeatures = true;
        }

        /// <summary>Checks that a collection was one; otherwise makes the single feature the root itself is.</summary>
        public GeoFeature? End()
        {
            var type = _kept.ContainsKey("type") ? Cursor("type", "").Text(Roots) : throw Wrong("", "\"type\": " + Roots, "the type is missing");
            if (type == "FeatureCollection")
                return _hasFeatures ? null : throw Wrong("", "\"features\": an array", "the features are missing");
            if (type == "Feature")
                return Feature();
            var name = type == "GeometryCollection" ? "geometries" : "coordinates";
            if (!_kept.ContainsKey(name))
                throw Wrong(type, "\"type\": " + Roots + ", with its members", "the root is no GeoJSON object");
            var shape = Cursor(name, Subject(1));
            return new GeoFeature(file, 1, _line, GeometryParser.Shape(type, ref shape), default);
        }

        private GeoFeature Feature()
        {
            if (!_kept.ContainsKey("geometry"))
                throw Wrong("", "\"geometry\": an object or null", "the geometry is missing");
            var geometry = Cursor("geometry", Subject(1));
            var shape = geometry.Type == JsonTokenType.Null ? null : GeometryParser.Read(ref geometry);
            return new GeoFeature(file, 1, _line, shape, _kept.ContainsKey("properties") ? Cursor("properties", Subject(1)).Element() : default);
        }

        private JsonCursor Cursor(string member, string subject) =>
            new(file, subject, new JsonPiece(_kept[member].Bytes, _kept[member].Line));

        private InputRejectedException Wrong(string value, string expected, string message) =>
            new(new Finding(file, _line, value, expected, message));
    }
}
