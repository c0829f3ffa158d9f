using System.Runtime.InteropServices;
using GridGov.Twin.Domain.City;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate.Polygon;

namespace GridGov.Twin.Scenarios.Tiles;

/// <summary>
/// The triangles of one tile and the table of its buildings. Walls and roofs are flat, floors are left out. Coordinates are glTF's: x east, y up,
/// z south. The texture coordinate of a wall is metres along it (on around a bend, anew at a corner) and metres above ground, so that a shader can
/// draw storeys; on a roof it is (0, −1).
/// </summary>
internal sealed class TileMesh
{
    // Lower things could not be seen or picked.
    private const double LeastHeightM = 1;
    private const float RoofMark = -1;
    private const double LeastTriangleM2 = 1e-5;
    // Shorter ones nobody sees, and in single precision they may look anywhere.
    private const double LeastWallM = 0.005;
    // The cosine of 30°: two walls at a smaller angle are one façade.
    private const double BendCosine = 0.866;

    private readonly List<BuildingSite> _buildings = [];
    private readonly List<Vertex> _vertices = [];
    private readonly List<uint> _indices = [];
    private (double East, double North, double Up) _least = (double.MaxValue, double.MaxValue, 0);
    private (double East, double North, double Up) _most = (double.MinValue, double.MinValue, 0);

    /// <summary>The buildings in it, in the order of their feature ids.</summary>
    public ReadOnlySpan<BuildingSite> Buildings => CollectionsMarshal.AsSpan(_buildings);

    /// <summary>Its vertices.</summary>
    public ReadOnlySpan<Vertex> Vertices => CollectionsMarshal.AsSpan(_vertices);

    /// <summary>Three for each triangle, counter-clockwise as seen from outside.</summary>
    public ReadOnlySpan<uint> Indices => CollectionsMarshal.AsSpan(_indices);

    /// <summary>What it lies in; only where there is a building.</summary>
    public TileBox Box => TileBox.Of(_least, _most);

    /// <summary>Adds a building; nothing of one whose shape has no parts.</summary>
    public void Add(BuildingSite building, BuildingShape shape)
    {
        if (shape.Parts.Length == 0)
            return;
        var top = (float)Math.Max(building.HeightM, LeastHeightM);
        var feature = checked((ushort)_buildings.Count);
        _buildings.Add(building);
        foreach (var part in shape.Parts)
        {
            AddWalls(CounterClockwise(part.Shell), top, feature);
            AddRoof(part, top, feature);
        }
    }

    private static Coordinate[] CounterClockwise(LinearRing ring) =>
        Orientation.IsCCW(ring.CoordinateSequence) ? ring.Coordinates : [.. ring.Coordinates.Reverse()];

    private void AddWalls(Coordinate[] closed, float top, ushort feature)
    {
        var along = 0.0;
        for (var i = 0; i + 1 < closed.Length; i++)
        {
            var (from, to) = (closed[i], closed[i + 1]);
            var length = from.Distance(to);
            along = i > 0 && IsBend(closed[i - 1], from, to) ? along : 0;
            AddWall(from, to, length, (float)along, top, feature);
            along += length;
        }
    }

    private static bool IsBend(Coordinate before, Coordinate at, Coordinate after) =>
        (((at.X - before.X) * (after.X - at.X)) + ((at.Y - before.Y) * (after.Y - at.Y))) > BendCosine * before.Distance(at) * at.Distance(after);

    private void AddWall(Coordinate from, Coordinate to, double length, float along, float top, ushort feature)
    {
        if (length < LeastWallM)
            return;
        var normal = Normal.Of((to.Y - from.Y) / length, (from.X - to.X) / length, 0);
        var end = (float)(along + length);
        var first = (uint)_vertices.Count;
        Put(from, 0, normal, along, 0, feature);
        Put(to, 0, normal, end, 0, feature);
        Put(to, top, normal, end, top, feature);
        Put(from, top, normal, along, top, feature);
        _indices.AddRange([first, first + 1, first + 2, first, first + 2, first + 3]);
    }

    private void AddRoof(Polygon part, float top, ushort feature)
    {
        var corners = new Dictionary<Coordinate, uint>();
        foreach (var triangle in new PolygonTriangulator(part).GetTriangles())
        {
            var (a, b, c) = (triangle.GetCoordinate(0), triangle.GetCoordinate(1), triangle.GetCoordinate(2));
            var areaM2 = DrawnAreaM2(a, b, c);
            if (areaM2 >= LeastTriangleM2)
                _indices.AddRange([Corner(a), Corner(b), Corner(c)]);
            else if (areaM2 <= -LeastTriangleM2)
                _indices.AddRange([Corner(a), Corner(c), Corner(b)]);
        }

        uint Corner(Coordinate at)
        {
            if (!corners.TryGetValue(at, out var corner))
            {
                corners[at] = corner = (uint)_vertices.Count;
                Put(at, top, Normal.Of(0, 0, 1), 0, RoofMark, feature);
            }

            return corner;
        }
    }

    // Of the corners in single precision, as they are drawn; negative if they run clockwise.
    private static double DrawnAreaM2(Coordinate a, Coordinate b, Coordinate c)
    {
        var ((east, north), (nextEast, nextNorth)) = (Way(a, b), Way(a, c));
        return ((east * nextNorth) - (nextEast * north)) / 2;
    }

    private static (double East, double North) Way(Coordinate from, Coordinate to) =>
        ((double)(float)to.X - (float)from.X, (double)(float)to.Y - (float)from.Y);

    private void Put(Coordinate at, float up, Normal normal, float u, float v, ushort feature)
    {
        var (east, north) = ((float)at.X, (float)at.Y);
        _vertices.Add(new Vertex(east, up, 0 - north, normal, u, v, feature));
        _least = (Math.Min(_least.East, east), Math.Min(_least.North, north), 0);
        _most = (Math.Max(_most.East, east), Math.Max(_most.North, north), Math.Max(_most.Up, up));
    }
}
