using System.Data.Common;
using System.Globalization;
using GridGov.Twin.Journal.Chain;

namespace GridGov.Twin.Journal.Stores;

/// <summary>Reads where a journal ends, and refuses an end that does not fit: nobody may write on behind a broken record.</summary>
internal static class JournalTail
{
    /// <summary>The end, and the last record; null when there is none.</summary>
    /// <exception cref="JournalException">The end is damaged.</exception>
    public static (JournalEnd End, StoredRecord? Last) Read(DbConnection connection, string world, byte[] genesisChain, string database)
    {
        var ends = connection.Rows(Queries.End, Sql.End, world);
        var last = connection.Rows(Queries.Record, Sql.LastRecord, world);
        if (ends.Count == 0)
        {
            throw Damaged(database, world, 0, "the row that says where the journal ends is missing");
        }

        if (last.Count == 0)
        {
            var empty = new ChainWalk(JournalEnd.Of(genesisChain), 0, 0, 0);
            Require(WithAudits(connection, world, empty, 0, ends[0]), database, world, 0);
            return (ends[0], null);
        }

        var walk = Before(connection, world, genesisChain, last[0]);
        var record = last[0];
        var commands = connection.Records(world, record.Number, 1)[0].Commands;
        var wrong = Audits(connection, world, walk, record.Audits) ?? walk.Step(record, commands) ?? WithAudits(connection, world, walk, record.Audits, ends[0]);
        Require(wrong, database, world, record.Number);
        return (ends[0], record);
    }

    private static ChainWalk Before(DbConnection connection, string world, byte[] genesisChain, StoredRecord last)
    {
        if (last.Number == 1)
        {
            return new ChainWalk(JournalEnd.Of(genesisChain), 0, 0, 0);
        }

        var before = connection.Rows(Queries.Record, Sql.RecordsFrom, world, last.Number - 1, 1L)[0];
        var audit = before.Audits == 0 ? null : connection.Rows(Queries.Audit, Sql.AuditFrom, world, before.Audits, 1L).FirstOrDefault();
        var end = new JournalEnd(before.Number, before.Chain, before.Audits, audit?.Chain ?? genesisChain);
        return new ChainWalk(end, before.ToMs, before.FirstInput + before.Inputs, before.FirstEvent + before.Events);
    }

    private static string? WithAudits(DbConnection connection, string world, ChainWalk walk, long from, JournalEnd end) =>
        Audits(connection, world, walk, Math.Max(from, end.Audits)) ?? walk.WrongEnd(end);

    private static string? Audits(DbConnection connection, string world, ChainWalk walk, long upTo)
    {
        var from = walk.Reached.Audits + 1;
        var entries = upTo < from ? [] : connection.Rows(Queries.Audit, Sql.AuditFrom, world, from, upTo - from + 1);
        return entries.Select(walk.Step).FirstOrDefault(wrong => wrong is not null);
    }

    private static void Require(string? wrong, string database, string world, long record)
    {
        if (wrong is not null)
        {
            throw Damaged(database, world, record, wrong);
        }
    }

    private static JournalException Damaged(string database, string world, long record, string wrong) =>
        new(JournalProblem.Damaged, string.Create(CultureInfo.InvariantCulture, $"{database}: record {record} of world {world}: {wrong}"));
}
