using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Turns;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>The turns of one world in memory, for whoever opens it: as fast as can be, and changed by a test where it wants to.</summary>
internal sealed class TurnsInMemory : ITurnStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(long Due, byte Priority, long Place), UnderWay> _underWay = [];
    private readonly Dictionary<MessageId, (long Due, byte Priority, long Place)> _places = [];
    private readonly Dictionary<GrainId, long> _numbers = [];
    private readonly Dictionary<string, CommandRecord> _commands = [];
    private readonly List<AuditEntry> _audit = [];
    private readonly List<Event> _events = [];
    private Genesis? _genesis;
    private WorldTime _time = null!;
    private long _sent;
    private long _inputs;

    /// <summary>The records, to be changed by a test.</summary>
    public List<GrainTurn[]> Records { get; } = [];

    public IReadOnlyList<Genesis> Worlds() => _genesis is null ? [] : [_genesis];

    public ITurnJournal Open(Genesis genesis, IReadOnlyList<Sent> first, WorldTime time)
    {
        lock (_gate)
        {
            if (_genesis is null)
            {
                (_genesis, _time) = (genesis, time);
                for (var i = 0; i < first.Count; i++)
                {
                    Add(new UnderWay(MessageId.OfBeginning(i), first[i]));
                }
            }

            return new Journal(this);
        }
    }

    public void Dispose()
    {
    }

    private void Add(UnderWay message)
    {
        var place = (message.Sent.Due.Milliseconds, message.Sent.Priority, _sent++);
        _underWay.Add(place, message);
        _places.Add(message.Id, place);
    }

    private bool Remove(MessageId id) => _places.Remove(id, out var place) && _underWay.Remove(place);

    private List<TurnFate> Keep(IReadOnlyList<GrainTurn> turns)
    {
        var (fates, kept) = (new List<TurnFate>(), new List<GrainTurn>());
        foreach (var turn in turns)
        {
            var fate = !_places.ContainsKey(turn.Handled.Id) ? TurnFate.NotUnderWay
                : _numbers.GetValueOrDefault(turn.Grain) + 1 != turn.Number ? TurnFate.Overtaken
                : TurnFate.Kept;
            fates.Add(fate);
            if (fate == TurnFate.Kept)
            {
                kept.Add(turn with { Events = [.. turn.Events.Select(Numbered)] });
                _numbers[turn.Grain] = turn.Number;
                Remove(turn.Handled.Id);
                turn.Withdrawn.ToList().ForEach(id => Remove(id));
                turn.Sends.ToList().ForEach(Add);
            }
        }

        Records.Add([.. kept]);
        return fates;
    }

    private Event Numbered(Event e)
    {
        e.Sequence = _events.Count;
        _events.Add(e);
        return e;
    }

    private Entered Enter(Entry entry)
    {
        if (entry.Slip?.Key is { } key && _commands.TryGetValue(key, out var before))
        {
            return new Entered(before.FirstInput, [], before);
        }

        var first = _inputs;
        UnderWay[] messages = [.. entry.Messages(first).Select(sent => new UnderWay(MessageId.OfInput(_inputs++), sent))];
        Array.ForEach(messages, Add);
        if (entry.Slip is { } slip)
        {
            var command = new CommandRecord(first, 1, slip.Actor, slip.Action, slip.Target, DateTimeOffset.UtcNow, slip.Key, slip.RequestHash, "");
            _commands[slip.Key ?? $"without {first}"] = command;
            Note(slip.Actor, slip.Action, slip.Target, "entered");
        }

        return new Entered(first, messages, null);
    }

    private void Note(string actor, string action, string target, string outcome) =>
        _audit.Add(new AuditEntry(_audit.Count, DateTimeOffset.UtcNow, actor, action, target, outcome));

    private sealed class Journal(TurnsInMemory all) : ITurnJournal
    {
        public Genesis Genesis => all._genesis!;

        public JournalHead Head => Locked(() => new JournalHead(all.Records.Count, all._inputs, all._events.Count, Instant.Start, 0, []));

        public IReadOnlyList<TurnFate> Keep(IReadOnlyList<GrainTurn> turns) => Locked(() => all.Keep(turns));

        public IReadOnlyList<Entered> Enter(IReadOnlyList<Entry> entries) => Locked(() => entries.Select(all.Enter).ToArray());

        public void Answer(IReadOnlyList<(long FirstInput, string Answer)> answers) => Locked(() =>
        {
            foreach (var (input, answer) in answers)
            {
                var (key, command) = all._commands.First(one => one.Value.FirstInput == input);
                all._commands[key] = command with { Answer = answer };
            }

            return true;
        });

        public IReadOnlyList<UnderWay> WaitingFor(GrainId grain) => Locked(() => all._underWay.Values.Where(one => one.Sent.To == grain).ToArray());

        public IReadOnlyList<UnderWay> Due(Instant until, int most, long sentBefore = long.MaxValue) => Locked(() => all._underWay
            .TakeWhile(one => one.Key.Due <= until.Milliseconds).Where(one => one.Key.Place < sentBefore).Take(most).Select(one => one.Value).ToArray());

        public long Sent() => Locked(() => all._sent);

        public Instant NextDue() => Locked(() => all._underWay.Count == 0 ? Instant.Never : new Instant(all._underWay.First().Key.Due));

        public IEnumerable<(long Record, Instant To, IReadOnlyList<GrainTurn> Turns)> Turns(long fromRecord)
        {
            for (var record = fromRecord; record <= Locked(() => all.Records.Count); record++)
            {
                yield return (record, Instant.Start, Locked(() => all.Records[(int)record - 1]));
            }
        }

        public void WaitForNews(long afterRecord, TimeSpan most, CancellationToken stop) =>
            SpinWait.SpinUntil(() => stop.IsCancellationRequested || Locked(() => all.Records.Count) > afterRecord, most);

        public WorldTime Time() => Locked(() => all._time);

        public bool SetTime(WorldTime expected, WorldTime next) => Locked(() =>
        {
            var isAsExpected = all._time == expected;
            all._time = isAsExpected ? next : all._time;
            return isAsExpected;
        });

        public void Note(string actor, string action, string target, string outcome) => Locked(() =>
        {
            all.Note(actor, action, target, outcome);
            return true;
        });

        public IReadOnlyList<Event> Events(long from, int most) => Locked(() => all._events.Skip((int)from).Take(most).ToArray());

        public CommandRecord? FindCommand(string key) => Locked(() => all._commands.GetValueOrDefault(key));

        public IReadOnlyList<AuditEntry> Audit(long from, int most) => Locked(() => all._audit.Skip((int)from).Take(most).ToArray());

        public IReadOnlyList<GrainTurn> TurnsOf(GrainId grain, long after) =>
            Locked(() => all.Records.SelectMany(record => record).Where(turn => turn.Grain == grain && turn.Number > after).ToArray());

        public void SetAside(MessageId message, string problem) => throw new NotSupportedException();

        public IReadOnlyList<SetAside> AllSetAside() => [];

        public bool TakeBack(MessageId message) => false;

        public AtDoor AtDoor() => Locked(() => new AtDoor(
            all.Records.Count, [.. all._underWay.Values.Where(one => one.Id is { Sender.IsNone: true, Turn: >= 0 }).OrderBy(one => one.Id.Turn)], []));

        public IEnumerable<(long Record, Batch Batch)> Batches(long fromRecord = 1) => throw new NotSupportedException();

        public (Snapshot Snapshot, long AfterRecord)? NewestSnapshot(long before = long.MaxValue) => null;

        public JournalFault? Verify(Action<long, long>? progress, CancellationToken stop) => null;

        public void Dispose()
        {
        }

        private T Locked<T>(Func<T> what)
        {
            lock (all._gate)
            {
                return what();
            }
        }
    }
}
