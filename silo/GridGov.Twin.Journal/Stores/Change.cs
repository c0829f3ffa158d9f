using System.Globalization;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Journal.Bytes;
using GridGov.Twin.Journal.Chain;

namespace GridGov.Twin.Journal.Stores;

/// <summary>One transaction on a world's journal: the rows, and where the journal ends once they are in.</summary>
internal sealed record Change(IReadOnlyList<Row> Rows, JournalEnd End, JournalHead Head)
{
    private const int LongestOutcome = 200;

    /// <summary>A batch as the next record, its commands, and an audit entry for each.</summary>
    /// <exception cref="ArgumentException">The batch does not begin where the journal ends.</exception>
    public static Change Append(string world, JournalEnd end, JournalHead head, Batch batch)
    {
        RequireFits(batch, head);
        CommandRecord[] commands = [.. batch.Commands.Select(Text.Clean)];
        var rows = new List<Row>((2 * commands.Length) + 2);
        var audited = end;
        foreach (var command in commands)
        {
            var outcome = command.Answer.Length > LongestOutcome ? command.Answer[..LongestOutcome] : command.Answer;
            audited = AddAudit(rows, world, audited, new AuditEntry(0, command.At, command.Actor, command.Action, command.Target, Text.Clean(outcome)));
        }

        var record = RecordOf(batch, head, audited, BatchBytes.Write(batch, head.Inputs, head.Events));
        record = record with { Chain = ChainHash.Of(record, commands, end.Chain, audited.AuditChain) };
        rows.Add(new Row(Sql.AddRecord, [world, .. record.Columns.Cast<object>(), record.Body, record.Chain]));
        for (var i = 0; i < commands.Length; i++)
        {
            rows.Add(CommandRow(world, record.Number, i, commands[i]));
        }

        var next = audited with { Records = record.Number, Chain = record.Chain };
        rows.Add(MoveEnd(world, next));
        return new Change(rows, next, new JournalHead(
            record.Number, head.Inputs + record.Inputs, head.Events + record.Events, batch.To, batch.EventHash, record.Chain));
    }

    /// <summary>An audit entry of its own.</summary>
    public static Change Note(string world, JournalEnd end, JournalHead head, AuditEntry entry)
    {
        var rows = new List<Row>();
        var next = AddAudit(rows, world, end, entry);
        rows.Add(MoveEnd(world, next));
        return new Change(rows, next, head);
    }

    /// <summary>A snapshot at the end; all but the three newest go.</summary>
    public static Change Save(string world, JournalEnd end, JournalHead head, Snapshot snapshot) => new(
        [
            new Row(Sql.AddSnapshot, world, end.Records, ChainHash.Of(snapshot.Bytes, end.Chain), snapshot.Bytes.ToArray()),
            new Row(Sql.DropOldSnapshots, world),
        ], end, head);

    /// <summary>What a batch says, wherever it comes: tells a second try from another batch.</summary>
    public static byte[] ContentOf(Batch batch) => ChainHash.Content(BatchBytes.Write(batch, 0, 0), batch.Commands);

    /// <summary>What an audit entry says.</summary>
    public static byte[] ContentOf(AuditEntry entry) => ChainHash.Of(entry, []);

    private static StoredRecord RecordOf(Batch batch, JournalHead head, JournalEnd end, byte[] body) => new(
        head.Records + 1, batch.From.Milliseconds, batch.To.Milliseconds, head.Inputs, batch.Inputs.Count, head.Events, batch.Events.Count,
        (long)batch.EventHash, end.Audits, body, []);

    private static JournalEnd AddAudit(List<Row> rows, string world, JournalEnd end, AuditEntry entry)
    {
        entry = entry with { Number = end.Audits + 1 };
        var chain = ChainHash.Of(entry, end.AuditChain);
        rows.Add(new Row(Sql.AddAudit, world, entry.Number, entry.At.UtcTicks, entry.Actor, entry.Action, entry.Target, entry.Outcome, chain));
        return end with { Audits = entry.Number, AuditChain = chain };
    }

    private static Row CommandRow(string world, long record, int place, CommandRecord command) => new(
        Sql.AddCommand, world, record, (long)place, command.FirstInput, (long)command.Inputs, command.Actor, command.Action, command.Target,
        command.At.UtcTicks, command.Key, (long)command.RequestHash, command.Answer);

    private static Row MoveEnd(string world, JournalEnd end) => new(Sql.MoveEnd, world, end.Records, end.Chain, end.Audits, end.AuditChain);

    private static void RequireFits(Batch batch, JournalHead head)
    {
        if (batch.From != head.Now || batch.To < batch.From)
        {
            throw Misfit($"it goes from {batch.From.Milliseconds} to {batch.To.Milliseconds} ms, the journal ends at {head.Now.Milliseconds} ms");
        }

        for (var i = 0; i < batch.Inputs.Count; i++)
        {
            if (batch.Inputs[i].Sequence != head.Inputs + i)
            {
                throw Misfit($"input {batch.Inputs[i].Sequence} comes where {head.Inputs + i} should");
            }
        }

        for (var i = 0; i < batch.Events.Count; i++)
        {
            if (batch.Events[i].Sequence != head.Events + i)
            {
                throw Misfit($"event {batch.Events[i].Sequence} comes where {head.Events + i} should");
            }
        }
    }

    private static ArgumentException Misfit(FormattableString what) =>
        new($"the batch does not go on where the journal ends: {what.ToString(CultureInfo.InvariantCulture)}");
}
