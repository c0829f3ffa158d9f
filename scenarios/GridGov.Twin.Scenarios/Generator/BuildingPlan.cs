using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>Builds on every cell according to its kind, and names the landmarks.</summary>
internal sealed class BuildingPlan
{
    private readonly DistrictPlan _plan;
    private readonly LandMesh _mesh;
    private readonly List<CellLand> _cells;
    private readonly HashSet<int> _landmarkCells = [];
    private readonly HashSet<int> _yardCells = [];
    private readonly Landmarks _landmarks;
    private readonly List<int>[] _streetsAt;

    public BuildingPlan(DistrictPlan plan, LandMesh mesh, List<CellLand> cells, OrgNames names)
    {
        _plan = plan;
        _mesh = mesh;
        _cells = cells;
        _landmarks = new Landmarks(plan, names);
        _streetsAt = StreetsAt(mesh);
        ChooseCells();
    }

    /// <summary>Sports grounds beside schools and ponds in parks.</summary>
    public List<GroundSite> Grounds { get; } = [];

    /// <summary>The buildings of one cell.</summary>
    public List<Draft> Build(int cell)
    {
        var land = _cells[cell];
        var ring = _mesh.Ring(land.Patch);
        StreetClass?[] streets = [.. ring.Select((corner, i) => _mesh.StreetOn(corner, ring[(i + 1) % ring.Count]))];
        var chance = ChanceStream.For(_plan.Seed, (ulong)cell, Purpose.Footprints);
        var backM = land.Block.Kind is CellKind.Residential or CellKind.Industrial ? 5.5 : 2;
        var plot = new Plot(_mesh.Outline(land.Patch), streets, Passing(ring), _plan.Density, chance, backM);
        LayOut(plot, cell, land);
        return plot.Drafts;
    }

    // Streets that meet the cell's corners without running along its sides.
    private IEnumerable<Box> Passing(IReadOnlyList<int> ring)
    {
        var own = ring.ToHashSet();
        foreach (var (from, to) in ring.SelectMany(corner => _streetsAt[corner].Select(other => (corner, other))))
        {
            if (own.Contains(to) && IsSide(ring, from, to))
            {
                continue;
            }

            var (a, b) = (_mesh.Corner(from), _mesh.Corner(to));
            var widthM = _mesh.StreetOn(from, to)!.Value.WidthM() + 2;
            yield return new Box(Plane.Between(a, b, 0.5), Plane.Unit(Plane.Minus(b, a)), a.MetresTo(b) + widthM, widthM);
        }
    }

    private static bool IsSide(IReadOnlyList<int> ring, int a, int b) =>
        Enumerable.Range(0, ring.Count).Select(i => (ring[i], ring[(i + 1) % ring.Count])).Any(side => side == (a, b) || side == (b, a));

    private static List<int>[] StreetsAt(LandMesh mesh)
    {
        var streets = Enumerable.Range(0, mesh.CornerCount).Select(_ => new List<int>()).ToArray();
        foreach (var (from, to, _, _) in mesh.Sides().Where(side => mesh.StreetOn(side.From, side.To) is not null))
        {
            streets[from].Add(to);
            streets[to].Add(from);
        }

        return streets;
    }

    private void LayOut(Plot plot, int cell, CellLand land)
    {
        var estate = ChanceStream.For(_plan.Seed, (ulong)land.Block.Index, Purpose.Estates);
        switch (land.Block.Kind)
        {
            case CellKind.Residential:
                TownLayouts.Estate(plot, Math.Clamp(estate.Unit() + 0.2 - (0.5 * land.Block.Bustle), 0, 1));
                break;
            case CellKind.Commercial when land.Block.Bustle > 0.22:
                if (_landmarkCells.Contains(cell))
                {
                    _landmarks.Tower(plot);
                }

                TownLayouts.Core(plot, land.Block.Bustle, 14 + Math.Min(24, _plan.Cells / 15));
                break;
            case CellKind.Commercial:
                TownLayouts.Market(plot);
                break;
            case CellKind.Mixed:
                TownLayouts.OldQuarter(plot, estate.Happens(0.35));
                break;
            case CellKind.Industrial:
                TownLayouts.Works(plot);
                break;
            case CellKind.Village:
                OpenLayouts.Village(plot, land.IsSettled);
                break;
            default:
                LayOutPublic(plot, cell, land.Block.Use);
                break;
        }
    }

    private void LayOutPublic(Plot plot, int cell, PublicUse use)
    {
        var leads = _landmarkCells.Contains(cell);
        switch (use)
        {
            case PublicUse.School:
                Add(OpenLayouts.School(plot, _yardCells.Contains(cell)));
                break;
            case PublicUse.Hospital:
                OpenLayouts.Hospital(plot, leads ? _landmarks.NameFor(use) : null);
                break;
            case PublicUse.Stadium or PublicUse.Station or PublicUse.CivicSquare when leads:
                OpenLayouts.Landmark(plot, use, _landmarks.NameFor(use));
                break;
            case PublicUse.Station or PublicUse.Stadium:
            case PublicUse.CivicSquare when !_yardCells.Contains(cell):
                OpenLayouts.Civic(plot);
                break;
            case PublicUse.Park:
                Add(OpenLayouts.Park(plot));
                break;
        }
    }

    private void Add(GroundSite? ground)
    {
        if (ground is not null)
        {
            Grounds.Add(ground);
        }
    }

    // One cell of each public block carries its landmark; the busiest commercial cell carries the tower.
    private void ChooseCells()
    {
        var byBlock = Enumerable.Range(0, _cells.Count).GroupBy(cell => _cells[cell].Block.Index);
        foreach (var block in byBlock)
        {
            var cells = block.OrderByDescending(cell => Plane.AreaM2(_mesh.Outline(_cells[cell].Patch))).ThenBy(cell => cell).ToArray();
            _landmarkCells.Add(_cells[cells[0]].Block.Kind == CellKind.Public ? cells[0] : -1);
            _yardCells.UnionWith(cells.Where((_, i) => i % 2 == 0));
        }

        var core = Enumerable.Range(0, _cells.Count).Where(cell => _cells[cell].Block.Kind == CellKind.Commercial).ToArray();
        if (core.Length > 0)
        {
            _landmarkCells.Add(core.MaxBy(cell => _cells[cell].Block.Bustle));
        }
    }
}
