using System.Globalization;
using System.Text.Json;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>
/// Reads what a feature must say, and notes what it does not say rightly. What is noted comes back as a default, so that the reading can go
/// on to the next mistake; nothing is made of a feature that is not sound.
/// </summary>
internal sealed class FeatureFields(GeoFeature feature, LocalPlane plane, List<Finding> findings)
{
    public GeoFeature Feature => feature;

    /// <summary>Whether nothing was noted so far.</summary>
    public bool IsSound { get; private set; } = true;

    public string Text(string name)
    {
        if (feature.Text(name) is { } text)
            return text;
        Note("", $"a text \"{name}\"", $"the {name} is missing");
        return "";
    }

    public int Whole(string name, int min)
    {
        var number = Number(name, min);
        if (number == Math.Floor(number) && number <= int.MaxValue)
            return (int)number;
        Note(feature.Text(name) ?? "", "a whole number", $"the {name} is not a whole number");
        return min;
    }

    public double Number(string name, double min)
    {
        var expected = string.Create(CultureInfo.InvariantCulture, $"a number of at least {min}");
        if (feature.Property(name) is not { } value)
            Note("", expected, $"the {name} is missing");
        else if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number) || !(number >= min) || double.IsInfinity(number))
            Note(value.GetRawText(), expected, $"the {name} is wrong");
        else
            return number;
        return min;
    }

    public T OneOf<T>(string name)
        where T : struct, Enum
    {
        var text = feature.Text(name) ?? "";
        if (Words<T>.Find(text) is { } value)
            return value;
        Note(text, Words<T>.All, text.Length > 0 ? $"the {name} is unknown" : $"the {name} is missing");
        return default;
    }

    /// <summary>The outline of the feature's Polygon, which must be whole and not cross itself.</summary>
    public Place[] Outline()
    {
        if (feature.Geometry is not Polygon { IsEmpty: false } polygon)
        {
            Note(feature.Geometry?.GeometryType ?? "null", "Polygon", "the geometry has the wrong type");
            return [];
        }

        if (new IsValidOp(polygon).ValidationError is { } error)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{error.Message} at [{error.Coordinate?.X}, {error.Coordinate?.Y}]");
            Note(at, "a polygon that does not cross itself", "the polygon is broken");
        }

        if (polygon.NumInteriorRings > 0)
            Note($"{polygon.NumInteriorRings} holes", "a polygon without holes", "the polygon has holes");
        var outline = Outlines.FromDegrees(polygon, plane);
        if (outline.Length >= 3)
            return outline;
        Note("", "at least 3 different positions on a raster of 1 cm", "the polygon is too small");
        return [];
    }

    /// <summary>The middle of an outline: the position given as <c>centre</c> or, without one, the one the outline has.</summary>
    public Place Centre(Place[] outline)
    {
        if (feature.Property("centre") is not { } centre)
            return IsSound ? Outlines.Centre(outline, plane) : default;
        if (centre.ValueKind == JsonValueKind.Array && centre.GetArrayLength() == 2
            && centre.EnumerateArray().All(degrees => degrees.ValueKind == JsonValueKind.Number))
            return plane.ToPlace(centre[0].GetDouble(), centre[1].GetDouble());
        Note(centre.GetRawText(), "[longitude, latitude]", "the centre is wrong");
        return default;
    }

    public Place At()
    {
        if (feature.Geometry is Point { IsEmpty: false } point)
            return plane.ToPlace(point.X, point.Y);
        Note(feature.Geometry?.GeometryType ?? "null", "Point", "the geometry has the wrong type");
        return default;
    }

    public void Note(string value, string expected, string message)
    {
        findings.Add(feature.Find(value, expected, message));
        IsSound = false;
    }
}
