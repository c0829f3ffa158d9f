using System.Globalization;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Journal;

/// <summary>
/// Brings a world to where its journal ends: the newest usable snapshot, then the inputs after it, each put in when the world has come to its moment,
/// or before where that lies ahead, and due after everything else then (<see cref="Input.Priority"/>). What happens in between happens again by
/// itself, and its hash is held against the journal's, batch by batch.
/// </summary>
public static class JournalReplay
{
    /// <summary>Recovers <paramref name="world"/>, which must be as it was at its genesis, and says the record it began after (0: no snapshot).</summary>
    /// <param name="world">The world at its start.</param>
    /// <param name="history">Its journal.</param>
    /// <param name="progress">Told the record reached and the last one, or null.</param>
    /// <exception cref="JournalException">A record cannot be read, or the world does not do what the journal says it did.</exception>
    public static long Recover<TModel>(World<TModel> world, IWorldHistory history, Action<long, long>? progress = null)
        where TModel : IModel
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(history);
        var last = history.Head.Records;
        var after = Restore(world, history);
        foreach (var (record, batch) in history.Batches(after + 1))
        {
            Again(world, batch, record);
            progress?.Invoke(record, last);
        }

        return after;
    }

    // A snapshot of another model, or one that is not what the journal says was true then, is no use; the inputs are.
    private static long Restore<TModel>(World<TModel> world, IWorldHistory history)
        where TModel : IModel
    {
        if (history.NewestSnapshot() is not var (snapshot, after))
        {
            return 0;
        }

        var start = world.Save();
        try
        {
            world.Restore(snapshot);
        }
        catch (FormatException)
        {
            return 0;
        }

        var (now, hash) = after > 0 && history.Batches(after).FirstOrDefault() is { Batch: { } batch }
            ? (batch.To, batch.EventHash)
            : (Instant.Start, world.EventHash);
        if (world.Now == now && world.EventHash == hash)
        {
            return after;
        }

        world.Restore(start);
        return 0;
    }

    private static void Again<TModel>(World<TModel> world, Batch batch, long record)
        where TModel : IModel
    {
        try
        {
            for (var i = 0; i < batch.Inputs.Count; i++)
            {
                var input = batch.Inputs[i];
                world.RunUntil(Entered(batch, i, world.Now));
                world.Post(input.To, input.Message, input.At, Input.Priority);
            }

            world.RunUntil(batch.To);
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or HandlerFailedException or StuckWorldException)
        {
            throw Diverged(record, $"the world cannot follow it: {fault.Message}", fault);
        }

        if (world.EventHash != batch.EventHash)
        {
            throw Diverged(record, $"the world's event hash is {world.EventHash:x16}, the journal says {batch.EventHash:x16}", null);
        }
    }

    // When an input entered: at its moment, or, where that lies ahead of the batch, together with the next that was due at once; the last ones a
    // millisecond before the batch ends. Where exactly is nothing to the history, but a recovered world is to be the lost one to the last bit.
    private static Instant Entered(Batch batch, int index, Instant now)
    {
        for (; index < batch.Inputs.Count; index++)
        {
            if (batch.Inputs[index].At < batch.To)
            {
                return batch.Inputs[index].At;
            }
        }

        var last = new Instant(batch.To.Milliseconds - 1);
        return last > now ? last : now;
    }

    private static JournalException Diverged(long record, FormattableString what, Exception? cause) => new(
        JournalProblem.Damaged, $"record {record.ToString(CultureInfo.InvariantCulture)}: {what.ToString(CultureInfo.InvariantCulture)}", cause);
}
