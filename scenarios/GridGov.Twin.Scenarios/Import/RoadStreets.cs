using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;
using NetTopologySuite.Noding.Snap;
using NetTopologySuite.Simplify;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>
/// The street net of a file of road centre lines: straightened by up to 1 m, a node at every bend and wherever roads come within half a metre.
/// The largest part that hangs together is kept; everything else is listed. Roads up to 200 m outside the district are taken.
/// </summary>
internal sealed class RoadStreets(string file, LocalPlane plane, List<ImportNote> notes)
{
    private const double StraightenM = 1;
    private const double SnapM = 0.5;
    private const double MarginM = 200;

    private static readonly GeometryFactory Metres = new();
    private readonly List<ISegmentString> _roads = [];
    private int _elsewhere;

    public StreetNet Lay(Polygon district)
    {
        Read(district.EnvelopeInternal);
        if (_roads.Count == 0)
            throw new InputRejectedException(new Finding(file, 0, "", "LineStrings within 200 m of the district", "the file holds no road of this district"));

        var noder = new SnappingNoder(SnapM);
        noder.ComputeNodes(_roads);
        var net = new NetDraft();
        var featureAt = new Dictionary<int, GeoFeature>();
        foreach (var stretch in noder.GetNodedSubstrings())
            Draw(net, stretch.Coordinates, (GeoFeature)stretch.Context, featureAt);
        return Largest(net, featureAt);
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

        // A file of a whole city has thousands of them: one note for all.
        if (_elsewhere > 0)
        {
            var value = string.Create(CultureInfo.InvariantCulture, $"{_elsewhere} roads");
            var finding = new Finding(file, 0, value, "roads within 200 m of the district", "these roads are elsewhere or have no length, left out");
            notes.Add(new ImportNote(ImportOutcome.RoadDropped, finding));
        }
    }

    private void Take(GeoFeature feature, LineString degrees, Envelope near)
    {
        var line = Metres.CreateLineString([.. degrees.Coordinates.Select(c => plane.ToPlace(c.X, c.Y)).Select(p => new Coordinate(p.EastM, p.NorthM))]);
        if (!near.Intersects(line.EnvelopeInternal) || line.Length == 0)
        {
            _elsewhere++;
            return;
        }

        _roads.Add(new NodedSegmentString(DouglasPeuckerSimplifier.Simplify(line, StraightenM).Coordinates, feature));
    }

    private void Draw(NetDraft net, Coordinate[] bends, GeoFeature feature, Dictionary<int, GeoFeature> featureAt)
    {
        for (var i = 1; i < bends.Length; i++)
        {
            var from = net.Node(plane.Snap(Outlines.ToPlace(bends[i - 1])));
            net.Draw(from, net.Node(plane.Snap(Outlines.ToPlace(bends[i]))), ClassOf(feature));
            featureAt.TryAdd(from, feature);
        }
    }

    private StreetNet Largest(NetDraft net, Dictionary<int, GeoFeature> featureAt)
    {
        var component = Links.Components(net.Neighbours());
        var lengths = new double[component.Max() + 1];
        foreach (var (from, to) in net.Edges)
            lengths[component[from]] += net.Nodes[from].MetresTo(net.Nodes[to]);
        var largest = Array.IndexOf(lengths, lengths.Max());
        foreach (var dropped in Enumerable.Range(0, lengths.Length).Where(one => one != largest))
        {
            // The first node of a component was drawn by the road that begins there.
            var feature = featureAt[Array.IndexOf(component, dropped)];
            var length = string.Create(CultureInfo.InvariantCulture, $"{lengths[dropped]:0} m");
            Note(ImportOutcome.RoadDropped, feature, length, "roads that meet", "this road and those it meets do not reach the main net, left out");
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
