using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Building;

/// <summary>Cuts cells into beats: compact, alike in size to within one cell, every cell on exactly one.</summary>
internal static class BeatCutting
{
    /// <summary>
    /// Cuts <paramref name="cells"/> into <paramref name="count"/> beats (1 to the number of cells) by halving: always across the longer
    /// side, into parts in proportion to the beats each will hold. Each beat is in walking order: from its western end on to the nearest next.
    /// </summary>
    public static List<int[]> Cut(IReadOnlyList<CellSite> cells, int count)
    {
        var beats = new List<int[]>(count);
        Halve([.. cells], count, beats);
        return beats;
    }

    private static void Halve(CellSite[] cells, int count, List<int[]> beats)
    {
        if (count == 1)
        {
            beats.Add(InWalkingOrder(cells));
            return;
        }

        var width = cells.Max(cell => cell.Centre.EastM) - cells.Min(cell => cell.Centre.EastM);
        var height = cells.Max(cell => cell.Centre.NorthM) - cells.Min(cell => cell.Centre.NorthM);
        CellSite[] across = width >= height
            ? [.. cells.OrderBy(cell => cell.Centre.EastM).ThenBy(cell => cell.Index)]
            : [.. cells.OrderByDescending(cell => cell.Centre.NorthM).ThenBy(cell => cell.Index)];

        // Every beat gets the rounded-down number of cells and the first ones get one more, on both sides of every cut.
        var first = count / 2;
        var size = (first * (cells.Length / count)) + Math.Min(first, cells.Length % count);
        Halve(across[..size], first, beats);
        Halve(across[size..], count - first, beats);
    }

    private static int[] InWalkingOrder(CellSite[] cells)
    {
        var left = cells.OrderBy(cell => cell.Centre.EastM).ThenBy(cell => cell.Index).ToList();
        var order = new int[cells.Length];
        var here = left[0].Centre;
        for (var step = 0; step < order.Length; step++)
        {
            var next = left.MinBy(cell => cell.Centre.MetresTo(here))!;
            left.Remove(next);
            (order[step], here) = (next.Index, next.Centre);
        }

        return order;
    }
}
