using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>A street net being drawn: stretches between places; the same place is the same node, the same stretch is drawn once.</summary>
internal sealed class NetDraft
{
    private readonly Dictionary<Place, int> _nodeAt = [];
    private readonly List<Place> _nodes = [];
    private readonly SortedDictionary<(int From, int To), StreetClass> _edges = [];

    public IReadOnlyList<Place> Nodes => _nodes;

    public IEnumerable<(int From, int To)> Edges => _edges.Keys;

    public int Node(Place at)
    {
        if (_nodeAt.TryAdd(at, _nodes.Count))
            _nodes.Add(at);
        return _nodeAt[at];
    }

    /// <summary>Draws a stretch; the bigger class wins where it was drawn before, and one from a node to itself is none.</summary>
    public void Draw(int a, int b, StreetClass size)
    {
        if (a == b)
            return;
        var key = a < b ? (a, b) : (b, a);
        _edges[key] = _edges.TryGetValue(key, out var drawn) && drawn < size ? drawn : size;
    }

    public IReadOnlyList<IReadOnlyList<int>> Neighbours()
    {
        var neighbours = _nodes.Select(_ => new List<int>()).ToArray();
        foreach (var (from, to) in _edges.Keys)
        {
            neighbours[from].Add(to);
            neighbours[to].Add(from);
        }

        return neighbours;
    }

    /// <summary>The net of the nodes that are kept, numbered from the north-west, row by row.</summary>
    public StreetNet Net(Predicate<int> isKept)
    {
        var order = Enumerable.Range(0, _nodes.Count).Where(node => isKept(node))
            .OrderByDescending(node => _nodes[node].NorthM).ThenBy(node => _nodes[node].EastM).ToArray();
        var number = new int[_nodes.Count];
        for (var i = 0; i < order.Length; i++)
            number[order[i]] = i;
        var edges = _edges.Where(edge => isKept(edge.Key.From)).Select(edge => Edge(number, edge.Key.From, edge.Key.To, edge.Value));
        return new StreetNet([.. order.Select(node => _nodes[node])], [.. edges.OrderBy(edge => edge.From).ThenBy(edge => edge.To)]);
    }

    private StreetEdge Edge(int[] number, int a, int b, StreetClass size) =>
        new(Math.Min(number[a], number[b]), Math.Max(number[a], number[b]), Math.Max(1, (int)Math.Round(_nodes[a].MetresTo(_nodes[b]))), size);
}
