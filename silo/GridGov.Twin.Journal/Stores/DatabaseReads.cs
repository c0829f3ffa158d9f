using System.Data.Common;
using System.Globalization;
using GridGov.Twin.Journal.Chain;

namespace GridGov.Twin.Journal.Stores;

/// <summary>Reading with a connection of its own, faults explained.</summary>
internal static class DatabaseReads
{
    /// <summary>Reads; once more when the connection turns out to be gone, for the pool cannot know that the server was started anew.</summary>
    public static T Read<T>(this IDatabase database, Func<DbConnection, T> read)
    {
        try
        {
            try
            {
                using var connection = database.OpenToRead();
                return read(connection);
            }
            catch (Exception fault) when (database.IsGone(fault))
            {
                database.ForgetIdle();
                using var connection = database.OpenToRead();
                return read(connection);
            }
        }
        catch (Exception fault) when (fault is not JournalException && database.Explain(fault) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Some records with their commands, in order.</summary>
    public static List<(StoredRecord Record, CommandRecord[] Commands)> Records(this DbConnection connection, string world, long from, int most)
    {
        var records = connection.Rows(Queries.Record, Sql.RecordsFrom, world, from, (long)most);
        if (records.Count == 0)
        {
            return [];
        }

        var commands = connection.Rows(Queries.Command, Sql.CommandsOf, world, records[0].Number, records[^1].Number).ToLookup(row => row.Record);
        return [.. records.Select(record => (record, InPlace(record.Number, commands[record.Number])))];
    }

    /// <summary>The link of a record; nothing where there is no such record.</summary>
    public static byte[] Link(this DbConnection connection, string world, long record, byte[] genesisChain) =>
        record == 0 ? genesisChain
        : connection.Rows(Queries.Record, Sql.RecordsFrom, world, record, 1L) is [var row] && row.Number == record ? row.Chain
        : [];

    /// <summary>The newest snapshot taken before a record, as it is kept.</summary>
    public static (long Record, byte[] Hash, byte[] Bytes)? SnapshotBefore(this DbConnection connection, string world, long record) =>
        connection.Rows(row => (row.GetInt64(0), Queries.Blob(row, 1), Queries.Blob(row, 2)), Sql.SnapshotBefore, world, record) is [var found] ? found : null;

    private static CommandRecord[] InPlace(long record, IEnumerable<(long Record, long Place, CommandRecord Command)> rows)
    {
        var commands = new List<CommandRecord>();
        foreach (var row in rows)
        {
            if (row.Place != commands.Count)
            {
                throw new JournalException(JournalProblem.Damaged, string.Create(CultureInfo.InvariantCulture,
                    $"command {commands.Count} of record {record} is missing, {row.Place} comes instead"));
            }

            commands.Add(row.Command);
        }

        return [.. commands];
    }
}
