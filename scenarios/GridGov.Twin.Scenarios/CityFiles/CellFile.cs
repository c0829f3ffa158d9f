using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>The cells of a city: code, kind, community, street node; a centre only where it is not the middle of the outline.</summary>
internal static class CellFile
{
    private const int CodeDigits = 15;
    private const int CommunityDigits = 12;

    public static void Write(CityModel city, string file, LocalPlane plane)
    {
        using var geo = new GeoJsonWriter(file, plane);
        foreach (var cell in city.Cells)
        {
            geo.Polygon(cell.Outline, json =>
            {
                json.WriteString("code", cell.Code);
                json.WriteString("kind", Words<CellKind>.Of(cell.Kind));
                json.WriteString("community", city.Org[cell.Community].Code);
                json.WriteNumber("node", cell.Node);
                Middle.Write(geo, json, cell.Centre, cell.Outline, plane);
            });
        }
    }

    /// <summary>The cells in the order of their codes.</summary>
    public static CellSite[] Read(string file, LocalPlane plane, OrgUnit[] org, List<Finding> findings)
    {
        var communities = org.Where(unit => unit.Level == Level.Community).ToDictionary(unit => unit.Code, unit => unit.Index, StringComparer.Ordinal);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var cells = new List<CellSite>();
        foreach (var feature in GeoJsonReader.Read(file))
        {
            var fields = new FeatureFields(feature, plane, findings);
            var cell = Cell(fields, communities);
            if (fields.IsSound && !codes.Add(cell.Code))
                fields.Note(cell.Code, "each code once", "this code is used by an earlier cell");
            if (fields.IsSound)
                cells.Add(cell);
        }

        if (cells.Count == 0 && findings.Count == 0)
            findings.Add(new Finding(file, 0, "", "at least one cell", "the city has no cells"));
        return [.. cells.OrderBy(cell => cell.Code, StringComparer.Ordinal).Select((cell, index) => cell with { Index = index })];
    }

    /// <summary>Notes the cells whose street node is not in the net.</summary>
    public static void CheckNodes(string file, CellSite[] cells, StreetNet streets, List<Finding> findings)
    {
        foreach (var cell in cells.Where(cell => streets.Nodes.Length > 0 && cell.Node >= streets.Nodes.Length))
        {
            var value = cell.Node.ToString(CultureInfo.InvariantCulture);
            var expected = string.Create(CultureInfo.InvariantCulture, $"a node of the streets, 0 to {streets.Nodes.Length - 1}");
            findings.Add(new Finding(file, 0, value, expected, $"the node of cell {cell.Code} is unknown"));
        }
    }

    private static CellSite Cell(FeatureFields fields, Dictionary<string, int> communities)
    {
        var code = fields.Text("code");
        var community = fields.Text("community");
        if (fields.IsSound && (code.Length != CodeDigits || !code.All(char.IsAsciiDigit)))
            fields.Note(code, "15 digits: 6 division, 3 street, 3 community, 3 sequence", "the code is wrong");
        if (fields.IsSound && !communities.ContainsKey(community))
            fields.Note(community, "the code of a community of city.json", "the community is unknown");
        if (fields.IsSound && code[..CommunityDigits] != community)
            fields.Note(code, $"{community} and 3 digits", "the code does not match its community");
        var kind = fields.OneOf<CellKind>("kind");
        var node = fields.Whole("node", 0);
        var outline = fields.Outline();
        var centre = fields.Centre(outline);
        return new CellSite(0, code, kind, communities.GetValueOrDefault(community), centre, outline, Outlines.AreaM2(outline), node);
    }
}
