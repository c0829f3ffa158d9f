using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>The order codes run in: west to east, then north to south, as one reads a page.</summary>
public static class GridOrder
{
    /// <summary>
    /// The indexes of <paramref name="places"/> in reading order: rows of <paramref name="rowHeightM"/> metres from the northernmost
    /// place down, each row from west to east; equal places keep their order.
    /// </summary>
    public static int[] Of(IReadOnlyList<Place> places, double rowHeightM)
    {
        if (places.Count == 0)
        {
            return [];
        }

        var north = places.Max(place => place.NorthM);
        return [.. Enumerable.Range(0, places.Count)
            .OrderBy(i => (int)((north - places[i].NorthM) / rowHeightM))
            .ThenBy(i => places[i].EastM)
            .ThenBy(i => i)];
    }
}
