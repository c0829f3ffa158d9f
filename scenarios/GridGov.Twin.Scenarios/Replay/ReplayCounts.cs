using System.Runtime.InteropServices;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>
/// What became of a log's rows: <paramref name="Accepted"/> + <paramref name="Merged"/> + <paramref name="Rejected"/> = <paramref name="Rows"/>,
/// and the <paramref name="Faults"/> add up to the rejected.
/// </summary>
/// <param name="Rows">Rows of the file, its head not counted.</param>
/// <param name="Accepted">Rows that opened a case.</param>
/// <param name="Merged">Rows joined to an open case, or repeated.</param>
/// <param name="Repeated">Of the merged, those that say the same as an earlier row.</param>
/// <param name="Rejected">Rows that were rejected.</param>
/// <param name="Spread">Of the rows that entered, those whose position was drawn.</param>
/// <param name="Faults">How many rows were rejected for each reason, in the order of <see cref="RowFault"/>.</param>
public sealed record ReplayCounts(
    long Rows, long Accepted, long Merged, long Repeated, long Rejected, long Spread, IReadOnlyList<(RowFault Fault, long Rows)> Faults)
{
    internal static ReplayCounts Of(List<LoggedRow> rows)
    {
        var fates = new long[Enum.GetValues<RowFate>().Length];
        var faults = new long[Enum.GetValues<RowFault>().Length];
        var (repeated, spread) = (0L, 0L);
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows))
        {
            fates[(int)row.Fate]++;
            faults[(int)row.Fault]++;
            repeated += row.IsRepeated ? 1 : 0;
            spread += row.IsSpread && row.Enters ? 1 : 0;
        }

        return new ReplayCounts(
            rows.Count, fates[(int)RowFate.Accepted], fates[(int)RowFate.Merged], repeated, fates[(int)RowFate.Rejected], spread,
            [.. Enum.GetValues<RowFault>().Where(fault => fault != RowFault.None && faults[(int)fault] > 0).Select(fault => (fault, faults[(int)fault]))]);
    }
}
