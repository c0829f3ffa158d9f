using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Scenarios.Tiles;

/// <summary>
/// Cuts a city into tiles and writes their contents: tiles of at most 2,500 buildings, and in a city of more than 20,000 above every eight of them
/// a coarse one for far views, with the biggest quarter of its buildings in plain shapes.
/// </summary>
internal sealed class TileBakery(CityModel city, string folder)
{
    private const int MostInTile = 2_500;
    private const int MostInCoarse = 8 * MostInTile;
    private const int CoarseShare = 4;

    // A viewer shows what is within about fifty times this: a district from as far as it is more than a dot.
    private const double LeastRootErrorM = 2_000;

    private readonly List<Finding> _repaired = [];
    private readonly List<Finding> _skipped = [];
    private int _leaves;
    private int _coarse;

    public int Tiles => _leaves + _coarse;

    public int Features { get; private set; }

    public IReadOnlyList<Finding> Repaired => _repaired;

    public IReadOnlyList<Finding> Skipped => _skipped;

    /// <summary>Writes all contents and gives the tree.</summary>
    public Tile Bake()
    {
        Tile[] tiles = city.Buildings.Length <= MostInCoarse
            ? Leaves(city.Buildings)
            : [.. TileCut.Parts(city.Buildings, MostInCoarse).Select(Coarse).OfType<Tile>()];
        var box = tiles.Length > 0 ? tiles.Select(tile => tile.Box).Aggregate((one, other) => one.With(other)) : BoundaryBox();
        return new Tile(null, Math.Max(LeastRootErrorM, Math.Ceiling(box.DiagonalM)), box, tiles);
    }

    private Tile[] Leaves(BuildingSite[] buildings) => [.. TileCut.Parts(buildings, MostInTile).Select(Leaf).OfType<Tile>()];

    private Tile? Leaf(BuildingSite[] buildings)
    {
        var mesh = new TileMesh();
        foreach (var building in buildings.OrderBy(building => building.Index))
        {
            var shape = BuildingShape.Of(building);
            mesh.Add(building, shape);
            if (shape.Parts.Length == 0)
                _skipped.Add(Finding(building, "an outline with an area and a height", $"the building cannot be drawn: {Fault(shape)}"));
            else if (shape.Fault.Length > 0)
                _repaired.Add(Finding(building, "a valid outline", $"the outline was mended to draw it: {shape.Fault}"));
        }

        if (mesh.Buildings.Length == 0)
            return null;
        Features += mesh.Buildings.Length;
        var file = CityTiles.ContentFile("tile", _leaves++);
        GlbFile.Write(Path.Combine(folder, file), mesh);
        return new Tile(file, 0, mesh.Box, []);
    }

    private Tile? Coarse(BuildingSite[] buildings)
    {
        var children = Leaves(buildings);
        if (children.Length == 0)
            return null;
        var sized = buildings.Select(building => (Site: building, Shape: BuildingShape.Of(building))).Where(one => one.Shape.Parts.Length > 0)
            .Select(one => (one.Site, one.Shape, SizeM: SizeM(one.Site, one.Shape)))
            .OrderByDescending(one => one.SizeM).ThenBy(one => one.Site.Index).ToArray();
        var shown = (sized.Length + CoarseShare - 1) / CoarseShare;
        var mesh = new TileMesh();
        foreach (var (site, shape, _) in sized[..shown].OrderBy(one => one.Site.Index))
            mesh.Add(site, shape.Coarser());
        var file = CityTiles.ContentFile("coarse", _coarse++);
        GlbFile.Write(Path.Combine(folder, file), mesh);
        var errorM = Math.Max(BuildingShape.CoarseM, sized[shown..].Select(one => Math.Ceiling(one.SizeM)).FirstOrDefault());
        return new Tile(file, errorM, children.Select(tile => tile.Box).Aggregate(mesh.Box, (one, other) => one.With(other)), children, IsReplaced: true);
    }

    // How big a building looks from afar, from the side or from above.
    private static double SizeM(BuildingSite site, BuildingShape shape) => Math.Max(site.HeightM, Math.Sqrt(shape.Parts.Sum(part => part.Area)));

    private static string Fault(BuildingShape shape) => shape.Fault.Length > 0 ? shape.Fault : "its outline has no area";

    private Finding Finding(BuildingSite building, string expected, string message) =>
        new(city.Name, 0, string.Create(CultureInfo.InvariantCulture, $"building {building.Index}"), expected, message);

    private TileBox BoundaryBox() => city.Boundary.Length == 0
        ? TileBox.Of((-1, -1, 0), (1, 1, 1))
        : TileBox.Of(
            (city.Boundary.Min(at => at.EastM), city.Boundary.Min(at => at.NorthM), 0),
            (city.Boundary.Max(at => at.EastM), city.Boundary.Max(at => at.NorthM), 1));
}
