namespace GridGov.Twin.Domain.City;

/// <summary>
/// One shortest way between two nodes, found when asked for by A* (Hart, Nilsson and Raphael 1968). The bound is the plane distance
/// times the smallest length any edge has per plane metre, so it never overestimates even where a net's lengths were rounded down.
/// Open nodes are taken by (bound, node), so among equal ways the answer is always the same one.
/// </summary>
internal sealed class WaySearch
{
    private readonly StreetGraph _graph;
    private readonly double _lengthPerPlaneMetre;

    public WaySearch(StreetGraph graph)
    {
        _graph = graph;
        _lengthPerPlaneMetre = SmallestRatio(graph);
    }

    public (int Metres, int[] Nodes) Find(int from, int to)
    {
        var metres = new int[_graph.Nodes.Length];
        Array.Fill(metres, int.MaxValue);
        var cameFrom = new int[_graph.Nodes.Length];
        var open = new PriorityQueue<(int Node, int Metres), (int Bound, int Node)>();
        metres[from] = 0;
        open.Enqueue((from, 0), (0, from));
        while (open.TryDequeue(out var entry, out _) && entry.Node != to)
        {
            if (entry.Metres == metres[entry.Node])
            {
                Relax(entry.Node, to, metres, cameFrom, open);
            }
        }

        return (metres[to], Trace(from, to, cameFrom));
    }

    private void Relax(int node, int to, int[] metres, int[] cameFrom, PriorityQueue<(int Node, int Metres), (int Bound, int Node)> open)
    {
        var (first, end) = _graph.ArcsOf(node);
        for (var arc = first; arc < end; arc++)
        {
            var next = _graph.ArcTo(arc);
            var longer = metres[node] + _graph.ArcLengthM(arc);
            if (longer < metres[next])
            {
                metres[next] = longer;
                cameFrom[next] = node;
                open.Enqueue((next, longer), (longer + AtLeast(next, to), next));
            }
        }
    }

    private int AtLeast(int node, int to) => (int)(_graph.Nodes[node].MetresTo(_graph.Nodes[to]) * _lengthPerPlaneMetre);

    private static int[] Trace(int from, int to, int[] cameFrom)
    {
        var way = new List<int> { to };
        for (var node = to; node != from; way.Add(node))
        {
            node = cameFrom[node];
        }

        way.Reverse();
        return [.. way];
    }

    private static double SmallestRatio(StreetGraph graph)
    {
        var smallest = 1.0;
        for (var node = 0; node < graph.Nodes.Length; node++)
        {
            var (from, to) = graph.ArcsOf(node);
            for (var arc = from; arc < to; arc++)
            {
                var plane = graph.Nodes[node].MetresTo(graph.Nodes[graph.ArcTo(arc)]);
                smallest = plane > 0 ? Math.Min(smallest, graph.ArcLengthM(arc) / plane) : smallest;
            }
        }

        // A hair below, so that rounding in the division cannot lift the bound above the truth.
        return smallest * (1 - 1e-9);
    }
}
