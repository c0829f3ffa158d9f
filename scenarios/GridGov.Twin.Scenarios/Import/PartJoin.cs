using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>
/// Joins a district that lies in several parts (far villages, islands) by chains of whole squares, as few as a spread from all parts at once
/// finds, so that the district is one piece: its boundary one ring, its streets one net.
/// </summary>
internal sealed class PartJoin
{
    private const int Unreached = -1;

    private readonly Lattice _lattice;
    private readonly int[] _part;
    private readonly int[] _from;
    private readonly int[] _steps;
    private readonly List<Meeting> _meetings = [];

    private PartJoin(Lattice lattice)
    {
        _lattice = lattice;
        _part = new int[lattice.Columns * lattice.Rows];
        _from = new int[_part.Length];
        _steps = new int[_part.Length];
        Array.Fill(_part, Unreached);
    }

    // Two parts met between squares a and b (the same square if both reach into it), by a chain of so many squares.
    private readonly record struct Meeting(int Squares, int A, int B, int PartA, int PartB);

    /// <summary>The parts and the chains between them as one polygon without holes, and how many squares the chains have.</summary>
    public static (Polygon Ground, int Squares) Join(List<Polygon> parts, Lattice lattice)
    {
        var joined = new SortedSet<int>();
        while (parts.Count > 1)
        {
            var chains = new PartJoin(lattice).Chains(parts);
            joined.UnionWith(chains);
            var blocks = chains.Select(s => (Geometry)lattice.Block(s % lattice.Columns, s / lattice.Columns, 1, 1));
            var next = DistrictShape.WithoutHoles(OverlayNGRobust.Union(parts.Concat(blocks)));
            if (next.Count >= parts.Count)
                throw new InvalidOperationException("Chains between the parts of the district did not join any two of them.");
            parts = next;
        }

        return (parts[0], joined.Count);
    }

    private SortedSet<int> Chains(List<Polygon> parts)
    {
        var edge = Begin(parts);
        while (edge.TryDequeue(out var at))
            Spread(at, edge);

        var owner = Enumerable.Range(0, parts.Count).ToArray();
        var chains = new SortedSet<int>();
        foreach (var meeting in _meetings.Order(Comparer<Meeting>.Create(Shorter)))
        {
            var (a, b) = (Owner(owner, meeting.PartA), Owner(owner, meeting.PartB));
            if (a == b)
                continue;
            owner[b] = a;
            Trace(meeting.A, chains);
            Trace(meeting.B, chains);
        }

        return chains;
    }

    private Queue<int> Begin(List<Polygon> parts)
    {
        var edge = new Queue<int>();
        for (var part = 0; part < parts.Count; part++)
        {
            foreach (var piece in _lattice.Cut(parts[part]))
            {
                var at = (piece.Square.Row * _lattice.Columns) + piece.Square.Column;
                if (_part[at] != Unreached)
                {
                    _meetings.Add(new Meeting(1, at, at, _part[at], part));
                    continue;
                }

                (_part[at], _from[at]) = (part, at);
                edge.Enqueue(at);
            }
        }

        return edge;
    }

    private void Spread(int at, Queue<int> edge)
    {
        var (column, row) = (at % _lattice.Columns, at / _lattice.Columns);
        Reach(at, column > 0 ? at - 1 : at, edge);
        Reach(at, column + 1 < _lattice.Columns ? at + 1 : at, edge);
        Reach(at, row > 0 ? at - _lattice.Columns : at, edge);
        Reach(at, row + 1 < _lattice.Rows ? at + _lattice.Columns : at, edge);
    }

    private void Reach(int at, int next, Queue<int> edge)
    {
        if (_part[next] == Unreached)
        {
            (_part[next], _from[next], _steps[next]) = (_part[at], at, _steps[at] + 1);
            edge.Enqueue(next);
        }
        else if (_part[next] != _part[at])
        {
            _meetings.Add(new Meeting(_steps[at] + _steps[next] + 2, at, next, _part[at], _part[next]));
        }
    }

    private void Trace(int square, SortedSet<int> chains)
    {
        chains.Add(square);
        while (_from[square] != square)
            chains.Add(square = _from[square]);
    }

    private static int Owner(int[] owner, int part)
    {
        while (owner[part] != part)
            part = owner[part];
        return part;
    }

    private static int Shorter(Meeting x, Meeting y) => (x.Squares, x.A, x.B).CompareTo((y.Squares, y.A, y.B));
}
