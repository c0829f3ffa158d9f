namespace GridGov.Twin.Domain.City;

/// <summary>
/// A <see cref="StreetNet"/> laid out for searching: the arcs leaving each node lie side by side, ordered by the node they lead to.
/// </summary>
internal sealed class StreetGraph
{
    private readonly int[] _firstArc;
    private readonly int[] _arcTo;
    private readonly int[] _arcLengthM;

    /// <exception cref="ArgumentException">An edge names a node that is not there, is shorter than 1 m, or the net is not connected.</exception>
    public StreetGraph(StreetNet net)
    {
        Nodes = net.Nodes;
        Check(net);
        _firstArc = CountArcs(net);
        _arcTo = new int[net.Edges.Length * 2];
        _arcLengthM = new int[net.Edges.Length * 2];
        LayArcs(net);
        LongestArcM = net.Edges.Length == 0 ? 0 : net.Edges.Max(edge => edge.LengthM);
        CheckConnected();
    }

    public Place[] Nodes { get; }

    public int LongestArcM { get; }

    public (int From, int To) ArcsOf(int node) => (_firstArc[node], _firstArc[node + 1]);

    public int ArcTo(int arc) => _arcTo[arc];

    public int ArcLengthM(int arc) => _arcLengthM[arc];

    private static void Check(StreetNet net)
    {
        if (net.Nodes.Length == 0)
        {
            throw new ArgumentException("the street net has no nodes; expected at least one");
        }

        for (var i = 0; i < net.Edges.Length; i++)
        {
            var edge = net.Edges[i];
            if ((uint)edge.From >= (uint)net.Nodes.Length || (uint)edge.To >= (uint)net.Nodes.Length || edge.LengthM < 1)
            {
                throw new ArgumentException(
                    $"street edge {i} is {edge.From}–{edge.To}, {edge.LengthM} m; expected nodes 0 to {net.Nodes.Length - 1} and at least 1 m");
            }
        }
    }

    private static int[] CountArcs(StreetNet net)
    {
        var first = new int[net.Nodes.Length + 1];
        foreach (var edge in net.Edges)
        {
            first[edge.From + 1]++;
            first[edge.To + 1]++;
        }

        for (var node = 0; node < net.Nodes.Length; node++)
        {
            first[node + 1] += first[node];
        }

        return first;
    }

    private void LayArcs(StreetNet net)
    {
        var next = _firstArc.ToArray();
        foreach (var edge in net.Edges)
        {
            Lay(next[edge.From]++, edge.To, edge.LengthM);
            Lay(next[edge.To]++, edge.From, edge.LengthM);
        }

        for (var node = 0; node < net.Nodes.Length; node++)
        {
            var (from, to) = ArcsOf(node);
            Array.Sort(_arcTo, _arcLengthM, from, to - from);
        }
    }

    private void Lay(int arc, int to, int lengthM)
    {
        _arcTo[arc] = to;
        _arcLengthM[arc] = lengthM;
    }

    private void CheckConnected()
    {
        var seen = new bool[Nodes.Length];
        var open = new Stack<int>([0]);
        seen[0] = true;
        while (open.TryPop(out var node))
        {
            var (from, to) = ArcsOf(node);
            for (var arc = from; arc < to; arc++)
            {
                if (!seen[_arcTo[arc]])
                {
                    seen[_arcTo[arc]] = true;
                    open.Push(_arcTo[arc]);
                }
            }
        }

        var lost = Array.IndexOf(seen, false);
        if (lost >= 0)
        {
            throw new ArgumentException($"street node {lost} cannot be reached from node 0; expected a connected street net");
        }
    }
}
