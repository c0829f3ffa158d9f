using System.Globalization;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>
/// The district, its streets and their communities, and the cells' codes: 6 digits division, 3 street, 3 community, 3 sequence.
/// Everything is numbered west to east, then north to south (DB11 unit grid rule).
/// </summary>
internal sealed class OrgTree
{
    private const int CellsACommunity = 30;
    private const int CommunitiesAStreet = 10;

    private OrgTree(OrgUnit[] units, int[] community, string[] codes)
    {
        (Units, Community, Codes) = (units, community, codes);
    }

    /// <summary>The units, parents first.</summary>
    public OrgUnit[] Units { get; }

    /// <summary>The community of each cell, an index into <see cref="Units"/>.</summary>
    public int[] Community { get; }

    /// <summary>The 15-digit code of each cell.</summary>
    public string[] Codes { get; }

    /// <summary>Forms communities of about 30 cells and streets of about 10 communities, and numbers everything.</summary>
    public static OrgTree Form(string name, string division, Place[] centres, IReadOnlyList<CellDraft> cells, Lattice lattice)
    {
        var community = ContiguousGroups.Form(centres, cells.Select(cell => cell.Neighbours.Keys), CellsACommunity);
        var communityCentres = Middles(centres, community);
        var street = ContiguousGroups.Form(communityCentres, Beside(cells, community, communityCentres.Length), CommunitiesAStreet);
        var streetCentres = Middles(communityCentres, street);

        var units = new List<OrgUnit> { new(0, division, name, Level.District, -1) };
        var codes = new string[centres.Length];
        var communityOf = new int[centres.Length];
        var streetUnits = ReadingOrder(Enumerable.Range(0, streetCentres.Length), streetCentres, lattice)
            .Select((s, i) => (Street: s, Unit: Add(units, division, i + 1, $"第{ChineseNumeral.Of(i + 1)}街道", Level.Street, 0))).ToArray();
        foreach (var (s, streetUnit) in streetUnits)
        {
            var communities = ReadingOrder(Enumerable.Range(0, street.Length).Where(c => street[c] == s), communityCentres, lattice);
            foreach (var (c, number) in communities.Select((c, i) => (c, i + 1)))
            {
                var communityName = $"第{ChineseNumeral.Of(units.Count - streetUnits.Length)}社区";
                var unit = Add(units, streetUnit.Code, number, communityName, Level.Community, streetUnit.Index);
                var sequence = 0;
                foreach (var cell in ReadingOrder(Enumerable.Range(0, community.Length).Where(i => community[i] == c), centres, lattice))
                    (codes[cell], communityOf[cell]) = (unit.Code + Three(++sequence), unit.Index);
            }
        }

        return new OrgTree([.. units], communityOf, codes);
    }

    private static OrgUnit Add(List<OrgUnit> units, string parentCode, int number, string name, Level level, int parent)
    {
        var unit = new OrgUnit(units.Count, parentCode + Three(number), name, level, parent);
        units.Add(unit);
        return unit;
    }

    private static string Three(int number) => number.ToString("000", CultureInfo.InvariantCulture);

    // Row by row from the north, each from west to east.
    private static int[] ReadingOrder(IEnumerable<int> places, Place[] centres, Lattice lattice) =>
        [.. places.OrderByDescending(i => lattice.RowOf(centres[i].NorthM)).ThenBy(i => centres[i].EastM).ThenBy(i => i)];

    private static Place[] Middles(Place[] places, int[] group) =>
    [
        .. Enumerable.Range(0, places.Length).GroupBy(i => group[i]).OrderBy(members => members.Key)
            .Select(members => new Place(members.Average(i => places[i].EastM), members.Average(i => places[i].NorthM))),
    ];

    private static SortedSet<int>[] Beside(IReadOnlyList<CellDraft> cells, int[] group, int groups)
    {
        var beside = Enumerable.Range(0, groups).Select(_ => new SortedSet<int>()).ToArray();
        for (var cell = 0; cell < cells.Count; cell++)
            beside[group[cell]].UnionWith(cells[cell].Neighbours.Keys.Select(next => group[next]).Where(other => other != group[cell]));
        return beside;
    }
}
