using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Journal;

/// <summary>What a world began from; the first record of its journal, which a later start is held against.</summary>
/// <param name="World">The world's name: 1 to 64 of a–z, 0–9 and hyphens.</param>
/// <param name="Kind">live, drill or run.</param>
/// <param name="Scenario">Where the scenario was read from.</param>
/// <param name="PlanHash">The hash of everything the plan was built from; another plan cannot continue this journal.</param>
/// <param name="Seed">The world's seed.</param>
/// <param name="Begun">Wall time in UTC when the world was made.</param>
public sealed record Genesis(string World, string Kind, string Scenario, ulong PlanHash, ulong Seed, DateTimeOffset Begun);

/// <summary>
/// A command somebody gave, as it is kept with the inputs it became: who, what in words, its idempotency key (null: none) with the hash of the
/// request, and the answer that is given again when the key is sent again.
/// </summary>
public sealed record CommandRecord(
    long FirstInput, int Inputs, string Actor, string Action, string Target, DateTimeOffset At, string? Key, ulong RequestHash, string Answer);

/// <summary>
/// One group commit: what came in and what happened between two clean points of a world. At a clean point everything due before
/// <paramref name="To"/> has been handled and the world's time is <paramref name="To"/>; an input stamped T went in when the world had been
/// brought to exactly T. <paramref name="EventHash"/> is the world's event hash at <paramref name="To"/>.
/// </summary>
public sealed record Batch(
    Instant From, Instant To, IReadOnlyList<Input> Inputs, IReadOnlyList<Event> Events, ulong EventHash, IReadOnlyList<CommandRecord> Commands);

/// <summary>Where a journal ends: how many records, inputs and events it holds, the world's time and event hash, and the end of the hash chain.</summary>
public sealed record JournalHead(long Records, long Inputs, long Events, Instant Now, ulong EventHash, byte[] Chain);

/// <summary>A look at sensitive data or an operator's action: who did what to what, when, and how it ended.</summary>
public sealed record AuditEntry(long Number, DateTimeOffset At, string Actor, string Action, string Target, string Outcome);

/// <summary>The journals of many worlds in one database. Safe for use by several threads.</summary>
public interface IJournalStore : IDisposable
{
    /// <summary>The worlds there are, by name.</summary>
    IReadOnlyList<Genesis> Worlds();

    /// <summary>Begins a world's journal with its genesis record.</summary>
    /// <exception cref="JournalException">There is such a world already, or the store refuses.</exception>
    IWorldJournal Create(Genesis genesis);

    /// <summary>Opens a world's journal for writing, or says null. One writer at a time: a second one is refused.</summary>
    /// <exception cref="JournalException">Another process writes it, or its end cannot be read.</exception>
    IWorldJournal? Open(string world);

    /// <summary>Opens a world's journal for reading only, while another may write it; null when there is none.</summary>
    IWorldHistory? Read(string world);
}

/// <summary>What a journal holds, for whoever reads.</summary>
public interface IWorldHistory : IDisposable
{
    /// <summary>The first record.</summary>
    Genesis Genesis { get; }

    /// <summary>Where the journal ends now.</summary>
    JournalHead Head { get; }

    /// <summary>The batches from a record number on, in order, read as they are asked for.</summary>
    IEnumerable<(long Record, Batch Batch)> Batches(long fromRecord = 1);

    /// <summary>At most <paramref name="most"/> events from a sequence on.</summary>
    IReadOnlyList<Event> Events(long from, int most);

    /// <summary>The newest snapshot that can be read, of those taken before a record, and the record it was taken after; null when there is none.</summary>
    (Snapshot Snapshot, long AfterRecord)? NewestSnapshot(long before = long.MaxValue);

    /// <summary>The command that came with an idempotency key, or null.</summary>
    CommandRecord? FindCommand(string key);

    /// <summary>The audit entries from a number on, at most so many, oldest first.</summary>
    IReadOnlyList<AuditEntry> Audit(long from, int most);

    /// <summary>Goes through the whole chain; null when it is intact, else the first broken record and what is wrong with it.</summary>
    JournalFault? Verify(Action<long, long>? progress, CancellationToken stop);
}

/// <summary>A record that does not fit the chain: its number and what is wrong.</summary>
public sealed record JournalFault(long Record, string Problem);

/// <summary>A world's journal, written by one world's thread. What a method has returned from is durable.</summary>
public interface IWorldJournal : IWorldHistory
{
    /// <summary>Appends one batch, its commands and their audit entries in one transaction, and returns when they are durable.</summary>
    /// <exception cref="JournalException">
    /// Disk full, database locked or gone: the caller may try again with the very same batch, which is then in once, even where it could not be
    /// told at first whether it had got in. Or an idempotency key was used before (<see cref="JournalProblem.Exists"/>): nothing is kept.
    /// </exception>
    /// <exception cref="ArgumentException">The batch does not begin where the journal ends, in time or in sequences.</exception>
    void Append(Batch batch);

    /// <summary>Keeps a snapshot taken at the present head; older ones but the last three may go.</summary>
    void Save(Snapshot snapshot);

    /// <summary>Notes a look at sensitive data, durably.</summary>
    void Note(string actor, string action, string target, string outcome);
}
