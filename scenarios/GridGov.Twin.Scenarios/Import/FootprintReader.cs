using GridGov.Twin.Scenarios.Geo;
using NetTopologySuite.Geometries;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>Reads footprints: every polygon of every feature once, mended where that is safe.</summary>
internal sealed class FootprintReader(List<ImportNote> notes)
{
    private readonly List<Footprint> _footprints = [];

    // Looked up by exact shape, never walked through.
    private readonly Dictionary<Geometry, int> _firstOfShape = [];

    /// <summary>How many polygons were met so far.</summary>
    public int PolygonsRead { get; private set; }

    public IReadOnlyList<Footprint> Read(string file)
    {
        foreach (var feature in GeoJsonReader.Read(file))
        {
            if (feature.Geometry is not (Polygon or MultiPolygon))
            {
                var found = feature.Geometry?.GeometryType ?? "null";
                Note(ImportOutcome.Skipped, feature, found, "Polygon or MultiPolygon", "not a footprint, passed over");
                continue;
            }

            var facts = BuildingFacts.Of(feature, notes);
            for (var part = 0; part < feature.Geometry.NumGeometries; part++)
                Take(feature, (Polygon)feature.Geometry.GetGeometryN(part), Where(feature.Geometry, part), facts);
        }

        return _footprints;
    }

    private void Take(GeoFeature feature, Polygon drawn, string where, BuildingFacts facts)
    {
        PolygonsRead++;
        var mended = PolygonRepair.Settle(drawn);
        if (mended.Shape is not { } shape)
        {
            Note(ImportOutcome.LeftOut, feature, mended.Fault, "a polygon that does not cross itself", $"{where}left out, {mended.Done}");
            return;
        }

        var isNew = _firstOfShape.TryAdd(shape.Normalized(), _footprints.Count);
        if (!isNew)
        {
            Repeat(feature, where, facts, _firstOfShape[shape.Normalized()]);
            return;
        }

        if (mended.Fault.Length > 0)
            Note(ImportOutcome.Repaired, feature, mended.Fault, "a polygon that does not cross itself", $"{where}repaired, {mended.Done}");
        _footprints.Add(new Footprint(feature, shape, facts));
    }

    private void Repeat(GeoFeature feature, string where, BuildingFacts facts, int first)
    {
        var kept = _footprints[first];
        _footprints[first] = kept with { Facts = kept.Facts.FilledFrom(facts) };
        Note(ImportOutcome.Duplicate, feature, "", "each footprint once", $"{where}the same footprint as feature {kept.Feature.Number}, not taken again");
    }

    private static string Where(Geometry geometry, int part) => geometry is MultiPolygon ? $"polygon {part + 1} " : "";

    private void Note(ImportOutcome outcome, GeoFeature feature, string value, string expected, string message) =>
        notes.Add(new ImportNote(outcome, feature.Find(value, expected, message)));
}
