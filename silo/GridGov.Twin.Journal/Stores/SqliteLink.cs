using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace GridGov.Twin.Journal.Stores;

/// <summary>
/// The connection a world of a file is written on, with its lock and its statements ready. A file has one writer at a time: the worlds of
/// this process take turns by a lock of their own, which is fairer than SQLite's waiting.
/// </summary>
internal sealed class SqliteLink(Func<SqliteConnection> open, FileStream held, Lock oneAtATime) : ILink
{
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    private SqliteConnection _connection = open();

    public DbConnection Connection => _connection;

    public void Renew()
    {
        Close();
        _connection = open();
    }

    public void Commit(IReadOnlyList<Row> rows)
    {
        lock (oneAtATime)
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var row in rows)
            {
                var command = Bound(row);
                command.Transaction = transaction;
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    public void Dispose()
    {
        Close();
        held.Dispose();
    }

    private void Close()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
        _connection.Dispose();
    }

    private SqliteCommand Bound(in Row row)
    {
        if (!_commands.TryGetValue(row.Statement, out var command))
        {
            command = (SqliteCommand)_connection.Command(row.Statement, row.Values);
            _commands.Add(row.Statement, command);
            return command;
        }

        for (var i = 0; i < row.Values.Length; i++)
        {
            command.Parameters[i].Value = row.Values[i] ?? DBNull.Value;
        }

        return command;
    }
}
