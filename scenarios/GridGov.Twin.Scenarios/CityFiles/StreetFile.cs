using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;
using NetTopologySuite.Geometries;

namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>
/// The street net: a LineString for each edge with the numbers of its nodes, and a Point only for a node without an edge, which a connected net
/// has where it is that one node.
/// </summary>
internal sealed class StreetFile
{
    private readonly SortedDictionary<int, Place> _nodes = [];
    private readonly List<StreetEdge> _edges = [];

    public static void Write(StreetNet streets, string file, LocalPlane plane)
    {
        using var geo = new GeoJsonWriter(file, plane);
        if (streets.Edges.Length == 0)
        {
            for (var node = 0; node < streets.Nodes.Length; node++)
                geo.Point(streets.Nodes[node], json => json.WriteNumber("node", node));
        }

        foreach (var edge in streets.Edges)
        {
            geo.Line(streets.Nodes[edge.From], streets.Nodes[edge.To], json =>
            {
                json.WriteNumber("from", edge.From);
                json.WriteNumber("to", edge.To);
                json.WriteNumber("lengthM", edge.LengthM);
                json.WriteString("class", Words<StreetClass>.Of(edge.Class));
            });
        }
    }

    public static StreetNet Read(string file, LocalPlane plane, List<Finding> findings)
    {
        var streets = new StreetFile();
        var sound = findings.Count;
        foreach (var feature in GeoJsonReader.Read(file))
            streets.Take(new FeatureFields(feature, plane, findings), plane);
        if (findings.Count > sound)
            return new StreetNet([], []);
        return streets.Net(file, findings);
    }

    private void Take(FeatureFields fields, LocalPlane plane)
    {
        if (fields.Feature.Geometry is Point)
        {
            Put(fields, fields.Whole("node", 0), fields.At());
            return;
        }

        if (fields.Feature.Geometry is not LineString { NumPoints: 2 } line)
        {
            var found = fields.Feature.Geometry is { } other ? $"{other.GeometryType} of {other.NumPoints} positions" : "null";
            fields.Note(found, "a LineString of 2 positions, one for each node", "the geometry is wrong");
            return;
        }

        var edge = new StreetEdge(fields.Whole("from", 0), fields.Whole("to", 0), fields.Whole("lengthM", 1), fields.OneOf<StreetClass>("class"));
        if (!fields.IsSound)
            return;
        Put(fields, edge.From, plane.ToPlace(line.StartPoint.X, line.StartPoint.Y));
        Put(fields, edge.To, plane.ToPlace(line.EndPoint.X, line.EndPoint.Y));
        _edges.Add(edge);
    }

    private void Put(FeatureFields fields, int node, Place at)
    {
        if (!_nodes.TryAdd(node, at) && _nodes[node] != at)
            fields.Note(node.ToString(CultureInfo.InvariantCulture), "the same position in every street", "this node is elsewhere in an earlier feature");
    }

    private StreetNet Net(string file, List<Finding> findings)
    {
        var net = new StreetNet([.. _nodes.Values], [.. _edges]);
        if (net.Nodes.Length == 0)
            findings.Add(new Finding(file, 0, "", "at least one node", "the city has no streets"));
        else if (_nodes.Keys.Last() != net.Nodes.Length - 1)
            findings.Add(Missing(file));
        else if (Cut(net) is { Length: > 0 } cut)
            findings.Add(Disconnected(file, cut));
        return net;
    }

    private Finding Missing(string file)
    {
        var gap = Enumerable.Range(0, _nodes.Count).First(node => !_nodes.ContainsKey(node)).ToString(CultureInfo.InvariantCulture);
        return new Finding(file, 0, gap, "nodes numbered from 0 without gaps", "this node is missing");
    }

    private static Finding Disconnected(string file, int[] cut) => new(
        file,
        0,
        string.Create(CultureInfo.InvariantCulture, $"node {cut[0]}"),
        "streets that all hang together",
        string.Create(CultureInfo.InvariantCulture, $"{cut.Length} nodes cannot be reached from node 0: the street net is disconnected"));

    private static int[] Cut(StreetNet net)
    {
        var neighbours = net.Nodes.Select(_ => new List<int>()).ToArray();
        foreach (var edge in net.Edges)
        {
            neighbours[edge.From].Add(edge.To);
            neighbours[edge.To].Add(edge.From);
        }

        var component = Links.Components(neighbours);
        return [.. Enumerable.Range(0, component.Length).Where(node => component[node] != 0)];
    }
}
