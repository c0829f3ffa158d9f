using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Simplify;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>The ground a district covers, in plane metres: polygons without holes that do not overlap, still to be joined into one piece.</summary>
internal static class DistrictShape
{
    /// <summary>The longest side, in metres, a district may have from west to east or from south to north.</summary>
    public const double MaxSideM = 100_000;

    // Every building is surrounded by 40 m of ground, and gaps of less than 300 m between buildings are closed.
    private const double ReachM = 150;
    private const double PullBackM = 110;
    private const double SmoothM = 4;

    /// <summary>The boundary polygons of a file, in degrees.</summary>
    public static IReadOnlyList<Polygon> ReadBoundary(string file, List<ImportNote> notes)
    {
        var parts = new List<Polygon>();
        foreach (var feature in GeoJsonReader.Read(file))
        {
            if (feature.Geometry is not (Polygon or MultiPolygon))
            {
                var found = feature.Geometry?.GeometryType ?? "null";
                notes.Add(new(ImportOutcome.Skipped, feature.Find(found, "Polygon or MultiPolygon", "not a boundary, passed over")));
                continue;
            }

            for (var part = 0; part < feature.Geometry.NumGeometries; part++)
                parts.Add(Settled(feature, (Polygon)feature.Geometry.GetGeometryN(part), notes));
        }

        return parts.Count > 0
            ? parts
            : throw new InputRejectedException(new Finding(file, 0, "", "a Polygon or MultiPolygon", "the file holds no boundary"));
    }

    /// <summary>The plane of a district, anchored in the middle of what it is drawn from.</summary>
    public static LocalPlane PlaneOf(IEnumerable<Polygon> degrees, string file)
    {
        var extent = new Envelope();
        foreach (var polygon in degrees)
            extent.ExpandToInclude(polygon.EnvelopeInternal);
        var centre = new Anchor(Math.Round(extent.Centre.X, 5), Math.Round(extent.Centre.Y, 5));
        if (Math.Abs(centre.LatitudeDeg) > LocalPlane.MaxAnchorLatitudeDeg)
            throw Rejected(file, $"latitude {centre.LatitudeDeg}", $"a latitude up to {LocalPlane.MaxAnchorLatitudeDeg}", "the district lies too near a pole");

        var plane = new LocalPlane(centre);
        var (southWest, northEast) = (plane.ToPlace(extent.MinX, extent.MinY), plane.ToPlace(extent.MaxX, extent.MaxY));
        var (widthM, heightM) = (northEast.EastM - southWest.EastM, northEast.NorthM - southWest.NorthM);
        return Math.Max(widthM, heightM) <= MaxSideM
            ? plane
            : throw Rejected(
                file, $"{widthM / 1000:0} km by {heightM / 1000:0} km", $"at most {MaxSideM / 1000} km a side; give a boundary or cut the file", "the district is too large");
    }

    /// <summary>The given boundary as the district's ground.</summary>
    public static List<Polygon> Inside(IReadOnlyList<Polygon> boundary, LocalPlane plane) =>
        WithoutHoles(OverlayNGRobust.Union(boundary.Select(part => (Geometry)Outlines.ToPolygon(Outlines.FromDegrees(part, plane)))));

    /// <summary>The ground around buildings: near them, and between those that stand near each other.</summary>
    public static List<Polygon> Around(IReadOnlyList<Polygon> buildings)
    {
        var boxes = buildings.Select(building =>
        {
            var box = building.EnvelopeInternal.Copy();
            box.ExpandBy(ReachM);
            return building.Factory.ToGeometry(box);
        });
        var ground = BufferOp.Buffer(OverlayNGRobust.Union(boxes), -PullBackM, new BufferParameters(4));
        return WithoutHoles(TopologyPreservingSimplifier.Simplify(ground, SmoothM));
    }

    /// <summary>The outer rings of a geometry's polygons, as polygons that do not overlap.</summary>
    public static List<Polygon> WithoutHoles(Geometry geometry)
    {
        var shells = Polygons(geometry).Select(polygon => (Geometry)polygon.Factory.CreatePolygon((LinearRing)polygon.ExteriorRing));
        return [.. Polygons(OverlayNGRobust.Union(shells))];
    }

    /// <summary>The polygons a geometry is made of.</summary>
    public static IEnumerable<Polygon> Polygons(Geometry geometry) =>
        Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>().Where(polygon => !polygon.IsEmpty);

    private static Polygon Settled(GeoFeature feature, Polygon drawn, List<ImportNote> notes)
    {
        var mended = PolygonRepair.Settle(drawn);
        if (mended.Shape is null)
            throw new InputRejectedException(feature.Find(mended.Fault, "a polygon that does not cross itself", $"the boundary cannot be used, {mended.Done}"));
        if (mended.Fault.Length > 0)
            notes.Add(new(ImportOutcome.Repaired, feature.Find(mended.Fault, "a polygon that does not cross itself", $"boundary repaired, {mended.Done}")));
        return mended.Shape;
    }

    private static InputRejectedException Rejected(string file, FormattableString value, FormattableString expected, string message) =>
        new(new Finding(file, 0, value.ToString(CultureInfo.InvariantCulture), expected.ToString(CultureInfo.InvariantCulture), message));
}
