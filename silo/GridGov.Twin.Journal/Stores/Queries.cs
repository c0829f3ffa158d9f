using System.Data;
using System.Data.Common;
using GridGov.Twin.Journal.Chain;
using Microsoft.Data.Sqlite;

namespace GridGov.Twin.Journal.Stores;

/// <summary>Asks a connection of either database, and reads rows as what they are.</summary>
internal static class Queries
{
    /// <summary>A command with its values bound: by name for SQLite, by place for PostgreSQL, which spell both as $1.</summary>
    public static DbCommand Command(this DbConnection connection, string statement, params object?[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = connection is SqliteConnection ? $"${i + 1}" : "";
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>From now on the connection sees the database as it is at its first question, whoever writes.</summary>
    public static DbTransaction BeginView(this DbConnection connection) =>
        connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public static void Do(this DbConnection connection, string statement, params object?[] values)
    {
        using var command = connection.Command(statement, values);
        command.ExecuteNonQuery();
    }

    /// <summary>A whole number, or null where there is no row.</summary>
    public static long? Number(this DbConnection connection, string statement, params object?[] values)
    {
        using var command = connection.Command(statement, values);
        return command.ExecuteScalar() is { } value and not DBNull ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    public static List<T> Rows<T>(this DbConnection connection, Func<DbDataReader, T> read, string statement, params object?[] values)
    {
        using var command = connection.Command(statement, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static (Genesis Genesis, byte[] Chain) World(DbDataReader row) =>
        (new Genesis(row.GetString(0), row.GetString(1), row.GetString(2), (ulong)row.GetInt64(3), (ulong)row.GetInt64(4), Time(row, 5)), Blob(row, 6));

    public static JournalEnd End(DbDataReader row) => new(row.GetInt64(0), Blob(row, 1), row.GetInt64(2), Blob(row, 3));

    public static StoredRecord Record(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7),
        row.GetInt64(8), Blob(row, 9), Blob(row, 10));

    public static (long Record, long Place, CommandRecord Command) Command(DbDataReader row) =>
        (row.GetInt64(0), row.GetInt64(10), new CommandRecord(
            row.GetInt64(1), Small(row, 2), row.GetString(3), row.GetString(4), row.GetString(5), Time(row, 6),
            row.IsDBNull(7) ? null : row.GetString(7), (ulong)row.GetInt64(8), row.GetString(9)));

    public static StoredAudit Audit(DbDataReader row) => new(
        new AuditEntry(row.GetInt64(0), Time(row, 1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)), Blob(row, 6));

    public static byte[] Blob(DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    private static int Small(DbDataReader row, int column) =>
        row.GetInt64(column) is >= 0 and <= int.MaxValue and var number ? (int)number : throw new JournalException(JournalProblem.Damaged, "a count is out of range");

    private static DateTimeOffset Time(DbDataReader row, int column)
    {
        var ticks = row.GetInt64(column);
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : throw new JournalException(JournalProblem.Damaged, $"{ticks} is no moment");
    }
}
