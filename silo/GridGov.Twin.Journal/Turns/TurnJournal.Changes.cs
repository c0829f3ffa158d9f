using GridGov.Twin.Engine.Hashing;
using GridGov.Twin.Journal.Chain;
using GridGov.Twin.Journal.Stores;

namespace GridGov.Twin.Journal.Turns;

/// <content>What is written: each change in one transaction, with the world's row held.</content>
internal sealed partial class TurnJournal
{
    public IReadOnlyList<TurnFate> Keep(IReadOnlyList<GrainTurn> turns) => Change(standing =>
    {
        var keeping = new Keeping(World, standing.Sent, new RunningHash(standing.Hash));
        var fates = keeping.Judge(turns, link);
        if (keeping.Kept.Count > 0)
        {
            var batch = keeping.BatchAfter(standing.Head);
            var change = Stores.Change.Append(World, standing.End, standing.Head, batch);
            Make(change, [.. keeping.Rows(change.Head.Records), Standing(keeping.Sent, standing.Inputs, keeping.Hash)]);
        }

        return fates;
    });

    public IReadOnlyList<Entered> Enter(IReadOnlyList<Entry> entries) => Change(standing =>
    {
        var entering = new Entering(World, standing.Sent, standing.Inputs, clock.GetUtcNow());
        var entered = entering.Take(entries, link, AnswerOf);
        if (entering.Commands.Count > 0 || entering.Rows.Count > 0)
        {
            var head = standing.Head;
            var batch = new Batch(head.Now, head.Now, [], [], head.EventHash, entering.Commands);
            Make(Stores.Change.Append(World, standing.End, head, batch), [.. entering.Rows, Standing(entering.Sent, entering.Inputs, standing.Hash)]);
        }

        return entered;
    });

    public void Answer(IReadOnlyList<(long FirstInput, string Answer)> answers) => Change(_ =>
    {
        link.Do([.. answers.Select(one => new Row(TurnSql.AddAnswer, World, one.FirstInput, Text.Clean(one.Answer)))]);
        return true;
    });

    public void SetAside(MessageId message, string problem) => Change(_ =>
    {
        var row = TurnRows.Named(TurnSql.SetAside, World, message);
        return Do(new Row(row.Statement, [.. row.Values, Text.Clean(problem), clock.GetUtcNow().UtcTicks]));
    });

    public bool TakeBack(MessageId message) => Change(_ =>
        link.Ask([TurnRows.Named(TurnSql.IsAside, World, message)])[0] == 1 && Do(TurnRows.Named(TurnSql.TakeBack, World, message)));

    public bool SetTime(WorldTime expected, WorldTime next) => Change(standing =>
    {
        var isAsExpected = standing.Time == expected;
        if (isAsExpected)
        {
            Do(new Row(TurnSql.SetClock, World, ClockText.Write(next)));
            link.Tell(World);
        }

        return isAsExpected;
    });

    public void Note(string actor, string action, string target, string outcome) => Change(standing =>
    {
        var entry = new AuditEntry(0, clock.GetUtcNow(), Text.Clean(actor), Text.Clean(action), Text.Clean(target), Text.Clean(outcome));
        Make(Stores.Change.Note(World, standing.End, standing.Head, entry), []);
        return true;
    });

    private T Change<T>(Func<WorldStanding, T> work)
    {
        lock (_gate)
        {
            var before = _known;
            try
            {
                return link.Transact(() => work(Stand()));
            }
            catch (Exception fault)
            {
                _known = before;
                if (fault is not JournalException && Database.Explain(fault) is { } explained)
                {
                    throw explained;
                }

                throw;
            }
        }
    }

    // The row is held from here on. What this silo wrote last it remembers; what others wrote since is read.
    private WorldStanding Stand()
    {
        var (sent, inputs, hash, time) = link.Connection.Rows(
            row => (row.GetInt64(0), row.GetInt64(1), (ulong)row.GetInt64(2), ClockText.Read(row.GetString(3))), TurnSql.Standing + link.Held, World)[0];
        var end = link.Connection.Rows(Queries.End, Sql.End, World)[0];
        if (_known is not { } known || !known.End.Equals(end))
        {
            var (read, last) = JournalTail.Read(link.Connection, World, GenesisChain, Database.Name);
            _known = known = (read, last is null ? EmptyHead : HeadOf(last));
        }

        return new WorldStanding(known.End, known.Head, sent, inputs, hash, time);
    }

    private void Make(Change change, IReadOnlyList<Row> rows)
    {
        link.Do([.. change.Rows, .. rows]);
        link.Tell(World);
        _known = (change.End, change.Head);
    }

    private bool Do(Row row)
    {
        link.Do([row]);
        return true;
    }

    private Row Standing(long sent, long inputs, ulong hash) => new(TurnSql.MoveStanding, World, sent, inputs, (long)hash);

    private sealed record WorldStanding(JournalEnd End, JournalHead Head, long Sent, long Inputs, ulong Hash, WorldTime Time);
}
