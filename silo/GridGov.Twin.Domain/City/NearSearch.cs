namespace GridGov.Twin.Domain.City;

/// <summary>
/// Shortest distances from one node to all nodes within a radius, by Dijkstra's method over buckets of one metre (Dial 1969):
/// lengths are whole metres, so a ring of as many buckets as the longest arc has metres holds every open node.
/// One search at a time; its arrays serve many searches.
/// </summary>
internal sealed class NearSearch(StreetGraph graph)
{
    private const int None = -1;
    private readonly int[] _metres = Filled(graph.Nodes.Length, int.MaxValue);
    private readonly int[] _before = new int[graph.Nodes.Length];
    private readonly int[] _after = new int[graph.Nodes.Length];
    private readonly int[] _bucket = Filled(graph.LongestArcM + 1, None);
    private readonly List<int> _touched = [];
    private int _open;
    private int _radiusM;

    /// <summary>The nodes reached by the last search, nearest first.</summary>
    public List<int> Reached { get; } = [];

    /// <summary>The metres to a node in <see cref="Reached"/>.</summary>
    public int MetresTo(int node) => _metres[node];

    /// <summary>Whether the last search came to a node within its radius.</summary>
    public bool HasReached(int node) => _metres[node] <= _radiusM;

    public void Run(int start, int radiusM)
    {
        Forget();
        _radiusM = radiusM;
        Enter(start, 0);
        for (var metres = 0; _open > 0; metres++)
        {
            var slot = metres % _bucket.Length;
            while (_bucket[slot] != None)
            {
                var node = _bucket[slot];
                Leave(node);
                if (metres <= radiusM)
                {
                    Reached.Add(node);
                    Relax(node, metres);
                }
            }
        }
    }

    private void Relax(int node, int metres)
    {
        var (from, to) = graph.ArcsOf(node);
        for (var arc = from; arc < to; arc++)
        {
            var next = graph.ArcTo(arc);
            var longer = metres + graph.ArcLengthM(arc);
            if (longer >= _metres[next])
            {
                continue;
            }

            if (_metres[next] != int.MaxValue)
            {
                Leave(next);
            }

            Enter(next, longer);
        }
    }

    private void Enter(int node, int metres)
    {
        if (_metres[node] == int.MaxValue)
        {
            _touched.Add(node);
        }

        var slot = metres % _bucket.Length;
        _metres[node] = metres;
        _before[node] = None;
        _after[node] = _bucket[slot];
        if (_bucket[slot] != None)
        {
            _before[_bucket[slot]] = node;
        }

        _bucket[slot] = node;
        _open++;
    }

    private void Leave(int node)
    {
        if (_before[node] == None)
        {
            _bucket[_metres[node] % _bucket.Length] = _after[node];
        }
        else
        {
            _after[_before[node]] = _after[node];
        }

        if (_after[node] != None)
        {
            _before[_after[node]] = _before[node];
        }

        _open--;
    }

    private void Forget()
    {
        foreach (var node in _touched)
        {
            _metres[node] = int.MaxValue;
        }

        _touched.Clear();
        Reached.Clear();
    }

    private static int[] Filled(int length, int value)
    {
        var filled = new int[length];
        Array.Fill(filled, value);
        return filled;
    }
}
