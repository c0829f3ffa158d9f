using System.Globalization;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>Groups cells into communities and communities into streets, and gives all of them their codes and names.</summary>
internal sealed class OrgPlan
{
    private readonly DistrictPlan _plan;
    private readonly List<CellLand> _cells;
    private readonly int[] _communityOf;
    private readonly int[] _streetOf;
    private readonly Place[] _communityCentres;
    private readonly Place[] _streetCentres;
    private readonly List<OrgUnit> _units = [];

    public OrgPlan(DistrictPlan plan, LandMesh mesh, List<CellLand> cells, int blocks, OrgNames names)
    {
        _plan = plan;
        _cells = cells;
        var touches = CellTouches(mesh, cells);
        _communityOf = Communities(touches, blocks);
        _communityCentres = CentresOf(_communityOf, plan.CommunityCount);
        _streetOf = StreetsOfCommunities(touches);
        _streetCentres = CentresOf([.. _communityOf.Select(community => _streetOf[community])], plan.StreetCount);
        Order = NameAndNumber(names);
    }

    /// <summary>The org units, parents first, in the order of their codes.</summary>
    public OrgUnit[] Units => [.. _units];

    /// <summary>The cells in the order of their codes: which cell, its code and its community's unit.</summary>
    public List<(int Cell, string Code, int Community)> Order { get; }

    private static int[][] CellTouches(LandMesh mesh, List<CellLand> cells)
    {
        var cellOf = new int[mesh.PatchCount];
        for (var i = 0; i < cells.Count; i++)
        {
            cellOf[cells[i].Patch] = i;
        }

        var touches = cells.Select(_ => new List<int>()).ToArray();
        foreach (var (_, _, left, right) in mesh.Sides().Where(side => side.Right >= 0))
        {
            touches[cellOf[left]].Add(cellOf[right]);
            touches[cellOf[right]].Add(cellOf[left]);
        }

        return [.. touches.Select(list => list.Distinct().Order().ToArray())];
    }

    // Whole blocks go together where there are enough of them; otherwise single cells do.
    private int[] Communities(int[][] touches, int blocks)
    {
        var byBlock = blocks >= 2 * _plan.CommunityCount;
        var group = byBlock ? [.. _cells.Select(cell => cell.Block.Index)] : Enumerable.Range(0, _cells.Count).ToArray();
        var barriers = _cells.Select(cell => cell.Block.Use == PublicUse.River ? 250.0 : 0).ToArray();
        var parts = ContiguousParts.Of(Grouped(group, touches, barriers), _plan.CommunityCount);
        return [.. group.Select(g => parts[g])];
    }

    private int[] StreetsOfCommunities(int[][] touches) =>
        ContiguousParts.Of(Grouped(_communityOf, touches, new double[_cells.Count]), _plan.StreetCount);

    private Piece[] Grouped(int[] group, int[][] touches, double[] barriersM)
    {
        var count = group.Max() + 1;
        var centres = CentresOf(group, count);
        var weights = new int[count];
        var barrier = new double[count];
        var neighbours = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        for (var cell = 0; cell < group.Length; cell++)
        {
            weights[group[cell]]++;
            barrier[group[cell]] = barriersM[cell];
            neighbours[group[cell]].AddRange(touches[cell].Select(other => group[other]).Where(other => other != group[cell]));
        }

        return [.. Enumerable.Range(0, count)
            .Select(i => new Piece(centres[i], weights[i], [.. neighbours[i].Distinct().Order()], barrier[i]))];
    }

    private Place[] CentresOf(int[] group, int count)
    {
        var (east, north, cells) = (new double[count], new double[count], new int[count]);
        for (var i = 0; i < group.Length; i++)
        {
            east[group[i]] += _cells[i].Centre.EastM;
            north[group[i]] += _cells[i].Centre.NorthM;
            cells[group[i]]++;
        }

        return [.. Enumerable.Range(0, count).Select(i => new Place(east[i] / cells[i], north[i] / cells[i]))];
    }

    private List<(int Cell, string Code, int Community)> NameAndNumber(OrgNames names)
    {
        var rowM = 120 * Math.Sqrt((double)_cells.Count / _plan.StreetCount);
        // 001–099 are streets 街道, 100–199 towns 镇.
        var (urban, towns) = (0, 99);
        _units.Add(new OrgUnit(0, _plan.DivisionCode, _plan.Name, Level.District, -1));
        var numbered = GridOrder.Of(_streetCentres, rowM)
            .Select(street => (Number: MostlyVillage(street) ? ++towns : ++urban, Street: street))
            .OrderBy(item => item.Number).ToArray();
        foreach (var (number, _) in numbered)
        {
            var name = names.Next() + (number > 99 ? "镇" : "街道");
            _units.Add(new OrgUnit(_units.Count, Code(_plan.DivisionCode, number), name, Level.Street, 0));
        }

        return NumberCommunities([.. numbered.Select(item => item.Street)], names);
    }

    private List<(int Cell, string Code, int Community)> NumberCommunities(int[] streets, OrgNames names)
    {
        var rowM = 120 * Math.Sqrt((double)_cells.Count / _plan.CommunityCount);
        var order = new List<(int Cell, string Code, int Community)>();
        for (var s = 0; s < streets.Length; s++)
        {
            int[] members = [.. Enumerable.Range(0, _streetOf.Length).Where(community => _streetOf[community] == streets[s])];
            var sorted = GridOrder.Of([.. members.Select(community => _communityCentres[community])], rowM).Select(i => members[i]).ToArray();
            for (var c = 0; c < sorted.Length; c++)
            {
                var unit = new OrgUnit(_units.Count, Code(_units[s + 1].Code, c + 1), names.Next() + CommunityWord(sorted[c]), Level.Community, s + 1);
                _units.Add(unit);
                NumberCells(sorted[c], unit, order);
            }
        }

        return order;
    }

    private void NumberCells(int community, OrgUnit unit, List<(int Cell, string Code, int Community)> order)
    {
        int[] members = [.. Enumerable.Range(0, _cells.Count).Where(cell => _communityOf[cell] == community)];
        var sorted = GridOrder.Of([.. members.Select(cell => _cells[cell].Centre)], 100);
        for (var i = 0; i < sorted.Length; i++)
        {
            order.Add((members[sorted[i]], Code(unit.Code, i + 1), unit.Index));
        }
    }

    private bool MostlyVillage(int street)
    {
        int[] members = [.. Enumerable.Range(0, _cells.Count).Where(cell => _streetOf[_communityOf[cell]] == street)];
        return members.Count(cell => _cells[cell].Block.Kind == CellKind.Village) * 2 > members.Length;
    }

    private string CommunityWord(int community)
    {
        int[] members = [.. Enumerable.Range(0, _cells.Count).Where(cell => _communityOf[cell] == community)];
        return members.Count(cell => _cells[cell].Block.Kind == CellKind.Village) * 2 > members.Length ? "村" : "社区";
    }

    private static string Code(string parent, int number) => parent + number.ToString("000", CultureInfo.InvariantCulture);
}
