namespace GridGov.Twin.Journal.Chain;

/// <summary>A record as its row keeps it: the columns, the body they are taken from, and its link of the chain.</summary>
/// <param name="Number">Counts the world's records from 1.</param>
/// <param name="FromMs">World time where the batch began.</param>
/// <param name="ToMs">World time where it ended.</param>
/// <param name="FirstInput">How many inputs came before.</param>
/// <param name="Inputs">How many are in it.</param>
/// <param name="FirstEvent">How many events came before.</param>
/// <param name="Events">How many are in it.</param>
/// <param name="EventHash">The world's event hash at its end.</param>
/// <param name="Audits">How many audit entries there are with those of its commands.</param>
/// <param name="Body">Inputs and events.</param>
/// <param name="Chain">Its link.</param>
internal sealed record StoredRecord(
    long Number, long FromMs, long ToMs, long FirstInput, long Inputs, long FirstEvent, long Events, long EventHash, long Audits, byte[] Body, byte[] Chain)
{
    public long[] Columns => [Number, FromMs, ToMs, FirstInput, Inputs, FirstEvent, Events, EventHash, Audits];
}

/// <summary>An audit entry with its link of the audit chain.</summary>
internal sealed record StoredAudit(AuditEntry Entry, byte[] Chain);
