using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Chain;
using GridGov.Twin.Journal.Stores;

namespace GridGov.Twin.Journal.Turns;

/// <summary>A shared world's journal as one silo writes and reads it. Its row is held while it is written, so that all silos' records have one order.</summary>
internal sealed partial class TurnJournal(IDatabase database, Genesis genesis, byte[] genesisChain, ITurnLink link, TimeProvider clock)
    : WorldHistory(database, genesis, genesisChain), ITurnJournal
{
    private const int PageRecords = 64;
    private readonly Lock _gate = new();
    private readonly INews _news = database.OpenNews();
    private readonly Lock _listening = new();
    private (JournalEnd End, JournalHead Head)? _known;

    private string World => Genesis.World;

    public IReadOnlyList<UnderWay> WaitingFor(GrainId grain) =>
        Database.Read(connection => connection.Rows(MessageOf, TurnSql.WaitingFor, World, (long)grain.Packed));

    public IReadOnlyList<UnderWay> Due(Instant until, int most, long sentBefore = long.MaxValue) =>
        Database.Read(connection => connection.Rows(MessageOf, TurnSql.Due, World, until.Milliseconds, (long)most, sentBefore));

    public long Sent() => Database.Read(connection => connection.Rows(row => row.GetInt64(0), TurnSql.Standing, World))[0];

    public Instant NextDue() => Database.Read(connection => connection.Number(TurnSql.NextDue, World)) is { } due ? new Instant(due) : Instant.Never;

    public IReadOnlyList<GrainTurn> TurnsOf(GrainId grain, long after) => Database.Read(connection => connection.Rows(
        row => new GrainTurn(grain, row.GetInt64(0), new Instant(row.GetInt64(1)), TurnBytes.Read(Queries.Blob(row, 2)), [], [], []),
        TurnSql.TurnsOf, World, (long)grain.Packed, after));

    public IEnumerable<(long Record, Instant To, IReadOnlyList<GrainTurn> Turns)> Turns(long fromRecord)
    {
        for (var next = fromRecord; ;)
        {
            var page = Page(next);
            if (page.Count == 0)
            {
                yield break;
            }

            foreach (var record in page)
            {
                yield return record;
            }

            next = page[^1].Record + 1;
        }
    }

    public override CommandRecord? FindCommand(string key)
    {
        var found = base.FindCommand(key);
        return found is null ? null : found with { Answer = AnswerOf(found.FirstInput) ?? found.Answer };
    }

    public void WaitForNews(long afterRecord, TimeSpan most, CancellationToken stop)
    {
        // One at a time listens; the others look at what there is a little later.
        lock (_listening)
        {
            var started = clock.GetTimestamp();
            for (var left = most; left > TimeSpan.Zero && !stop.IsCancellationRequested && Head.Records <= afterRecord; left = most - clock.GetElapsedTime(started))
            {
                if (_news.Wait(left, stop))
                {
                    return;
                }
            }
        }
    }

    public IReadOnlyList<SetAside> AllSetAside() => Database.Read(Aside);

    public AtDoor AtDoor() => Database.Read(connection =>
    {
        using var view = connection.BeginView();
        var last = connection.Rows(Queries.Record, Sql.LastRecord, World) is [var record] ? record.Number : 0;
        return new AtDoor(last, connection.Rows(MessageOf, TurnSql.FromOutside, World), [.. Aside(connection).Select(aside => aside.Message.Id)]);
    });

    public WorldTime Time() => Database.Read(connection => connection.Rows(row => ClockText.Read(row.GetString(3)), TurnSql.Standing, World))[0];

    public override void Dispose()
    {
        lock (_gate)
        {
            link.Dispose();
        }

        lock (_listening)
        {
            _news.Dispose();
        }

        base.Dispose();
    }

    private string? AnswerOf(long firstInput) =>
        Database.Read(connection => connection.Rows(row => row.GetString(0), TurnSql.AnswerOf, World, firstInput)) is [var answer] ? answer : null;

    private IReadOnlyList<SetAside> Aside(System.Data.Common.DbConnection connection) => connection.Rows(
        row => new SetAside(MessageOf(row), row.GetString(4), new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero)), TurnSql.AllAside, World);

    private static UnderWay MessageOf(System.Data.Common.DbDataReader row) => TurnBytes.Read(Queries.Blob(row, 3));

    private List<(long Record, Instant To, IReadOnlyList<GrainTurn> Turns)> Page(long from)
    {
        var (records, turns) = Database.Read(connection =>
        {
            var some = connection.Rows(Queries.Record, Sql.RecordsFrom, World, from, (long)PageRecords);
            return (some, some.Count == 0 ? [] : connection.Rows(StoredTurn.Read, TurnSql.TurnsIn, World, some[0].Number, some[^1].Number));
        });
        var byRecord = turns.ToLookup(turn => turn.Record);
        return [.. records.Select(record => (record.Number, new Instant(record.ToMs), StoredTurn.WithEvents(byRecord[record.Number], BatchOf(record, []).Events)))];
    }
}
