using System.Globalization;
using GridGov.Twin.Engine.Hashing;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Bytes;
using GridGov.Twin.Journal.Chain;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Journal.Stores;

/// <summary>A world's journal as readers see it: every question opens a connection of its own, so any thread may ask.</summary>
internal class WorldHistory(IDatabase database, Genesis genesis, byte[] genesisChain) : IWorldHistory
{
    private const int PageRecords = 16;

    public Genesis Genesis { get; } = genesis;

    public virtual JournalHead Head => Database.Read(connection =>
    {
        var last = connection.Rows(Queries.Record, Sql.LastRecord, Genesis.World);
        return last.Count == 0 ? EmptyHead : HeadOf(last[0]);
    });

    protected IDatabase Database { get; } = database;

    protected byte[] GenesisChain { get; } = genesisChain;

    protected JournalHead EmptyHead => new(0, 0, 0, Instant.Start, new RunningHash(Genesis.Seed).Value, GenesisChain);

    public IEnumerable<(long Record, Batch Batch)> Batches(long fromRecord = 1)
    {
        for (var next = fromRecord; ;)
        {
            var page = Database.Read(connection => connection.Records(Genesis.World, next, PageRecords));
            if (page.Count == 0)
            {
                yield break;
            }

            foreach (var (record, commands) in page)
            {
                yield return (record.Number, BatchOf(record, commands));
            }

            next = page[^1].Record.Number + 1;
        }
    }

    public IReadOnlyList<Event> Events(long from, int most)
    {
        from = Math.Max(0, from);
        if (Database.Read(connection => connection.Number(Sql.RecordOfEvent, Genesis.World, from)) is not { } record)
        {
            return [];
        }

        return [.. Batches(record).SelectMany(entry => entry.Batch.Events).SkipWhile(e => e.Sequence < from).Take(most)];
    }

    public (Snapshot Snapshot, long AfterRecord)? NewestSnapshot(long before = long.MaxValue)
    {
        while (true)
        {
            if (Database.Read(connection => connection.SnapshotBefore(Genesis.World, before)) is not var (record, hash, bytes))
            {
                return null;
            }

            if (SnapshotOf(record, hash, bytes) is { } snapshot)
            {
                return (snapshot, record);
            }

            before = record;
        }
    }

    public virtual CommandRecord? FindCommand(string key)
    {
        var found = Database.Read(connection => connection.Rows(Queries.Command, Sql.CommandByKey, Genesis.World, Text.Clean(key)));
        return found.Count == 0 ? null : found[0].Command;
    }

    public IReadOnlyList<AuditEntry> Audit(long from, int most) =>
        Database.Read(connection => connection.Rows(row => Queries.Audit(row).Entry, Sql.AuditFrom, Genesis.World, from, (long)most));

    public JournalFault? Verify(Action<long, long>? progress, CancellationToken stop) =>
        new Verification(Database, Genesis, GenesisChain).Run(progress, stop);

    public virtual void Dispose() => GC.SuppressFinalize(this);

    protected static JournalHead HeadOf(StoredRecord last) => new(
        last.Number, last.FirstInput + last.Inputs, last.FirstEvent + last.Events, new Instant(last.ToMs), (ulong)last.EventHash, last.Chain);

    protected Batch BatchOf(StoredRecord record, CommandRecord[] commands)
    {
        try
        {
            return BatchBytes.Read(record.Body, commands, out _, out _);
        }
        catch (JournalException damaged)
        {
            throw new JournalException(JournalProblem.Damaged, string.Create(CultureInfo.InvariantCulture,
                $"{Database.Name}: record {record.Number} of world {Genesis.World} is damaged: {damaged.Message}"), damaged);
        }
    }

    private Snapshot? SnapshotOf(long record, byte[] hash, byte[] bytes)
    {
        var link = Database.Read(connection => connection.Link(Genesis.World, record, GenesisChain));
        if (!ChainHash.Of(bytes, link).AsSpan().SequenceEqual(hash))
        {
            return null;
        }

        try
        {
            return Snapshot.Of(bytes);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
