using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Simplify;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>
/// The street net of a file of road centre lines: straightened by up to 1 m, snapped to half a metre, a node at every crossing and bend.
/// The largest part that hangs together is kept; everything else is listed. Roads up to 200 m outside the district are taken.
/// </summary>
internal sealed class RoadStreets(string file, LocalPlane plane, List<ImportNote> notes)
{
    private const double StraightenM = 1;
    private const double StepsAMetre = 2;
    private const double MarginM = 200;
    private const double BesideM = 2;

    private static readonly GeometryFactory Metres = new();
    private readonly STRtree<Road> _roads = new();
    private readonly List<LineString> _lines = [];

    private sealed record Road(GeoFeature Feature, LineString Line, StreetClass Size);

    public StreetNet Lay(Polygon district)
    {
        Read(district.EnvelopeInternal);
        if (_lines.Count == 0)
            throw new InputRejectedException(new Finding(file, 0, "", "LineStrings within 200 m of the district", "the file holds no road of this district"));

        var net = new NetDraft();
        var noded = UnaryUnionNG.Union(Metres.BuildGeometry([.. _lines]), new PrecisionModel(StepsAMetre));
        for (var i = 0; i < noded.NumGeometries; i++)
            Draw(net, noded.GetGeometryN(i).Coordinates);
        return Largest(net);
    }

    private void Read(Envelope extent)
    {
        var near = extent.Copy();
        near.ExpandBy(MarginM);
        foreach (var feature in GeoJsonReader.Read(file))
        {
            if (feature.Geometry is not (LineString or MultiLineString))
            {
                Note(ImportOutcome.Skipped, feature, feature.Geometry?.GeometryType ?? "null", "LineString or MultiLineString", "not a road, passed over");
                continue;
            }

            for (var part = 0; part < feature.Geometry.NumGeometries; part++)
                Take(feature, (LineString)feature.Geometry.GetGeometryN(part), near);
        }
    }

    private void Take(GeoFeature feature, LineString degrees, Envelope near)
    {
        var line = Metres.CreateLineString([.. degrees.Coordinates.Select(c => plane.ToPlace(c.X, c.Y)).Select(p => new Coordinate(p.EastM, p.NorthM))]);
        if (!near.Intersects(line.EnvelopeInternal) || line.Length == 0)
        {
            Note(ImportOutcome.RoadDropped, feature, "", "a road within 200 m of the district", "this road is elsewhere or has no length, left out");
            return;
        }

        _roads.Insert(line.EnvelopeInternal, new Road(feature, line, ClassOf(feature)));
        _lines.Add((LineString)DouglasPeuckerSimplifier.Simplify(line, StraightenM));
    }

    private void Draw(NetDraft net, Coordinate[] bends)
    {
        for (var i = 1; i < bends.Length; i++)
        {
            var (from, to) = (Outlines.ToPlace(bends[i - 1]), Outlines.ToPlace(bends[i]));
            var size = Nearest(from, to)?.Size ?? StreetClass.Lane;
            net.Draw(net.Node(plane.Snap(from)), net.Node(plane.Snap(to)), size);
        }
    }

    // Noding forgets whose line a stretch was: the road that passes its middle knows.
    private Road? Nearest(Place from, Place to)
    {
        var middle = Metres.CreatePoint(new Coordinate((from.EastM + to.EastM) / 2, (from.NorthM + to.NorthM) / 2));
        var box = middle.EnvelopeInternal.Copy();
        box.ExpandBy(BesideM);
        return _roads.Query(box).Where(road => road.Line.IsWithinDistance(middle, BesideM)).OrderBy(road => road.Size).ThenBy(road => road.Feature.Number).FirstOrDefault();
    }

    private StreetNet Largest(NetDraft net)
    {
        var component = Links.Components(net.Neighbours());
        var lengths = new double[component.Max() + 1];
        foreach (var (from, to) in net.Edges)
            lengths[component[from]] += net.Nodes[from].MetresTo(net.Nodes[to]);
        var largest = Array.IndexOf(lengths, lengths.Max());
        var dropped = net.Edges.Where(edge => component[edge.From] != largest).DistinctBy(edge => component[edge.From]);
        foreach (var edge in dropped)
        {
            if (Nearest(net.Nodes[edge.From], net.Nodes[edge.To]) is not { } road)
                continue;
            var length = string.Create(CultureInfo.InvariantCulture, $"{lengths[component[edge.From]]:0} m");
            Note(ImportOutcome.RoadDropped, road.Feature, length, "roads that meet", "this road and those it meets do not reach the main net, left out");
        }

        return net.Net(node => component[node] == largest);
    }

    private static StreetClass ClassOf(GeoFeature feature) =>
        (feature.Text("highway") ?? feature.Text("class") ?? feature.Text("fclass") ?? feature.Text("kind_detail")) switch
        {
            "motorway" or "trunk" or "primary" or "avenue" or "motorway_link" or "trunk_link" or "primary_link" => StreetClass.Avenue,
            "secondary" or "tertiary" or "street" or "secondary_link" or "tertiary_link" => StreetClass.Street,
            _ => StreetClass.Lane,
        };

    private void Note(ImportOutcome outcome, GeoFeature feature, string value, string expected, string message) =>
        notes.Add(new ImportNote(outcome, feature.Find(value, expected, message)));
}
