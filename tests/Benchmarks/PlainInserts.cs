using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// The least a durable store can do: rows of bytes into one table, so many in a transaction, in each database's own fastest way, with the same
/// durability as the journal.
/// </summary>
internal sealed class PlainInserts : IDisposable
{
    private const string Insert = "INSERT INTO plain (bytes) VALUES ($1)";

    private readonly DbConnection _connection;
    private readonly SqliteCommand? _insert;

    private PlainInserts(DbConnection connection, string table)
    {
        _connection = connection;
        _connection.Open();
        Do(table);
        if (connection is SqliteConnection sqlite)
        {
            _insert = sqlite.CreateCommand();
            _insert.CommandText = Insert;
            _insert.Parameters.AddWithValue("$1", Array.Empty<byte>());
        }
    }

    public static PlainInserts IntoSqlite(string file) => new(
        new SqliteConnection($"Data Source={file};Pooling=false"),
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE plain (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");

    public static PlainInserts IntoPostgres(string database, int port) => new(
        new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=gridgov;Database={database};Max Auto Prepare=10;Auto Prepare Min Usages=2"),
        "CREATE TABLE plain (number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bytes BYTEA NOT NULL)");

    /// <summary>So many rows of these bytes, durable when it returns.</summary>
    public void Commit(byte[] bytes, int rows)
    {
        if (_insert is null)
        {
            CommitToPostgres(bytes, rows);
            return;
        }

        using var transaction = (SqliteTransaction)_connection.BeginTransaction();
        _insert.Transaction = transaction;
        _insert.Parameters[0].Value = bytes;
        for (var i = 0; i < rows; i++)
        {
            _insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public void Dispose()
    {
        _insert?.Dispose();
        _connection.Dispose();
    }

    private void CommitToPostgres(byte[] bytes, int rows)
    {
        using var batch = new NpgsqlBatch((NpgsqlConnection)_connection);
        for (var i = 0; i < rows; i++)
        {
            var command = new NpgsqlBatchCommand(Insert);
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = bytes });
            batch.BatchCommands.Add(command);
        }

        batch.ExecuteNonQuery();
    }

    private void Do(string statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
