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

    public BuildingPlan(DistrictPlan plan, LandMesh mesh, List<CellLand> cells, OrgNames names)
    {
        _plan = plan;
        _mesh = mesh;
        _cells = cells;
        _landmarks = new Landmarks(names);
        ChooseCells();
    }

    /// <summary>Sports grounds laid beside schools.</summary>
    public List<GroundSite> Grounds { get; } = [];

    /// <summary>The buildings of one cell.</summary>
    public List<Draft> Build(int cell)
    {
        var land = _cells[cell];
        var ring = _mesh.Ring(land.Patch);
        StreetClass?[] streets = [.. ring.Select((corner, i) => _mesh.StreetOn(corner, ring[(i + 1) % ring.Count]))];
        var chance = ChanceStream.For(_plan.Seed, (ulong)cell, Purpose.Footprints);
        var backM = land.Block.Kind is CellKind.Residential or CellKind.Industrial ? 5.5 : 2;
        var plot = new Plot(_mesh.Outline(land.Patch), streets, land.Block, _plan.Density, chance, backM);
        LayOut(plot, cell, land);
        return plot.Drafts;
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

                TownLayouts.Core(plot, land.Block.Bustle);
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
                if (OpenLayouts.School(plot, _yardCells.Contains(cell)) is { } yard)
                {
                    Grounds.Add(yard);
                }

                break;
            case PublicUse.Hospital:
                OpenLayouts.Hospital(plot, leads ? _landmarks.NameFor(use) : null);
                break;
            case PublicUse.Stadium or PublicUse.Station or PublicUse.CivicSquare when leads:
                OpenLayouts.Landmark(plot, use, _landmarks.NameFor(use));
                break;
            case PublicUse.Station or PublicUse.Stadium:
                OpenLayouts.Civic(plot);
                break;
            case PublicUse.Park:
                OpenLayouts.Park(plot);
                break;
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
