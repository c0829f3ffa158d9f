using System.Globalization;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Journal;

/// <summary>
/// Takes a world along its journal, to its end or to any moment on the way: each input is put in when the world has come to its moment, or before
/// where that lies ahead, and due after everything else then (<see cref="Input.Priority"/>). What happens in between happens again by itself, and
/// its hash is held against the journal's, batch by batch.
/// </summary>
/// <param name="world">The world, as it was after a record.</param>
/// <param name="history">Its journal.</param>
/// <param name="after">That record; 0 for a world at its genesis.</param>
/// <param name="last">The last record it is taken along.</param>
/// <param name="passed">Told each record with its batch when the world has come to its end, or null.</param>
public sealed class JournalCourse<TModel>(World<TModel> world, IWorldHistory history, long after, long last, Action<long, Batch>? passed) : IDisposable
    where TModel : IModel
{
    private readonly IEnumerator<(long Record, Batch Batch)> _ahead =
        history.Batches(after + 1).TakeWhile(entry => entry.Record <= last).GetEnumerator();

    private Batch? _batch;
    private long _record;
    private int _entered;

    /// <summary>Takes the world to a moment that is not past, or to the end of the journal where that comes before. Says whether there may be more.</summary>
    /// <exception cref="JournalException">A record cannot be read, or the world does not do what the journal says it did.</exception>
    public bool RunTo(Instant to)
    {
        while (_batch is not null || TryTake())
        {
            if (!Pass(_batch!, to))
            {
                return true;
            }

            _batch = null;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _ahead.Dispose();

    private bool TryTake()
    {
        if (!_ahead.MoveNext())
        {
            return false;
        }

        ((_record, _batch), _entered) = (_ahead.Current, 0);
        return true;
    }

    // Says whether the batch is behind.
    private bool Pass(Batch batch, Instant to)
    {
        try
        {
            if (!Run(batch, to))
            {
                return false;
            }
        }
        catch (Exception fault) when (fault is ArgumentOutOfRangeException or HandlerFailedException or StuckWorldException)
        {
            throw Diverged($"the world cannot follow it: {fault.Message}", fault);
        }

        if (world.EventHash != batch.EventHash)
        {
            throw Diverged($"the world's event hash is {world.EventHash:x16}, the journal says {batch.EventHash:x16}", null);
        }

        passed?.Invoke(_record, batch);
        return true;
    }

    private bool Run(Batch batch, Instant to)
    {
        for (; _entered < batch.Inputs.Count; _entered++)
        {
            var (input, entered) = (batch.Inputs[_entered], Entered(batch, _entered, world.Now));
            if (entered > to)
            {
                world.RunUntil(to);
                return false;
            }

            world.RunUntil(entered);
            world.Post(input.To, input.Message, input.At, Input.Priority);
        }

        var isBehind = batch.To <= to;
        world.RunUntil(isBehind ? batch.To : to);
        return isBehind;
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

    private JournalException Diverged(FormattableString what, Exception? cause) => new(
        JournalProblem.Damaged, $"record {_record.ToString(CultureInfo.InvariantCulture)}: {what.ToString(CultureInfo.InvariantCulture)}", cause);
}
