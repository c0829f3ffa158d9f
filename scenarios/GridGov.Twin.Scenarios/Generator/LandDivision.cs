using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>
/// Cuts superblocks into blocks and blocks into cells, halving by area, so that exactly the planned number of cells comes out and
/// each has about 10,000 m². Big cuts carry streets, small ones lanes, the smallest nothing.
/// </summary>
internal sealed class LandDivision
{
    private readonly LandMesh _mesh;
    private readonly LandCut _cut;
    private readonly int _smallestBlock;
    private ChanceStream _chance;

    public LandDivision(DistrictPlan plan, LandMesh mesh)
    {
        _mesh = mesh;
        _cut = new LandCut(mesh);
        _chance = ChanceStream.For(plan.Seed, 0UL, Purpose.Blocks);
        _smallestBlock = plan.Cells < 60 ? 2 : plan.Cells < 200 ? 3 : 5;
    }

    /// <summary>Shares <paramref name="cells"/> among the superblocks by area and cuts them into blocks.</summary>
    public List<Block> ToBlocks(int cells, HashSet<int> river)
    {
        var areas = Enumerable.Range(0, _mesh.PatchCount).Select(patch => Plane.AreaM2(_mesh.Outline(patch))).ToArray();
        var shares = Apportion(areas, cells);
        var blocks = new List<Block>();
        for (var patch = 0; patch < areas.Length; patch++)
        {
            if (river.Contains(patch))
            {
                Add(blocks, patch, shares[patch]);
                blocks[^1].Use = PublicUse.River;
                blocks[^1].Kind = CellKind.Public;
            }
            else
            {
                DivideToBlocks(blocks, patch, shares[patch]);
            }
        }

        return blocks;
    }

    /// <summary>Cuts a block into its cells and returns their patches.</summary>
    public List<int> ToCells(Block block)
    {
        var cells = new List<int>();
        DivideToCells(block, block.Patch, block.Cells, StreetFor(block, block.Cells), cells);
        return cells;
    }

    private void DivideToBlocks(List<Block> blocks, int patch, int cells)
    {
        if (cells <= _smallestBlock + _chance.Below(3))
        {
            Add(blocks, patch, cells);
            return;
        }

        var street = cells >= 9 ? StreetClass.Street : StreetClass.Lane;
        var other = Halve(patch, ref cells, street, 26, out var otherCells);
        if (other < 0)
        {
            Add(blocks, patch, cells);
            return;
        }

        DivideToBlocks(blocks, patch, cells);
        DivideToBlocks(blocks, other, otherCells);
    }

    private void DivideToCells(Block block, int patch, int cells, StreetClass? street, List<int> found)
    {
        if (cells == 1)
        {
            found.Add(patch);
            return;
        }

        var other = Halve(patch, ref cells, street, 14, out var otherCells);
        if (other < 0)
        {
            throw new InvalidOperationException($"block {block.Index} could not be cut into {cells} cells; try another seed");
        }

        var next = street is null ? null : StreetFor(block, Math.Max(cells, otherCells));
        DivideToCells(block, patch, cells, next, found);
        DivideToCells(block, other, otherCells, next, found);
    }

    private int Halve(int patch, ref int cells, StreetClass? street, double snapM, out int otherCells)
    {
        var area = Plane.AreaM2(_mesh.Outline(patch));
        var half = cells / 2;
        if (cells >= 7 && _chance.Happens(0.4))
        {
            half -= 1;
        }

        var other = _cut.TryCut(patch, (double)half / cells, street, snapM);
        otherCells = 0;
        if (other >= 0)
        {
            // Where an end met a crossing the areas moved: the cells follow the land.
            otherCells = Math.Clamp((int)Math.Round(cells * Plane.AreaM2(_mesh.Outline(other)) / area), 1, cells - 1);
            cells -= otherCells;
        }

        return other;
    }

    private static StreetClass? StreetFor(Block block, int cells) => block.Kind switch
    {
        CellKind.Commercial => cells >= 4 ? StreetClass.Street : StreetClass.Lane,
        CellKind.Mixed => StreetClass.Lane,
        CellKind.Residential => cells >= 4 ? StreetClass.Lane : null,
        CellKind.Industrial => cells >= 5 ? StreetClass.Lane : null,
        CellKind.Village => cells >= 5 ? StreetClass.Lane : null,
        _ => block.Use is PublicUse.School or PublicUse.Hospital && cells >= 4 ? StreetClass.Lane : null,
    };

    private void Add(List<Block> blocks, int patch, int cells)
    {
        var outline = _mesh.Outline(patch);
        blocks.Add(new Block(blocks.Count, patch, cells, Plane.Centroid(outline)) { Outline = outline });
    }

    // Largest remainder (Hamilton), at least one each.
    private static int[] Apportion(double[] areas, int cells)
    {
        var total = areas.Sum();
        var exact = areas.Select(area => Math.Max(1, cells * area / total)).ToArray();
        var shares = exact.Select(share => (int)share).ToArray();
        var order = Enumerable.Range(0, areas.Length).OrderByDescending(i => exact[i] - shares[i]).ThenBy(i => i).ToArray();
        for (var i = 0; shares.Sum() < cells; i = (i + 1) % order.Length)
        {
            shares[order[i]]++;
        }

        while (shares.Sum() > cells)
        {
            shares[Array.IndexOf(shares, shares.Max())]--;
        }

        return shares;
    }
}
