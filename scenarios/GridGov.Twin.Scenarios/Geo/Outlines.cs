using GridGov.Twin.Domain.City;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace GridGov.Twin.Scenarios.Geo;

/// <summary>Outlines are outer rings in plane metres, counter-clockwise, their first place not repeated at the end.</summary>
public static class Outlines
{
    private static readonly GeometryFactory Plane = new();

    /// <summary>The area in m² of a simple outline, by the shoelace formula; positive if it runs counter-clockwise.</summary>
    public static double AreaM2(ReadOnlySpan<Place> outline)
    {
        var doubled = 0.0;
        for (var i = 1; i + 1 < outline.Length; i++)
        {
            var (east, north) = (outline[i].EastM - outline[0].EastM, outline[i].NorthM - outline[0].NorthM);
            var (nextEast, nextNorth) = (outline[i + 1].EastM - outline[0].EastM, outline[i + 1].NorthM - outline[0].NorthM);
            doubled += (east * nextNorth) - (nextEast * north);
        }

        return doubled / 2;
    }

    /// <summary>The middle of an outline on the plane's raster: its centroid, or a place well inside where the centroid lies outside.</summary>
    public static Place Centre(Place[] outline, LocalPlane plane)
    {
        ArgumentNullException.ThrowIfNull(plane);
        var polygon = ToPolygon(outline);
        var centroid = plane.Snap(ToPlace(polygon.Centroid.Coordinate));
        return Holds(polygon, centroid) ? centroid : plane.Snap(ToPlace(polygon.InteriorPoint.Coordinate));
    }

    /// <summary>Whether a place lies inside a polygon or on its edge.</summary>
    public static bool Holds(Polygon polygon, Place place)
    {
        ArgumentNullException.ThrowIfNull(polygon);
        var at = new Coordinate(place.EastM, place.NorthM);
        return polygon.EnvelopeInternal.Contains(at) && SimplePointInAreaLocator.Locate(at, polygon) != Location.Exterior;
    }

    /// <summary>The outline as a polygon in plane metres.</summary>
    public static Polygon ToPolygon(Place[] outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        var ring = new Coordinate[outline.Length + 1];
        for (var i = 0; i < outline.Length; i++)
            ring[i] = new Coordinate(outline[i].EastM, outline[i].NorthM);
        ring[^1] = ring[0].Copy();
        return Plane.CreatePolygon(ring);
    }

    /// <summary>
    /// The outline of a closed ring of places: without the closing place and repeated places, counter-clockwise.
    /// Fewer than three places come back where the ring has no area to speak of.
    /// </summary>
    public static Place[] FromRing(IEnumerable<Place> ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        var outline = new List<Place>();
        foreach (var place in ring)
        {
            if (outline.Count == 0 || outline[^1] != place)
                outline.Add(place);
        }

        if (outline.Count > 1 && outline[0] == outline[^1])
            outline.RemoveAt(outline.Count - 1);
        var places = outline.ToArray();
        if (AreaM2(places) < 0)
            Array.Reverse(places, 1, places.Length - 1);
        return places;
    }

    /// <summary>The outer outline, in the plane, of a polygon given in degrees.</summary>
    public static Place[] FromDegrees(Polygon degrees, LocalPlane plane)
    {
        ArgumentNullException.ThrowIfNull(degrees);
        ArgumentNullException.ThrowIfNull(plane);
        return FromRing(degrees.ExteriorRing.Coordinates.Select(c => plane.ToPlace(c.X, c.Y)));
    }

    /// <summary>A polygon given in degrees, with its holes, in plane metres.</summary>
    public static Polygon ToPlane(Polygon degrees, LocalPlane plane)
    {
        ArgumentNullException.ThrowIfNull(degrees);
        ArgumentNullException.ThrowIfNull(plane);
        return Plane.CreatePolygon(Ring(degrees.ExteriorRing), [.. degrees.InteriorRings.Select(Ring)]);

        LinearRing Ring(LineString ring) => Plane.CreateLinearRing(
            [.. ring.Coordinates.Select(c => plane.ToPlace(c.X, c.Y)).Select(place => new Coordinate(place.EastM, place.NorthM))]);
    }

    /// <summary>The outer outline, on the plane's raster, of a polygon given in plane metres.</summary>
    public static Place[] FromPlane(Polygon metres, LocalPlane plane)
    {
        ArgumentNullException.ThrowIfNull(metres);
        ArgumentNullException.ThrowIfNull(plane);
        return FromRing(metres.ExteriorRing.Coordinates.Select(c => plane.Snap(ToPlace(c))));
    }

    /// <summary>A coordinate of a geometry in plane metres as a place.</summary>
    public static Place ToPlace(Coordinate metres)
    {
        ArgumentNullException.ThrowIfNull(metres);
        return new Place(metres.X, metres.Y);
    }
}
