namespace GridGov.Twin.Domain.City;

/// <summary>
/// How far it is along the streets, and which way. Built once from a district and never changed afterwards, so worlds on several
/// threads may share one. Distances between the nodes of cells near each other are looked up: all of them in a district of up to 2,000 cell
/// nodes, otherwise those within the radius that holds about 400, and those of one street, whose team's officers are compared for every task.
/// Any other pair is searched for when asked.
/// </summary>
public sealed class Travel
{
    private const int AllPairsUpTo = 2_000;
    private const int NearCells = 400;
    private const int LargestStreet = 1_000;
    private readonly StreetGraph _graph;
    private readonly WaySearch _ways;
    private readonly int[] _row;
    private readonly int[]?[] _others;
    private readonly int[][] _metres;

    /// <summary>Travel in <paramref name="city"/>.</summary>
    /// <exception cref="ArgumentException">The street net is not connected or names nodes that are not there.</exception>
    public Travel(CityModel city)
        : this(city.Streets, [.. city.Cells.Select(cell => cell.Node)], [.. city.Cells.Select(cell => city.StreetOf(cell.Community))]) { }

    /// <summary>Travel on <paramref name="net"/>, quickest between <paramref name="cellNodes"/> (a node may appear more than once).</summary>
    /// <exception cref="ArgumentException">The street net is not connected or names nodes that are not there.</exception>
    public Travel(StreetNet net, int[] cellNodes)
        : this(net, cellNodes, [.. Enumerable.Range(0, cellNodes.Length)]) { }

    private Travel(StreetNet net, int[] cellNodes, int[] streets)
    {
        _graph = new StreetGraph(net);
        _ways = new WaySearch(_graph);
        int[] nodes = [.. cellNodes.Distinct().Order()];
        if (nodes.Length > 0 && (nodes[0] < 0 || nodes[^1] >= net.Nodes.Length))
        {
            throw new ArgumentException($"a cell's street node lies outside 0 to {net.Nodes.Length - 1}");
        }

        _row = new int[net.Nodes.Length];
        Array.Fill(_row, -1);
        for (var row = 0; row < nodes.Length; row++)
        {
            _row[nodes[row]] = row;
        }

        _others = new int[]?[nodes.Length];
        _metres = new int[nodes.Length][];
        var isSmall = nodes.Length <= AllPairsUpTo;
        MeasureRows(nodes, isSmall ? int.MaxValue : RadiusM(nodes), isSmall ? [] : NodesOfStreets(cellNodes, streets));
    }

    /// <summary>The length in whole metres of the shortest way along streets between two nodes; 0 from a node to itself.</summary>
    public int Metres(int fromNode, int toNode)
    {
        if (fromNode == toNode)
        {
            return 0;
        }

        // A pair is kept once, in the row of the higher of its two rows.
        var high = Math.Max(_row[fromNode], _row[toNode]);
        var low = Math.Min(_row[fromNode], _row[toNode]);
        if (low >= 0)
        {
            // A row without a list of others holds all the rows below it.
            var at = _others[high] is { } others ? Array.BinarySearch(others, low) : low;
            if (at >= 0)
            {
                return _metres[high][at];
            }
        }

        return _ways.Find(fromNode, toNode).Metres;
    }

    /// <summary>The nodes of a shortest way, both ends included; of several equally short ways always the same one.</summary>
    public int[] Path(int fromNode, int toNode) => _ways.Find(fromNode, toNode).Nodes;

    private void MeasureRows(int[] nodes, int radiusM, Dictionary<int, int[]> ofStreet)
    {
        var search = new NearSearch(_graph);
        for (var row = 0; row < nodes.Length; row++)
        {
            search.Run(nodes[row], radiusM);
            if (radiusM < int.MaxValue)
            {
                var near = search.Reached.ToArray();
                var together = ofStreet[nodes[row]];
                for (var widerM = radiusM; !Array.TrueForAll(together, search.HasReached);)
                {
                    search.Run(nodes[row], widerM *= 2);
                }

                var here = row;
                _others[row] = [.. near.Concat(together).Select(node => _row[node]).Where(other => other >= 0 && other < here).Distinct().Order()];
            }

            var others = _others[row];
            var metres = new int[others?.Length ?? row];
            for (var i = 0; i < metres.Length; i++)
            {
                metres[i] = search.MetresTo(nodes[others is null ? i : others[i]]);
            }

            _metres[row] = metres;
        }
    }

    // For each cell node, the cell nodes of the streets it serves; a street too large for all its pairs has only near ones.
    private static Dictionary<int, int[]> NodesOfStreets(int[] cellNodes, int[] streets)
    {
        var pairs = cellNodes.Zip(streets).Distinct().ToArray();
        var nodesOf = pairs.ToLookup(pair => pair.Second, pair => pair.First);
        return pairs.GroupBy(pair => pair.First).ToDictionary(
            node => node.Key,
            node => node.Select(pair => nodesOf[pair.Second]).Where(street => street.Count() <= LargestStreet).SelectMany(street => street).Distinct().ToArray());
    }

    // On a right-angled net the places within R metres fill a diamond of area 2R².
    private int RadiusM(int[] nodes)
    {
        var places = nodes.Select(node => _graph.Nodes[node]).ToArray();
        var width = places.Max(place => place.EastM) - places.Min(place => place.EastM);
        var height = places.Max(place => place.NorthM) - places.Min(place => place.NorthM);
        return 1 + (int)Math.Sqrt(width * height * NearCells / (2.0 * nodes.Length));
    }
}
