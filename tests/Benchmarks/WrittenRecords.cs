using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Bytes;

namespace GridGov.Twin.Benchmarks;

/// <summary>What a stretch of a journal holds: its inputs, the commits they came in, and the bytes written for them.</summary>
/// <param name="Inputs">Inputs.</param>
/// <param name="Commits">Commits with an input.</param>
/// <param name="Bytes">Bytes of these commits: records, rows of commands and audit entries.</param>
internal sealed record WrittenRecords(long Inputs, long Commits, long Bytes)
{
    private const int HashBytes = 32;

    /// <summary>How many inputs a commit held in the mean; at least 1.</summary>
    public int Group => (int)Math.Max(1, Math.Round((double)Inputs / Math.Max(1, Commits)));

    /// <summary>How many bytes were written for an input in the mean.</summary>
    public int BytesOfEach => (int)(Bytes / Math.Max(1, Inputs));

    /// <summary>Reads a world's journal from a record on, while it is written.</summary>
    public static WrittenRecords Read(string db, string world, long fromRecord)
    {
        using var store = Journals.OpenToRead(db);
        using var history = store.Read(world)!;
        var sum = new WrittenRecords(0, 0, 0);
        foreach (var (_, batch) in history.Batches(fromRecord))
        {
            if (batch.Inputs.Count > 0)
            {
                sum = new WrittenRecords(sum.Inputs + batch.Inputs.Count, sum.Commits + 1, sum.Bytes + BytesOf(batch));
            }
        }

        return sum;
    }

    /// <summary>How many records a world's journal holds now.</summary>
    public static long Count(string db, string world)
    {
        using var store = Journals.OpenToRead(db);
        using var history = store.Read(world)!;
        return history.Head.Records;
    }

    /// <summary>What the journal writes for a batch: the record, and for each command its own row and its audit entry.</summary>
    public static long BytesOf(Batch batch)
    {
        var firstEvent = batch.Events.Count > 0 ? batch.Events[0].Sequence : 0;
        var record = BatchBytes.Write(batch, batch.Inputs[0].Sequence, firstEvent).Length + HashBytes;
        return record + batch.Commands.Sum(BytesOf);
    }

    private static long BytesOf(CommandRecord command)
    {
        var texts = command.Actor.Length + command.Action.Length + command.Target.Length + command.Answer.Length;
        var own = texts + (command.Key?.Length ?? 0) + (4 * sizeof(long));
        var audit = texts + HashBytes + (2 * sizeof(long));
        return own + audit;
    }
}
