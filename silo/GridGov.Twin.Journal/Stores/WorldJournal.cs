using System.Data.Common;
using System.Runtime.ExceptionServices;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Journal.Chain;

namespace GridGov.Twin.Journal.Stores;

/// <summary>
/// A world's journal as its writer sees it. After a fault the connection is made anew and asked whether the doubtful last change is in after
/// all; the same change tried again is then answered without being made twice.
/// </summary>
internal sealed class WorldJournal : WorldHistory, IWorldJournal
{
    private readonly Lock _gate = new();
    private readonly ILink _link;
    private readonly TimeProvider _clock;
    private JournalEnd _end;
    private JournalHead _head;
    private bool _isBroken;
    private (Change Change, byte[] Content)? _doubtful;
    private byte[]? _alreadyIn;

    /// <summary>Begins to write at the journal's end.</summary>
    /// <exception cref="JournalException">The end does not fit the chain.</exception>
    public WorldJournal(IDatabase database, Genesis genesis, byte[] genesisChain, ILink link, TimeProvider clock)
        : base(database, genesis, genesisChain)
    {
        (_link, _clock) = (link, clock);
        (_end, var last) = JournalTail.Read(link.Connection, genesis.World, genesisChain, database.Name);
        _head = last is null ? EmptyHead : HeadOf(last);
    }

    /// <summary>The connection it writes on.</summary>
    internal DbConnection Connection => _link.Connection;

    // Anybody may ask while the writer waits for the disk.
    public override JournalHead Head => Volatile.Read(ref _head);

    public void Append(Batch batch) => Make(() => Change.ContentOf(batch), () => Change.Append(Genesis.World, _end, _head, batch));

    public void Save(Snapshot snapshot) => Make(() => [], () => Change.Save(Genesis.World, _end, _head, snapshot));

    public void Note(string actor, string action, string target, string outcome)
    {
        var entry = new AuditEntry(0, _clock.GetUtcNow(), Text.Clean(actor), Text.Clean(action), Text.Clean(target), Text.Clean(outcome));
        // The moment is not part of what was noted: a second try comes later.
        Make(() => Change.ContentOf(entry with { At = default }), () => Change.Note(Genesis.World, _end, _head, entry));
    }

    public override void Dispose()
    {
        lock (_gate)
        {
            _link.Dispose();
        }

        base.Dispose();
    }

    private void Make(Func<byte[]> content, Func<Change> compose)
    {
        lock (_gate)
        {
            // A connection that broke while nobody used it is no reason to trouble the caller: the second attempt has a new one.
            if (!TryMake(content, compose, out var fault) && !(Database.IsGone(fault!) && TryMake(content, compose, out fault)))
            {
                ExceptionDispatchInfo.Throw(Database.Explain(fault!) ?? fault!);
            }
        }
    }

    private bool TryMake(Func<byte[]> content, Func<Change> compose, out Exception? fault)
    {
        fault = null;
        Change? change = null;
        try
        {
            Renew();
            if (_alreadyIn is not null && IsAlreadyIn(content()))
            {
                return true;
            }

            change = compose();
            _link.Commit(change.Rows);
            (_end, _head) = (change.End, change.Head);
            return true;
        }
        catch (Exception thrown) when (Database.Explain(thrown) is not null)
        {
            _isBroken = true;
            _doubtful = change is null ? _doubtful : (change, content());
            fault = thrown;
            return false;
        }
    }

    private bool IsAlreadyIn(byte[] content)
    {
        var isSame = content.AsSpan().SequenceEqual(_alreadyIn);
        _alreadyIn = null;
        return isSame;
    }

    private void Renew()
    {
        if (!_isBroken)
        {
            return;
        }

        _link.Renew();
        var (end, _) = JournalTail.Read(_link.Connection, Genesis.World, GenesisChain, Database.Name);
        if (!end.Equals(_end))
        {
            var (change, content) = _doubtful is { } doubtful && end.Equals(doubtful.Change.End)
                ? doubtful
                : throw new JournalException(JournalProblem.InUse, $"{Database.Name}: world {Genesis.World} was written by somebody else meanwhile");
            (_end, _head, _alreadyIn) = (change.End, change.Head, content);
        }

        (_doubtful, _isBroken) = (null, false);
    }
}
