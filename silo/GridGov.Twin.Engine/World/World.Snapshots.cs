using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Hashing;
using GridGov.Twin.Engine.Queue;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.World;

/// <content>Snapshot, restore and fork: the whole world as bytes and back.</content>
public sealed partial class World<TModel>
{
    /// <summary>The world of a moment that was lived elsewhere, good only to be saved: what it is made of is not its own.</summary>
    internal World(TModel model, Gathered lived)
        : this(model, lived.Seed)
    {
        (Now, Handled, EventCount) = (lived.Now, lived.Handled, lived.Announced);
        (_timers, _numbers) = (lived.Timers.Copy(), lived.Numbers);
        // What is late goes before what is due only now.
        foreach (var sent in lived.UnderWay.Where(sent => _timers.Runs(sent.Timer)).OrderBy(sent => sent.Due))
        {
            Enqueue(sent with { Due = sent.Due < Now ? Now : sent.Due });
        }
    }

    /// <summary>The hash of the whole state. Equal for equal worlds, whether run, restored or forked.</summary>
    public ulong StateHash()
    {
        var writer = new SnapshotWriter();
        Write(writer);
        return RunningHash.Of(writer.Written);
    }

    /// <summary>Everything the future depends on, as bytes. Listeners and <see cref="StuckLimit"/> are not part of it.</summary>
    public Snapshot Save()
    {
        var writer = new SnapshotWriter();
        Write(writer);
        return Snapshot.Around(writer.Written);
    }

    /// <summary>Goes back, or on, to what <paramref name="snapshot"/> holds; a stopped world can go on from there.</summary>
    /// <exception cref="FormatException">The snapshot is of another model. The world is left as it was.</exception>
    public void Restore(Snapshot snapshot)
    {
        if (_phase is Phase.Handling or Phase.CarryingOut)
        {
            RequireIdle();
        }

        var reader = new SnapshotReader(snapshot.Content);
        var clock = reader.Value<Clock>();
        var numbers = reader.Row<long>();
        var timers = Timers.Read(reader);
        var pending = reader.Row<PendingLetter>();
        ReadModel(reader);

        Adopt(clock);
        (_timers, _numbers) = (timers, numbers);
        _turn = new Turn(Seed, timers, numbers);
        _queue.Clear(clock.Sequence);
        foreach (ref readonly var letter in pending.AsSpan())
        {
            _queue.PutBack(letter.Key, letter.Letter);
        }

        RecallPending();

        _phase = Phase.Idle;
    }

    /// <summary>A second world that begins where this one is and then goes its own way.</summary>
    /// <param name="emptyModel">A model of the same make, whose state is replaced.</param>
    public World<TModel> Fork(TModel emptyModel)
    {
        var fork = new World<TModel>(emptyModel, Seed) { StuckLimit = StuckLimit };
        fork.Restore(Save());
        return fork;
    }

    private void Write(SnapshotWriter writer)
    {
        RequireIdle();
        writer.Value(new Clock
        {
            Seed = Seed,
            NowMs = Now.Milliseconds,
            Handled = Handled,
            InstantMs = _instantMs,
            HandledAtInstant = _handledAtInstant,
            EventCount = EventCount,
            HashState = _hash.State,
            Sequence = _queue.Sequence,
        });
        writer.Row<long>(_numbers);
        _timers.Write(writer);
        WritePending(writer);
        _model.Write(writer);
    }

    // Messages of cancelled timers are left out: when they are dropped depends on who looked at the queue, not on the history.
    private void WritePending(SnapshotWriter writer)
    {
        writer.Value(Pending);
        foreach (var entry in _queue.InOrder())
        {
            ref readonly var letter = ref _queue[entry.Slot];
            if (_timers.Runs(letter.Timer))
            {
                writer.Value(new PendingLetter { Key = entry.Key, Letter = letter });
            }
        }
    }

    // A model that cannot read the rest is given its own state back.
    private void ReadModel(SnapshotReader reader)
    {
        var before = new SnapshotWriter();
        _model.Write(before);
        try
        {
            _model.Read(reader);
            if (!reader.AtEnd)
            {
                throw new FormatException("snapshot: the model left bytes unread, so it is of another model or version");
            }
        }
        catch
        {
            _model.Read(new SnapshotReader(before.Written.ToArray()));
            RecallPending();
            throw;
        }
    }

    private void RecallPending()
    {
        foreach (var entry in _queue.InOrder())
        {
            ref readonly var letter = ref _queue[entry.Slot];
            if (_timers.Runs(letter.Timer))
            {
                _model.Recall(letter.To, in letter.Message, new Instant(entry.Key.DueMs));
            }
        }
    }

    private void Adopt(in Clock clock)
    {
        Seed = clock.Seed;
        Now = new Instant(clock.NowMs);
        Handled = clock.Handled;
        _instantMs = clock.InstantMs;
        _handledAtInstant = clock.HandledAtInstant;
        EventCount = clock.EventCount;
        _hash = new RunningHash(clock.HashState);
    }

    private struct Clock
    {
        public ulong Seed;
        public long NowMs;
        public long Handled;
        public long InstantMs;
        public long HandledAtInstant;
        public long EventCount;
        public ulong HashState;
        public ulong Sequence;
    }

    private struct PendingLetter
    {
        public Key Key;
        public Letter Letter;
    }
}
