using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Journal;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Silo.Tests.Worlds;

/// <summary>A journal store that fails when it is told to: as a full disk does, or as a process does that is killed before or after a commit.</summary>
internal sealed class WatchedStore(IJournalStore inner) : IJournalStore
{
    /// <summary>Said instead of writing, while it is set.</summary>
    public volatile string? Full;

    /// <summary>How often it was asked for a command by its key.</summary>
    public int Looks { get; private set; }

    /// <summary>Closed: whoever writes waits until it is opened.</summary>
    public ManualResetEventSlim Gate { get; } = new(true);

    /// <summary>So many commits from now the writer dies; −1: never.</summary>
    public int DiesIn { get; set; } = -1;

    /// <summary>Whether what it wrote last is kept when it dies.</summary>
    public bool DiesAfter { get; set; }

    public IReadOnlyList<Genesis> Worlds() => inner.Worlds();

    public IWorldJournal Create(Genesis genesis) => new Journal(this, inner.Create(genesis));

    public IWorldJournal? Open(string world) => inner.Open(world) is { } journal ? new Journal(this, journal) : null;

    public IWorldHistory? Read(string world) => inner.Read(world);

    public void Dispose() => inner.Dispose();

    private sealed class Journal(WatchedStore store, IWorldJournal inner) : IWorldJournal
    {
        public Genesis Genesis => inner.Genesis;

        public JournalHead Head => inner.Head;

        public IEnumerable<(long Record, Batch Batch)> Batches(long fromRecord = 1) => inner.Batches(fromRecord);

        public IReadOnlyList<Event> Events(long from, int most) => inner.Events(from, most);

        public (Snapshot Snapshot, long AfterRecord)? NewestSnapshot(long before = long.MaxValue) => inner.NewestSnapshot(before);

        public CommandRecord? FindCommand(string key)
        {
            store.Looks++;
            return inner.FindCommand(key);
        }

        public IReadOnlyList<AuditEntry> Audit(long from, int most) => inner.Audit(from, most);

        public JournalFault? Verify(Action<long, long>? progress, CancellationToken stop) => inner.Verify(progress, stop);

        public void Save(Snapshot snapshot) => inner.Save(snapshot);

        public void Note(string actor, string action, string target, string outcome) => inner.Note(actor, action, target, outcome);

        public void Dispose() => inner.Dispose();

        public void Append(Batch batch)
        {
            store.Gate.Wait();
            if (store.Full is { } why)
            {
                throw new JournalException(JournalProblem.Unavailable, why);
            }

            var dies = store.DiesIn >= 0 && store.DiesIn-- == 0;
            if (dies && !store.DiesAfter)
            {
                throw new InvalidOperationException("killed before the commit");
            }

            inner.Append(batch);
            if (dies)
            {
                throw new InvalidOperationException("killed after the commit");
            }
        }
    }
}
