using System.Runtime.InteropServices;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>Follows a replayed world and writes into each row what became of it; knows how many cases are still open.</summary>
internal sealed class RowOutcomes(List<LoggedRow> rows) : IEventListener
{
    // Keys of rows are told from those of a scene by the highest bit.
    private const ulong RowBit = 1UL << 63;

    /// <summary>Cases opened and not ended.</summary>
    public long Open { get; private set; }

    /// <summary>The key of a row's incident.</summary>
    public static ulong KeyOf(int row) => RowBit | (uint)row;

    /// <inheritdoc/>
    public void On(in Event e)
    {
        switch (e.Body.Kind)
        {
            case ReportAccepted.Kind:
                var accepted = e.Body.As<ReportAccepted>();
                Set(accepted.Key, RowFate.Accepted, accepted.Case.Number);
                break;
            case ReportMerged.Kind:
                var merged = e.Body.As<ReportMerged>();
                Set(merged.Key, RowFate.Merged, merged.Case.Number);
                break;
            case CaseOpened.Kind:
                Open++;
                break;
            case CaseMoved.Kind when e.Body.As<CaseMoved>().Action == CaseAction.Reopen:
                Open++;
                break;
            case CaseEnded.Kind:
                Open--;
                break;
        }
    }

    private void Set(ulong key, RowFate fate, long number)
    {
        ref var row = ref CollectionsMarshal.AsSpan(rows)[(int)(key & ~RowBit)];
        (row.Fate, row.Case) = (fate, number);
    }
}
