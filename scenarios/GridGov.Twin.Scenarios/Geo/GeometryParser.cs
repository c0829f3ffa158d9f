using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace GridGov.Twin.Scenarios.Geo;

/// <summary>Reads GeoJSON geometries (RFC 7946 §3.1) from a cursor. Heights are passed over; the way a ring turns does not matter.</summary>
internal static class GeometryParser
{
    private const string Types = "Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon or GeometryCollection";
    private const int RingPositions = 4;
    private const int LinePositions = 2;

    private static readonly GeometryFactory Wgs84 = new(new PrecisionModel(), 4326);

    /// <summary>Reads the geometry object the cursor stands on and moves to its end; its members may come in any order.</summary>
    public static Geometry Read(ref JsonCursor cursor)
    {
        var start = cursor;
        string? type = null;
        JsonCursor shape = default;
        var hasShape = false;
        cursor.Enter("a geometry object");
        while (cursor.Type == JsonTokenType.PropertyName)
        {
            switch (cursor.Member())
            {
                case "type":
                    type = cursor.Text(Types);
                    break;
                case "coordinates" or "geometries":
                    shape = cursor;
                    hasShape = true;
                    break;
            }

            cursor.Skip();
            cursor.Next();
        }

        if (type is null)
            throw start.Wrong("", $"\"type\": {Types}", "the geometry has no type");
        return hasShape ? Shape(type, ref shape) : throw start.Wrong("", "\"coordinates\"", $"the {type} has no coordinates");
    }

    /// <summary>Reads the coordinates (or the geometries of a collection) of a geometry of the given type.</summary>
    public static Geometry Shape(string type, ref JsonCursor cursor) => type switch
    {
        "Point" => Wgs84.CreatePoint(Position(ref cursor)),
        "MultiPoint" => Wgs84.CreateMultiPoint(Many(ref cursor, static (ref c) => Wgs84.CreatePoint(Position(ref c)))),
        "LineString" => Line(ref cursor),
        "MultiLineString" => Wgs84.CreateMultiLineString(Many(ref cursor, Line)),
        "Polygon" => Polygon(ref cursor),
        "MultiPolygon" => Wgs84.CreateMultiPolygon(Many(ref cursor, Polygon)),
        "GeometryCollection" => Wgs84.CreateGeometryCollection(Many(ref cursor, Read)),
        _ => throw cursor.Wrong(type, Types, "this geometry type is unknown"),
    };

    private delegate T Reading<T>(ref JsonCursor cursor);

    private static T[] Many<T>(ref JsonCursor cursor, Reading<T> read)
    {
        var items = new List<T>();
        for (cursor.EnterArray("an array"); cursor.Type != JsonTokenType.EndArray; cursor.Next())
            items.Add(read(ref cursor));
        return [.. items];
    }

    private static LineString Line(ref JsonCursor cursor)
    {
        var start = cursor;
        var positions = Many(ref cursor, Position);
        return positions.Length >= LinePositions
            ? Wgs84.CreateLineString(positions)
            : throw start.Wrong(Count(positions.Length), "at least 2 positions", "the line is too short");
    }

    private static Polygon Polygon(ref JsonCursor cursor)
    {
        var rings = Many(ref cursor, Ring);
        return rings.Length > 0 ? Wgs84.CreatePolygon(rings[0], rings[1..]) : Wgs84.CreatePolygon();
    }

    private static LinearRing Ring(ref JsonCursor cursor)
    {
        var start = cursor;
        var positions = Many(ref cursor, Position);
        if (positions.Length < RingPositions)
            throw start.Wrong(Count(positions.Length), "at least 4 positions, the last equal to the first", "the ring is too short");
        if (!positions[0].Equals2D(positions[^1]))
            throw start.Wrong(Show(positions[^1]), $"the first position again, {Show(positions[0])}", "the ring is not closed");
        return Wgs84.CreateLinearRing(positions);
    }

    private static Coordinate Position(ref JsonCursor cursor)
    {
        var start = cursor;
        Span<double> degrees = stackalloc double[2];
        var count = 0;
        for (cursor.EnterArray("a position [longitude, latitude]"); cursor.Type != JsonTokenType.EndArray; cursor.Next(), count++)
        {
            var number = cursor.Number(count < degrees.Length ? "a number of degrees" : "a number");
            if (count < degrees.Length)
                degrees[count] = InRange(cursor, number, count == 0 ? 180 : 90, count == 0 ? "longitude" : "latitude");
        }

        return count >= degrees.Length
            ? new Coordinate(degrees[0], degrees[1])
            : throw start.Wrong(Count(count), "2 numbers or more: [longitude, latitude]", "the position is too short");
    }

    private static double InRange(JsonCursor cursor, double degrees, double limit, string axis) =>
        Math.Abs(degrees) <= limit
            ? degrees
            : throw cursor.Wrong($"WGS 84 degrees from -{limit} to {limit}", $"the {axis} is out of range");

    private static string Show(Coordinate c) => string.Create(CultureInfo.InvariantCulture, $"[{c.X}, {c.Y}]");

    private static string Count(int count) => string.Create(CultureInfo.InvariantCulture, $"{count}");
}
