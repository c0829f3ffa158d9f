using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>
/// Gives each block its kind, so that the shares of the plan come out to within a block: commerce in the core, the old mixed quarter
/// beside it, works in one sector, villages at the edge, public land spread about, homes on the rest.
/// </summary>
internal sealed class LandUsePlan
{
    private readonly DistrictPlan _plan;
    private readonly List<Block> _blocks;
    private readonly SmoothNoise _noise;
    private readonly Place _core;
    private readonly Place _second;
    private readonly double _radiusM;

    private LandUsePlan(DistrictPlan plan, List<Block> blocks, Place core)
    {
        _plan = plan;
        _blocks = blocks;
        _core = core;
        _radiusM = Math.Sqrt(plan.Cells * 10_000 / Math.PI);
        _noise = new SmoothNoise(plan.Seed, Purpose.LandUse, Math.Max(300, _radiusM / 4));
        var chance = ChanceStream.For(plan.Seed, 0UL, Purpose.LandUse);
        _second = SecondCore(ref chance);
        foreach (var block in blocks)
        {
            block.Bustle = BustleAt(block.Centre);
        }

        var works = Plane.Unit(new Place(chance.Unit() - 0.5, chance.Unit() - 0.5));
        var old = Plane.Plus(core, Plane.Left(works), _radiusM * 0.3);
        Take(CellKind.Commercial, block => -block.Bustle + (0.10 * Noise(block)));
        Take(CellKind.Village, block => plan.VillageEdge ? -Away(block) + (0.15 * Noise(block)) : Pocket(block));
        Take(CellKind.Industrial, block => -(Plane.Dot(block.Centre, works) / _radiusM) + (0.3 * Noise(block)));
        Spread(ref chance);
        Take(CellKind.Mixed, block => (block.Centre.MetresTo(old) / _radiusM) + (0.2 * Noise(block)));
    }

    /// <summary>Sets the kind, the public use and the bustle of every block.</summary>
    public static void Assign(DistrictPlan plan, List<Block> blocks, Place core) => _ = new LandUsePlan(plan, blocks, core);

    private double Noise(Block block) => _noise.At(block.Centre.EastM, block.Centre.NorthM);

    private double Away(Block block) => Math.Sqrt(Plane.Dot(block.Centre, block.Centre)) / _radiusM;

    private double Pocket(Block block) => _noise.At(block.Centre.NorthM * 1.7, block.Centre.EastM * 1.7) + block.Bustle;

    private Place SecondCore(ref ChanceStream chance)
    {
        var direction = Plane.Unit(new Place(chance.Unit() - 0.5, chance.Unit() - 0.5));
        return Plane.Plus(_core, direction, 0.6 * _radiusM);
    }

    // 1/(1+d²) around each centre: high in the middle, long tail.
    private double BustleAt(Place place)
    {
        var near = place.MetresTo(_core) / Math.Max(160, 0.24 * _radiusM);
        var second = place.MetresTo(_second) / Math.Max(120, 0.13 * _radiusM);
        var other = _plan.Cells >= 600 ? 0.7 / (1 + (second * second)) : 0;
        return Math.Max(1 / (1 + (near * near)), other);
    }

    private IEnumerable<Block> Free() => _blocks.Where(block => block is { Kind: CellKind.Residential, Use: PublicUse.None });

    private void Take(CellKind kind, Func<Block, double> cost)
    {
        var wanted = (_plan.Shares.Of(kind) * _plan.Cells) - _blocks.Where(block => block.Kind == kind).Sum(block => block.Cells);
        foreach (var block in Free().OrderBy(cost).ThenBy(block => block.Index).ToArray())
        {
            if (wanted >= block.Cells / 2.0)
            {
                block.Kind = kind;
                wanted -= block.Cells;
            }
        }
    }

    // The river counts first; then one use after another, each as far as can be from the public land there is.
    private void Spread(ref ChanceStream chance)
    {
        PublicUse[] turn =
            [PublicUse.CivicSquare, PublicUse.Lake, PublicUse.School, PublicUse.Hospital, PublicUse.Park, PublicUse.School,
             PublicUse.Stadium, PublicUse.School, PublicUse.Station, PublicUse.Park, PublicUse.School, PublicUse.Park, PublicUse.Hospital, PublicUse.School, PublicUse.Park];
        var wanted = (_plan.Shares.Public * _plan.Cells) - _blocks.Where(block => block.Kind == CellKind.Public).Sum(block => block.Cells);
        var taken = new List<Block>();
        for (var i = 0; wanted >= 1; i++)
        {
            var use = i < turn.Length ? turn[i] : turn[2 + chance.Below(turn.Length - 2)];
            var block = Free().Where(free => free.Cells / 2.0 <= wanted).MinBy(free => Fitness(free, use, taken));
            if (block is null)
            {
                return;
            }

            block.Kind = CellKind.Public;
            block.Use = use;
            taken.Add(block);
            wanted -= block.Cells;
        }
    }

    private double Fitness(Block block, PublicUse use, List<Block> taken)
    {
        var clear = taken.Count == 0 ? 1 : Math.Min(1, taken.Min(other => other.Centre.MetresTo(block.Centre)) / Math.Min(700, _radiusM));
        var large = block.Cells * 0.03;
        return use switch
        {
            PublicUse.CivicSquare => -2 * block.Bustle - large,
            PublicUse.Lake or PublicUse.Stadium or PublicUse.Station => -clear - (2 * large) - (0.5 * block.Bustle),
            PublicUse.School => -clear + (1.5 * large),
            _ => -clear - large + (0.3 * Noise(block)),
        };
    }
}
