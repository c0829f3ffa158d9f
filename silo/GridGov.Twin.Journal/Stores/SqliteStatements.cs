using Microsoft.Data.Sqlite;

namespace GridGov.Twin.Journal.Stores;

/// <summary>A connection to a file with the statements it has carried out, ready to be used again.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    public SqliteConnection Connection => connection;

    /// <summary>The statement with its values, in a transaction.</summary>
    public SqliteCommand Bound(in Row row, SqliteTransaction transaction)
    {
        if (!_commands.TryGetValue(row.Statement, out var command))
        {
            command = (SqliteCommand)connection.Command(row.Statement, row.Values);
            _commands.Add(row.Statement, command);
        }

        for (var i = 0; i < row.Values.Length; i++)
        {
            command.Parameters[i].Value = row.Values[i] ?? DBNull.Value;
        }

        command.Transaction = transaction;
        return command;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
        connection.Dispose();
    }
}
