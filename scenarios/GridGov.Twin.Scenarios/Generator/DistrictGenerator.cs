using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Households;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>
/// Makes a district from a plan: avenues and river, blocks, cells, buildings with synthetic households, parks, devices, a street net
/// and the org tree over it all. Everything follows from the plan and its seed.
/// </summary>
public static class DistrictGenerator
{
    /// <summary>The district of <paramref name="plan"/>.</summary>
    /// <exception cref="ArgumentException">The plan is faulty; the message lists every fault.</exception>
    public static CityModel Generate(DistrictPlan plan)
    {
        var faults = plan.Faults();
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults), nameof(plan));
        }

        var groundwork = new Groundwork(plan);
        var mesh = groundwork.Mesh;
        var division = new LandDivision(plan, mesh);
        var blocks = division.ToBlocks(plan.Cells, groundwork.River);
        LandUsePlan.Assign(plan, blocks, groundwork.Core);
        var cells = CutCells(plan, mesh, division, blocks);
        var streets = StreetPlan.Lay(mesh, cells);
        var names = new OrgNames(plan.Seed);
        var org = new OrgPlan(plan, mesh, cells, blocks.Count, names);
        var building = new BuildingPlan(plan, mesh, cells, names);
        var devices = new DevicePlan(plan, mesh);
        var sites = new List<CellSite>(cells.Count);
        var buildings = new List<BuildingSite>();
        foreach (var (land, code, community) in org.Order)
        {
            var cell = cells[land];
            var outline = mesh.Outline(cell.Patch);
            var site = new CellSite(
                sites.Count, code, cell.Block.Kind, community, cell.Centre, outline, Math.Round(Plane.AreaM2(outline), 1), streets.NodeOf(cell));
            sites.Add(site);
            var drafts = building.Build(land);
            foreach (var draft in drafts)
            {
                buildings.Add(Settled(plan, draft, site.Index, buildings.Count));
            }

            devices.Equip(site.Index, land, cell, drafts);
        }

        var ground = GroundPlan.Lay(plan, mesh, cells, blocks, [.. groundwork.Water()], names);
        ground.AddRange(building.Grounds);
        return new CityModel(
            plan.Name, plan.Anchor, mesh.Boundary(), org.Units, [.. sites], [.. buildings], devices.Devices, [.. ground], streets.Net);
    }

    private static List<CellLand> CutCells(DistrictPlan plan, LandMesh mesh, LandDivision division, List<Block> blocks)
    {
        var cells = new List<CellLand>(plan.Cells);
        foreach (var block in blocks)
        {
            var patches = division.ToCells(block);
            var settled = Settlement(mesh, block, patches);
            cells.AddRange(patches.Select(patch => new CellLand(patch, block, new Place(0, 0)) { IsSettled = settled.Contains(patch) }));
        }

        var kinds = new CellKind[mesh.PatchCount];
        foreach (var cell in cells)
        {
            kinds[cell.Patch] = cell.Block.Kind;
        }

        StreetPlan.Narrow(mesh, kinds);
        return [.. cells.Select(cell => cell with { Centre = MiddleOf(mesh.Outline(cell.Patch)) })];
    }

    // A village's houses stand together: in the half of its cells nearest its middle.
    private static HashSet<int> Settlement(LandMesh mesh, Block block, List<int> patches) =>
        [.. patches.OrderBy(patch => Plane.Centroid(mesh.Outline(patch)).MetresTo(block.Centre)).ThenBy(patch => patch)
            .Take((patches.Count + 1) / 2)];

    private static Place MiddleOf(Place[] outline) => Plane.Rounded(Plane.Centroid(outline));

    private static BuildingSite Settled(DistrictPlan plan, Draft draft, int cell, int index)
    {
        var chance = ChanceStream.For(plan.Seed, (ulong)index, Purpose.Households);
        var count = HouseholdRule.For(Plane.AreaM2(draft.Ring), draft.Floors, draft.Use, ref chance);
        var centre = Plane.Rounded(Plane.Centroid(draft.Ring));
        return new BuildingSite(
            index, cell, centre, draft.Ring, draft.HeightM, draft.Floors, draft.Use, count.Households, count.Residents, count.Needs, draft.Name);
    }
}
