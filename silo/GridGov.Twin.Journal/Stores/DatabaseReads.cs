using System.Data.Common;

namespace GridGov.Twin.Journal.Stores;

/// <summary>Reading with a connection of its own, faults explained.</summary>
internal static class DatabaseReads
{
    public static T Read<T>(this IDatabase database, Func<DbConnection, T> read)
    {
        try
        {
            using var connection = database.OpenToRead();
            return read(connection);
        }
        catch (Exception fault) when (fault is not JournalException && database.Explain(fault) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Some records with their commands, in order.</summary>
    public static List<(Chain.StoredRecord Record, CommandRecord[] Commands)> Records(this DbConnection connection, string world, long from, int most)
    {
        var records = connection.Rows(Queries.Record, Sql.RecordsFrom, world, from, (long)most);
        if (records.Count == 0)
        {
            return [];
        }

        var commands = connection.Rows(Queries.Command, Sql.CommandsOf, world, records[0].Number, records[^1].Number)
            .ToLookup(row => row.Record, row => row.Command);
        return [.. records.Select(record => (record, commands[record.Number].ToArray()))];
    }
}
