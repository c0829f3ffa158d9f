using System.Globalization;
using GridGov.Twin.Journal.Bytes;

namespace GridGov.Twin.Journal.Chain;

/// <summary>
/// Goes along a journal record by record and says what is wrong with the first that does not fit. Begins at the genesis, or behind a record
/// that is taken for granted.
/// </summary>
internal sealed class ChainWalk(JournalEnd from, long nowMs, long inputs, long events)
{
    /// <summary>How far it has come.</summary>
    public JournalEnd Reached { get; private set; } = from;

    public long NowMs { get; private set; } = nowMs;

    public long Inputs { get; private set; } = inputs;

    public long Events { get; private set; } = events;

    /// <summary>Goes on by one audit entry; says what is wrong with it, or null.</summary>
    public string? Step(StoredAudit audit)
    {
        var number = Reached.Audits + 1;
        if (audit.Entry.Number != number)
        {
            return Say($"audit entry {number} is missing, {audit.Entry.Number} comes instead");
        }

        if (!ChainHash.Of(audit.Entry, Reached.AuditChain).AsSpan().SequenceEqual(audit.Chain))
        {
            return Say($"audit entry {number} does not fit the chain: it was changed");
        }

        Reached = Reached with { Audits = number, AuditChain = audit.Chain };
        return null;
    }

    /// <summary>Goes on by one record, its audit entries having been passed; says what is wrong with it, or null.</summary>
    public string? Step(StoredRecord record, IReadOnlyList<CommandRecord> commands)
    {
        if (record.Number != Reached.Records + 1)
        {
            return Say($"the record is missing, {record.Number} comes instead");
        }

        if (record.Audits != Reached.Audits)
        {
            return Say($"{record.Audits} audit entries should come before its end, there are {Reached.Audits}");
        }

        if (WrongBody(record) is { } wrong)
        {
            return wrong;
        }

        if (!ChainHash.Of(record, commands, Reached.Chain, Reached.AuditChain).AsSpan().SequenceEqual(record.Chain))
        {
            return "does not fit the chain: its bytes, its commands or its link were changed";
        }

        Reached = Reached with { Records = record.Number, Chain = record.Chain };
        (NowMs, Inputs, Events) = (record.ToMs, record.FirstInput + record.Inputs, record.FirstEvent + record.Events);
        return null;
    }

    /// <summary>Says what is wrong with where the journal ends, or null.</summary>
    public string? WrongEnd(JournalEnd end)
    {
        if (end.Records != Reached.Records)
        {
            return Say($"the journal should end with record {end.Records}, but ends with {Reached.Records}: records were cut off or put in");
        }

        if (end.Audits != Reached.Audits)
        {
            return Say($"there should be {end.Audits} audit entries, but there are {Reached.Audits}");
        }

        return end.Equals(Reached) ? null : "the journal does not end with the link it should end with";
    }

    private string? WrongBody(StoredRecord record)
    {
        Batch batch;
        long firstInput;
        long firstEvent;
        try
        {
            batch = BatchBytes.Read(record.Body, [], out firstInput, out firstEvent);
        }
        catch (JournalException damaged)
        {
            return $"its bytes are not those of a record: {damaged.Message}";
        }

        long[] body =
        [
            record.Number, batch.From.Milliseconds, batch.To.Milliseconds, firstInput, batch.Inputs.Count, firstEvent, batch.Events.Count,
            (long)batch.EventHash, record.Audits,
        ];
        if (!body.AsSpan().SequenceEqual(record.Columns))
        {
            return "its columns do not agree with its body";
        }

        return record.FromMs == NowMs && firstInput == Inputs && firstEvent == Events
            ? null
            : "it does not begin where the record before ends: the order was changed";
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
