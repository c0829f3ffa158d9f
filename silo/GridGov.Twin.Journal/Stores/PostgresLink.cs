using System.Data.Common;
using Npgsql;

namespace GridGov.Twin.Journal.Stores;

/// <summary>
/// The session a world is written on. All rows of a change go to the server in one message, which it carries out as one transaction; the
/// statements are prepared by the connection when they come again.
/// </summary>
internal sealed class PostgresLink(Func<NpgsqlConnection> open) : ILink
{
    private NpgsqlConnection _connection = open();

    public DbConnection Connection => _connection;

    public void Renew()
    {
        _connection.Dispose();
        _connection = open();
    }

    public void Commit(IReadOnlyList<Row> rows)
    {
        using var batch = BatchOf(_connection, rows);
        batch.ExecuteNonQuery();
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Statements that go to the server in one message.</summary>
    internal static NpgsqlBatch BatchOf(NpgsqlConnection connection, IReadOnlyList<Row> rows)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(row.Statement);
            foreach (var value in row.Values)
            {
                command.Parameters.Add(Parameter(value));
            }

            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static NpgsqlParameter Parameter(object? value) => value switch
    {
        long number => new NpgsqlParameter<long> { TypedValue = number },
        byte[] bytes => new NpgsqlParameter<byte[]> { TypedValue = bytes },
        string text => new NpgsqlParameter<string> { TypedValue = text },
        // Nothing is a text that is not there: a key. With its type said, the statement is the same one as with a key.
        _ => new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, Value = DBNull.Value },
    };
}
