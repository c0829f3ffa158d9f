using System.Data.Common;
using System.Globalization;
using GridGov.Twin.Journal.Chain;

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
