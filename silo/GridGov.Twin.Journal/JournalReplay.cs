using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Journal;

/// <summary>Brings a world to where its journal ends: the newest usable snapshot, then along the journal (see <see cref="JournalCourse{TModel}"/>).</summary>
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
        ArgumentNullException.ThrowIfNull(history);
        var last = history.Head.Records;
        var after = Restore(world, history, Instant.Never);
        using var course = new JournalCourse<TModel>(world, history, after, long.MaxValue, (record, _) => progress?.Invoke(record, last));
        course.RunTo(Instant.Never);
        return after;
    }

    /// <summary>
    /// Restores the newest snapshot that was taken at a moment or before, and says the record it was taken after; 0 where there is none, or none of
    /// any use: the world is as it was.
    /// </summary>
    /// <param name="world">The world at its start.</param>
    /// <param name="history">Its journal.</param>
    /// <param name="latest">The moment.</param>
    /// <exception cref="JournalException">A record cannot be read.</exception>
    public static long Restore<TModel>(World<TModel> world, IWorldHistory history, Instant latest)
        where TModel : IModel
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(history);
        var found = history.NewestSnapshot();
        while (found is { AfterRecord: var later } && EndOf(later, history)?.To > latest)
        {
            found = history.NewestSnapshot(before: later);
        }

        return found is var (snapshot, after) && TryRestore(world, snapshot, EndOf(after, history)) ? after : 0;
    }

    private static Batch? EndOf(long record, IWorldHistory history) => record > 0 ? history.Batches(record).FirstOrDefault().Batch : null;

    // A snapshot of another model, or one that is not what the journal says was true then, is no use; the inputs are.
    private static bool TryRestore<TModel>(World<TModel> world, Engine.Snapshots.Snapshot snapshot, Batch? last)
        where TModel : IModel
    {
        var start = world.Save();
        try
        {
            world.Restore(snapshot);
        }
        catch (FormatException)
        {
            return false;
        }

        if (world.Now == (last?.To ?? Instant.Start) && world.EventHash == (last?.EventHash ?? world.EventHash))
        {
            return true;
        }

        world.Restore(start);
        return false;
    }
}
