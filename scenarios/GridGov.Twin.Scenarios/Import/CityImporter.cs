using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>
/// Makes a city out of real footprints: cells of about 10,000 m² with GB codes, communities and streets, households by floor area, a street net
/// and devices. The same files and options give the same city.
/// </summary>
public static class CityImporter
{
    /// <summary>The most cells a district may have; the founding documents' largest has about 1,540.</summary>
    public const int MaxCells = 16_000;

    private const double CellM2 = Lattice.SideM * Lattice.SideM;
    private const int DivisionDigits = 6;

    /// <summary>Imports a city.</summary>
    /// <exception cref="InputRejectedException">A file cannot be read, holds nothing that can be used, or asks for too large a district.</exception>
    public static ImportResult Import(ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        var notes = new List<ImportNote>();
        var reader = new FootprintReader(notes);
        var footprints = reader.Read(options.Buildings);
        if (footprints.Count == 0)
            throw Rejected(options.Buildings, "", "at least one valid Polygon or MultiPolygon", "the file holds no footprint that can be used");

        var city = City(options, footprints, notes);
        var heightsGiven = footprints.Count(f => f.Facts.HeightM is not null || f.Facts.Floors is not null);
        return new ImportResult(city, new ImportFindings(reader.PolygonsRead, city.Buildings.Length, heightsGiven, notes));
    }

    private static CityModel City(ImportOptions options, IReadOnlyList<Footprint> footprints, List<ImportNote> notes)
    {
        var boundary = options.Boundary is { } file ? DistrictShape.ReadBoundary(file, notes) : null;
        var plane = DistrictShape.PlaneOf(boundary ?? footprints.Select(f => f.Shape), options.Boundary ?? options.Buildings);
        var shapes = footprints.Select(f => Outlines.ToPlane(f.Shape, plane)).ToArray();
        var (pieces, lattice) = Ground(boundary is null ? DistrictShape.Around(shapes) : DistrictShape.Inside(boundary, plane), plane, options, notes);
        var drafts = CellLayout.Lay(pieces);
        if (drafts.Count > MaxCells)
            throw TooMany(options, drafts.Count);

        var cells = DraftCells(options, drafts, lattice, plane, out var org);
        var buildings = BuildingSites.Place(footprints, shapes, cells, plane, options.Seed, notes);
        if (buildings.Length == 0)
            throw Rejected(options.Buildings, "", "at least one building inside the boundary", "every building lies outside the boundary");

        var district = Largest(OverlayNGRobust.Union(cells.Select(cell => (Geometry)Outlines.ToPolygon(cell.Outline))));
        var outline = Outlines.FromPlane(district, plane);
        var streets = options.Roads is { } roads
            ? new RoadStreets(roads, plane, notes).Lay(district)
            : LatticeStreets.Lay(pieces, lattice, Outlines.Centre(outline, plane));
        cells = Furnished(cells, buildings, streets);
        var devices = DeviceRule.Place(cells, options.Division, plane, options.Seed);
        return new CityModel(options.Name, plane.Anchor, outline, org, cells, buildings, devices, [], streets);
    }

    private static void Check(ImportOptions options)
    {
        if (options.Division.Length != DivisionDigits || !options.Division.All(char.IsAsciiDigit))
            throw Rejected("--division", options.Division, "6 digits (GB/T 2260)", "the division code is wrong");
        if (string.IsNullOrWhiteSpace(options.Name))
            throw Rejected("--name", options.Name, "a name", "the district needs a name");
    }

    // The lattice is laid from the ground's south-west corner, and the ground is joined into one piece before it is cut.
    private static (List<Piece> Pieces, Lattice Lattice) Ground(List<Polygon> parts, LocalPlane plane, ImportOptions options, List<ImportNote> notes)
    {
        var extent = new Envelope();
        foreach (var part in parts)
            extent.ExpandToInclude(part.EnvelopeInternal);
        var areaM2 = parts.Sum(part => part.Area);
        if (areaM2 > MaxCells * CellM2)
            throw TooMany(options, (int)Math.Ceiling(areaM2 / CellM2));
        var lattice = new Lattice(extent, plane);
        var (ground, chain) = PartJoin.Join(parts, lattice);
        if (ground.Area > MaxCells * CellM2)
            throw TooMany(options, (int)Math.Ceiling(ground.Area / CellM2));
        if (parts.Count > 1)
        {
            var value = string.Create(CultureInfo.InvariantCulture, $"{parts.Count} parts");
            var message = string.Create(CultureInfo.InvariantCulture, $"the district lay in parts, joined by {chain} squares of 100 m");
            notes.Add(new(ImportOutcome.Joined, new Finding(options.Boundary ?? options.Buildings, 0, value, "one piece", message)));
        }

        return (lattice.Cut(ground), lattice);
    }

    // Cells in the order of their codes, their kind and node still to be found.
    private static CellSite[] DraftCells(ImportOptions options, List<CellDraft> drafts, Lattice lattice, LocalPlane plane, out OrgUnit[] org)
    {
        var outlines = drafts.ConvertAll(draft => Outlines.FromPlane(draft.Shape, plane));
        Place[] centres = [.. outlines.Select(outline => Outlines.Centre(outline, plane))];
        var tree = OrgTree.Form(options.Name, options.Division, centres, drafts, lattice);
        org = tree.Units;
        var order = Enumerable.Range(0, drafts.Count).OrderBy(i => tree.Codes[i], StringComparer.Ordinal);
        return
        [
            .. order.Select((i, index) => new CellSite(
                index, tree.Codes[i], CellKind.Public, tree.Community[i], centres[i], outlines[i], Outlines.AreaM2(outlines[i]), 0)),
        ];
    }

    private static CellSite[] Furnished(CellSite[] cells, BuildingSite[] buildings, StreetNet streets)
    {
        var inCell = buildings.ToLookup(building => building.Cell);
        var nodes = new NearestPlace(streets.Nodes);
        return [.. cells.Select(cell => cell with { Kind = CellKindRule.Of(inCell[cell.Index]), Node = nodes.To(cell.Centre) })];
    }

    private static Polygon Largest(Geometry geometry) => DistrictShape.WithoutHoles(geometry).MaxBy(part => part.Area)!;

    private static InputRejectedException TooMany(ImportOptions options, int cells) => Rejected(
        options.Boundary ?? options.Buildings,
        string.Create(CultureInfo.InvariantCulture, $"about {cells} cells"),
        string.Create(CultureInfo.InvariantCulture, $"at most {MaxCells} cells of 10,000 m²; give a smaller boundary"),
        "the district is too large");

    private static InputRejectedException Rejected(string file, string value, string expected, string message) =>
        new(new Finding(file, 0, value, expected, message));
}
