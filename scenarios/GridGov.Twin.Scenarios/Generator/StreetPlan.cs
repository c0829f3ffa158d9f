using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>Sees to the classes of streets, gives every cell a gate, and reads the street net off the mesh.</summary>
internal sealed class StreetPlan
{
    private readonly LandMesh _mesh;
    private readonly Dictionary<int, int> _nodeOf = [];

    private StreetPlan(LandMesh mesh)
    {
        _mesh = mesh;
        Net = Read();
    }

    public StreetNet Net { get; }

    /// <summary>Among villages avenues are streets and streets are lanes.</summary>
    public static void Narrow(LandMesh mesh, CellKind[] kindOfPatch)
    {
        foreach (var (from, to, left, right) in mesh.Sides().ToArray())
        {
            var rural = kindOfPatch[left] == CellKind.Village && (right < 0 || kindOfPatch[right] == CellKind.Village);
            if (rural && mesh.StreetOn(from, to) is { } street)
            {
                mesh.SetStreet(from, to, street == StreetClass.Avenue ? StreetClass.Street : StreetClass.Lane);
            }
        }
    }

    /// <summary>
    /// Puts a gate into the longest street side of each cell, quiet streets first; a cell without one takes the nearest street node.
    /// </summary>
    public static StreetPlan Lay(LandMesh mesh, List<CellLand> cells)
    {
        foreach (var cell in cells)
        {
            var ring = mesh.Ring(cell.Patch);
            var (best, fit) = (-1, 24.0);
            for (var i = 0; i < ring.Count; i++)
            {
                var (from, to) = (ring[i], ring[(i + 1) % ring.Count]);
                var liking = LikingOf(mesh.StreetOn(from, to));
                var worth = liking * mesh.Corner(from).MetresTo(mesh.Corner(to));
                (best, fit) = worth > fit ? (i, worth) : (best, fit);
            }

            if (best >= 0)
            {
                var (from, to) = (ring[best], ring[(best + 1) % ring.Count]);
                cell.Gate = mesh.AddCornerOn(from, to, Plane.Between(mesh.Corner(from), mesh.Corner(to), 0.5));
            }
        }

        return new StreetPlan(mesh);
    }

    /// <summary>The street node of a cell's gate, or of the corner nearest its middle where it has none.</summary>
    public int NodeOf(CellLand cell) =>
        cell.Gate >= 0 && _nodeOf.TryGetValue(cell.Gate, out var node) ? node : Nearest(cell.Centre);

    private static double LikingOf(StreetClass? street) =>
        street switch { StreetClass.Avenue => 0.6, StreetClass.Street => 0.9, StreetClass.Lane => 1.0, _ => 0 };

    private int Nearest(Place place)
    {
        var (nearest, metres) = (0, double.MaxValue);
        for (var i = 0; i < Net.Nodes.Length; i++)
        {
            var distance = place.MetresTo(Net.Nodes[i]);
            (nearest, metres) = distance < metres ? (i, distance) : (nearest, metres);
        }

        return nearest;
    }

    private StreetNet Read()
    {
        var nodes = new List<Place>();
        var edges = new List<StreetEdge>();
        foreach (var (from, to, _, _) in _mesh.Sides())
        {
            if (_mesh.StreetOn(from, to) is { } street)
            {
                var lengthM = Math.Max(1, (int)Math.Ceiling(_mesh.Corner(from).MetresTo(_mesh.Corner(to))));
                edges.Add(new StreetEdge(Node(from, nodes), Node(to, nodes), lengthM, street));
            }
        }

        return new StreetNet([.. nodes], [.. edges]);
    }

    private int Node(int corner, List<Place> nodes)
    {
        if (!_nodeOf.TryGetValue(corner, out var node))
        {
            node = nodes.Count;
            nodes.Add(_mesh.Corner(corner));
            _nodeOf[corner] = node;
        }

        return node;
    }
}
