using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Geo;

/// <summary>
/// Writes a GeoJSON FeatureCollection (RFC 7946) with one feature a line, so that a line number means something.
/// Positions have 7 decimals; outer rings run counter-clockwise.
/// </summary>
public sealed class GeoJsonWriter : IDisposable
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly LocalPlane _plane;
    private readonly FileStream _stream;
    private readonly ArrayBufferWriter<byte> _feature = new(4096);
    private bool _any;

    /// <summary>Begins a new file; an old one of that name is overwritten.</summary>
    public GeoJsonWriter(string file, LocalPlane plane)
    {
        _plane = plane;
        _stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        _stream.Write("{\"type\":\"FeatureCollection\",\"features\":[\n"u8);
    }

    /// <summary>Writes an outline as a Polygon.</summary>
    public void Polygon(Place[] outline, Action<Utf8JsonWriter> properties)
    {
        ArgumentNullException.ThrowIfNull(outline);
        Feature("Polygon", properties, json =>
        {
            json.WriteStartArray();
            json.WriteStartArray();
            foreach (var place in outline)
                Position(json, place);
            Position(json, outline[0]);
            json.WriteEndArray();
            json.WriteEndArray();
        });
    }

    /// <summary>Writes a straight LineString.</summary>
    public void Line(Place from, Place to, Action<Utf8JsonWriter> properties) =>
        Feature("LineString", properties, json =>
        {
            json.WriteStartArray();
            Position(json, from);
            Position(json, to);
            json.WriteEndArray();
        });

    /// <summary>Writes a Point.</summary>
    public void Point(Place at, Action<Utf8JsonWriter> properties) => Feature("Point", properties, json => Position(json, at));

    /// <summary>Writes a position as an array [longitude, latitude] with 7 decimals.</summary>
    public void Position(Utf8JsonWriter json, Place place)
    {
        ArgumentNullException.ThrowIfNull(json);
        var (east, north) = _plane.ToSteps(place);
        json.WriteStartArray();
        json.WriteNumberValue(east / (decimal)LocalPlane.StepsPerDegree);
        json.WriteNumberValue(north / (decimal)LocalPlane.StepsPerDegree);
        json.WriteEndArray();
    }

    /// <summary>Ends the collection and closes the file.</summary>
    public void Dispose()
    {
        _stream.Write("\n]}\n"u8);
        _stream.Dispose();
    }

    private void Feature(string type, Action<Utf8JsonWriter> properties, Action<Utf8JsonWriter> coordinates)
    {
        _feature.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_feature, Readable))
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteStartObject("properties");
            properties(json);
            json.WriteEndObject();
            json.WriteStartObject("geometry");
            json.WriteString("type", type);
            json.WritePropertyName("coordinates");
            coordinates(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        if (_any)
            _stream.Write(",\n"u8);
        _any = true;
        _stream.Write(_feature.WrittenSpan);
    }
}
