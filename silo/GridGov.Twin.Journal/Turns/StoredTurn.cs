using System.Data.Common;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Stores;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Journal.Turns;

/// <summary>A turn's row: in which record it is, and how many of the record's events are its own.</summary>
internal sealed record StoredTurn(long Record, GrainId Grain, long Number, Instant At, int Events, UnderWay Handled)
{
    public static StoredTurn Read(DbDataReader row) => new(
        row.GetInt64(0), new GrainId((ulong)row.GetInt64(1)), row.GetInt64(2), new Instant(row.GetInt64(3)), (int)row.GetInt64(4), TurnBytes.Read(Queries.Blob(row, 5)));

    /// <summary>The turns of a record with the events that are theirs, which lie in the record in the same order.</summary>
    public static IReadOnlyList<GrainTurn> WithEvents(IEnumerable<StoredTurn> turns, IReadOnlyList<Event> events)
    {
        var (all, at) = (new List<GrainTurn>(), 0);
        foreach (var turn in turns)
        {
            if (at + turn.Events > events.Count)
            {
                throw new JournalException(JournalProblem.Damaged, $"record {turn.Record} holds {events.Count} events, fewer than its turns announced");
            }

            all.Add(new GrainTurn(turn.Grain, turn.Number, turn.At, turn.Handled, [.. events.Skip(at).Take(turn.Events)], [], []));
            at += turn.Events;
        }

        return all;
    }
}
