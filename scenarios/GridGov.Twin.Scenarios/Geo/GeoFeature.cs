using System.Globalization;
using System.Text.Json;
using GridGov.Twin.Scenarios.Findings;
using NetTopologySuite.Geometries;

namespace GridGov.Twin.Scenarios.Geo;

/// <summary>One feature of a GeoJSON file: its place in the file, its geometry in degrees and its properties.</summary>
/// <param name="File">The file as the person named it.</param>
/// <param name="Number">Which feature of the file, counted from 1.</param>
/// <param name="Line">The line the feature begins on, counted from 1.</param>
/// <param name="Geometry">The geometry, x = longitude and y = latitude; null for a feature without a place.</param>
/// <param name="Properties">The properties object, or an undefined or null element where there are none.</param>
public sealed record GeoFeature(string File, int Number, int Line, Geometry? Geometry, JsonElement Properties)
{
    /// <summary>The property's value, or null where it is absent or null.</summary>
    public JsonElement? Property(string name) =>
        Properties.ValueKind == JsonValueKind.Object && Properties.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>The property as text (numbers as they are written), or null where it is absent, null or empty.</summary>
    public string? Text(string name)
    {
        var text = Property(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } value => value.GetString()?.Trim(),
            var value => value.Value.GetRawText(),
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>A finding about this feature, naming its number.</summary>
    public Finding Find(string value, string expected, string message) =>
        new(File, Line, value, expected, string.Create(CultureInfo.InvariantCulture, $"feature {Number}: {message}"));
}
