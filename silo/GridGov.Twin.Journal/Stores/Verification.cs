using System.Data.Common;
using System.Globalization;
using GridGov.Twin.Journal.Chain;

namespace GridGov.Twin.Journal.Stores;

/// <summary>
/// Goes through a whole journal, as it was when it began, page by page: genesis, audit entries and records in one pass, then the end, the
/// snapshots, and what the database itself can tell. What a writer adds meanwhile is not seen.
/// </summary>
internal sealed class Verification(IDatabase database, Genesis genesis, byte[] genesisChain)
{
    private const int PageRecords = 16;
    private const int PageAudits = 256;

    private ChainWalk _walk = new(JournalEnd.Of(genesisChain), 0, 0, 0);

    /// <summary>Null when all is intact.</summary>
    public JournalFault? Run(Action<long, long>? progress, CancellationToken stop)
    {
        if (!ChainHash.Of(genesis).AsSpan().SequenceEqual(genesisChain))
        {
            return new JournalFault(0, "the genesis record does not fit its link: it was changed");
        }

        return database.Read(connection =>
        {
            _walk = new ChainWalk(JournalEnd.Of(genesisChain), 0, 0, 0);
            using var view = connection.BeginView();
            try
            {
                return Walk(connection, progress, stop);
            }
            catch (Exception fault) when (Damage(fault) is { } damaged)
            {
                return new JournalFault(_walk.Reached.Records + 1, $"cannot be read: {damaged.Message}");
            }
        });
    }

    private JournalFault? Walk(DbConnection connection, Action<long, long>? progress, CancellationToken stop)
    {
        var ends = connection.Rows(Queries.End, Sql.End, genesis.World);
        if (ends.Count == 0)
        {
            return new JournalFault(0, "the row that says where the journal ends is missing");
        }

        var end = ends[0];
        return Records(connection, end, progress, stop)
            ?? Audits(connection, long.MaxValue, _walk.Reached.Records)
            ?? (_walk.WrongEnd(end) is { } wrong ? new JournalFault(Math.Min(end.Records, _walk.Reached.Records) + 1, wrong) : null)
            ?? StrayCommands(connection)
            ?? Snapshots(connection, stop)
            ?? (database.OwnCheck(connection) is { } own ? new JournalFault(0, own) : null);
    }

    private JournalFault? Records(DbConnection connection, JournalEnd end, Action<long, long>? progress, CancellationToken stop)
    {
        for (var next = 1L; ;)
        {
            stop.ThrowIfCancellationRequested();
            var page = Page(connection, next);
            if (page.Count == 0)
            {
                return null;
            }

            foreach (var (record, commands) in page)
            {
                var number = _walk.Reached.Records + 1;
                var fault = Audits(connection, record.Audits, number)
                    ?? (_walk.Step(record, commands) is { } wrong ? new JournalFault(number, wrong) : null);
                if (fault is not null)
                {
                    return fault;
                }
            }

            next = _walk.Reached.Records + 1;
            progress?.Invoke(_walk.Reached.Records, Math.Max(end.Records, _walk.Reached.Records));
        }
    }

    // A page that cannot be read is read again record by record, so that the broken one is named and not its neighbour. After a fault of the
    // server itself there is no again: it has ended the view.
    private List<(StoredRecord Record, CommandRecord[] Commands)> Page(DbConnection connection, long next)
    {
        try
        {
            return connection.Records(genesis.World, next, PageRecords);
        }
        catch (Exception fault) when (fault is not DbException { SqlState: not null } && Damage(fault) is not null)
        {
            return connection.Records(genesis.World, next, 1);
        }
    }

    private JournalException? Damage(Exception fault) =>
        (fault as JournalException ?? database.Explain(fault)) is { Problem: JournalProblem.Damaged } damaged ? damaged : null;

    private JournalFault? Audits(DbConnection connection, long upTo, long record)
    {
        while (_walk.Reached.Audits < upTo)
        {
            var most = Math.Min(PageAudits, upTo - _walk.Reached.Audits);
            var page = connection.Rows(Queries.Audit, Sql.AuditFrom, genesis.World, _walk.Reached.Audits + 1, most);
            foreach (var audit in page)
            {
                if (_walk.Step(audit) is { } wrong)
                {
                    return new JournalFault(record, wrong);
                }
            }

            if (page.Count < most)
            {
                return null;
            }
        }

        return null;
    }

    private JournalFault? StrayCommands(DbConnection connection)
    {
        var stray = connection.Rows(Queries.Command, Sql.CommandsOf, genesis.World, long.MinValue, 0L);
        stray.AddRange(connection.Rows(Queries.Command, Sql.CommandsOf, genesis.World, _walk.Reached.Records + 1, long.MaxValue));
        return stray.Count == 0 ? null : new JournalFault(stray[0].Record, "there are commands of a record that is not there");
    }

    private JournalFault? Snapshots(DbConnection connection, CancellationToken stop)
    {
        for (var before = long.MaxValue; ;)
        {
            stop.ThrowIfCancellationRequested();
            if (connection.SnapshotBefore(genesis.World, before) is not var (record, hash, bytes))
            {
                return null;
            }

            if (!ChainHash.Of(bytes, connection.Link(genesis.World, record, genesisChain)).AsSpan().SequenceEqual(hash))
            {
                return new JournalFault(record, string.Create(CultureInfo.InvariantCulture, $"the snapshot taken after record {record} was changed"));
            }

            before = record;
        }
    }
}
