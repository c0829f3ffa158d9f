using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Journal;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Silo.Planning;

namespace GridGov.Twin.Silo.Drills;

/// <summary>How a drill stood that is not up, when its journal had so many records. Kept in the data folder, for a list must not read whole journals.</summary>
internal sealed record DrillStanding(long Records, bool IsOver, double Points, double Of, string Actor)
{
    /// <summary>How a drill stands: as it was kept, or read from its journal where that has gone on. Null where neither can be had.</summary>
    /// <param name="path">Where it is kept.</param>
    /// <param name="history">The journal.</param>
    /// <param name="plan">The drill; null where its file is missing: what was kept has to do.</param>
    public static DrillStanding? Find(string path, IWorldHistory history, DrillPlan? plan)
    {
        var kept = ShelfFile.Read<DrillStanding>(path);
        if (plan is null || kept?.Records == history.Head.Records)
        {
            return kept;
        }

        var read = Read(history, plan);
        Keep(path, read);
        return read;
    }

    /// <summary>Who opened a drill, from the first entry of its audit log.</summary>
    public static string OpenedBy(IReadOnlyList<AuditEntry> first) => first is [{ Action: DrillWorlds.Opened } opened] ? opened.Actor : "";

    private static DrillStanding Read(IWorldHistory history, DrillPlan plan)
    {
        var (book, records) = (new ExerciseBook(plan.Exercise), 0L);
        foreach (var (record, batch) in history.Batches())
        {
            records = record;
            for (var i = 0; i < batch.Events.Count; i++)
            {
                var e = batch.Events[i];
                book.On(e);
            }
        }

        var whole = DrillScore.Of(plan.File, book).Whole;
        return new DrillStanding(records, book.Ended is not null, whole.Had, whole.Of, OpenedBy(history.Audit(1, 1)));
    }

    // Without it the journal is read again.
    private static void Keep(string path, DrillStanding standing)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            ShelfFile.Keep(path, standing);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }
}
