using System.Globalization;
using GridGov.Twin.Scenarios.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Valid;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>
/// Brings a polygon in degrees onto the raster of 7 decimals and mends it where that changes its area by at most 5 %.
/// </summary>
internal static class PolygonRepair
{
    private const double MaxAreaChange = 0.05;
    private const double NeckDeg = 5 / LocalPlane.StepsPerDegree;
    private static readonly GeometryFactory Raster = new(new PrecisionModel(LocalPlane.StepsPerDegree), 4326);

    /// <summary>A valid polygon, or none; what was wrong with it (empty if nothing was) and what was done about it.</summary>
    public readonly record struct Mended(Polygon? Shape, string Fault, string Done);

    public static Mended Settle(Polygon drawn)
    {
        if (OnRaster(drawn) is not { } polygon)
            return new Mended(null, "a polygon without area", "nothing of it is left on a raster of 1 cm");
        var error = new IsValidOp(polygon).ValidationError;
        if (error is null)
            return new Mended(polygon, "", "");

        var fault = string.Create(CultureInfo.InvariantCulture, $"{error.Message} at [{error.Coordinate?.X}, {error.Coordinate?.Y}]");
        var repaired = Largest(OnePiece(GeometryFixer.Fix(polygon))) is { } largest ? OnRaster(largest) : null;
        if (repaired is null || !repaired.IsValid)
            return new Mended(null, fault, "no valid polygon can be made of it");
        var change = Math.Abs(repaired.Area - polygon.Area) / Math.Max(repaired.Area, polygon.Area);
        var share = string.Create(CultureInfo.InvariantCulture, $"the repair changes the area by {100 * change:0.##} %");
        return new Mended(change <= MaxAreaChange ? repaired : null, fault, share);
    }

    /// <summary>The largest polygon of a geometry, the first of equals; null where there is none.</summary>
    public static Polygon? Largest(Geometry geometry) =>
        Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>().MaxBy(part => part.Area);

    // Parts that only touch the largest, as where a ring is pinched, are joined to it by a neck of about 10 cm.
    private static Geometry OnePiece(Geometry repaired)
    {
        if (Largest(repaired) is not { } largest || repaired.NumGeometries == 1)
            return repaired;
        var parts = Enumerable.Range(0, repaired.NumGeometries).Select(repaired.GetGeometryN).ToList();
        var necks = parts.Where(part => part != largest)
            .SelectMany(part => OverlayNGRobust.Overlay(largest, part, SpatialFunction.Intersection).Coordinates)
            .Select(at => Raster.ToGeometry(new Envelope(at.X - NeckDeg, at.X + NeckDeg, at.Y - NeckDeg, at.Y + NeckDeg)));
        return OverlayNGRobust.Union(parts.Concat(necks));
    }

    private static Polygon? OnRaster(Polygon polygon)
    {
        if (polygon.IsEmpty || OnRaster(polygon.ExteriorRing) is not { } shell)
            return null;
        var holes = polygon.InteriorRings.Select(OnRaster).OfType<LinearRing>().ToArray();
        return Raster.CreatePolygon(shell, holes);
    }

    private static LinearRing? OnRaster(LineString ring)
    {
        var rounded = new CoordinateList();
        foreach (var at in ring.Coordinates)
            rounded.Add(new Coordinate(Round(at.X), Round(at.Y)), allowRepeated: false);
        return rounded.Count >= 4 ? Raster.CreateLinearRing(rounded.ToCoordinateArray()) : null;
    }

    private static double Round(double degrees) => Math.Round(degrees * LocalPlane.StepsPerDegree) / LocalPlane.StepsPerDegree;
}
