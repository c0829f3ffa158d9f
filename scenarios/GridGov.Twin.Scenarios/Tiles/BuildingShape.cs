using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Valid;
using NetTopologySuite.Simplify;

namespace GridGov.Twin.Scenarios.Tiles;

/// <summary>
/// The ground plan of a building as valid polygons without holes: one, or several where its outline is pinched; none where it has no area.
/// <paramref name="Fault"/> says what was wrong with the outline; empty if nothing was.
/// </summary>
internal readonly record struct BuildingShape(Polygon[] Parts, string Fault)
{
    private const int LeastCorners = 3;
    private const double LeastAreaM2 = 0.01;

    private const double FarthestM = 1_000_000;

    /// <summary>What nobody misses on a building from where coarse tiles are shown, in metres.</summary>
    public const double CoarseM = 3;

    public static BuildingShape Of(BuildingSite building)
    {
        if (!IsOnPlane(building))
            return new BuildingShape([], "a coordinate or the height is not a number of metres");
        if (building.Outline.Length < LeastCorners)
            return new BuildingShape([], "the outline has fewer than three corners");
        var drawn = Outlines.ToPolygon(building.Outline);
        var error = new IsValidOp(drawn).ValidationError;
        return error is null
            ? new BuildingShape(Polygons(drawn), "")
            : new BuildingShape([.. Polygons(GeometryFixer.Fix(drawn)).SelectMany(WithoutHoles)], error.Message);
    }

    /// <summary>The same without what is smaller than about three metres.</summary>
    public BuildingShape Coarser() => this with { Parts = [.. Parts.SelectMany(part => Polygons(TopologyPreservingSimplifier.Simplify(part, CoarseM)))] };

    // The triangulator is sure only of polygons without holes, so a courtyard is cut through its middle, and again until none is left.
    private static IEnumerable<Polygon> WithoutHoles(Polygon part)
    {
        if (part.NumInteriorRings == 0)
            return [part];
        var (all, middle) = (part.EnvelopeInternal, part.GetInteriorRingN(0).EnvelopeInternal.Centre.X);
        Envelope[] halves = [new(all.MinX, middle, all.MinY, all.MaxY), new(middle, all.MaxX, all.MinY, all.MaxY)];
        return halves.SelectMany(half => Polygons(OverlayNGRobust.Overlay(part, part.Factory.ToGeometry(half), SpatialFunction.Intersection)))
            .SelectMany(WithoutHoles);
    }

    private static Polygon[] Polygons(Geometry geometry) =>
        [.. Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>().Where(part => part.Area >= LeastAreaM2)];

    private static bool IsOnPlane(BuildingSite building) =>
        IsWithin(building.HeightM) && IsWithin(building.Centre) && building.Outline.All(IsWithin);

    private static bool IsWithin(Place place) => IsWithin(place.EastM) && IsWithin(place.NorthM);

    private static bool IsWithin(double metres) => Math.Abs(metres) <= FarthestM;
}
