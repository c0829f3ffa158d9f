using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace GridGov.Twin.Journal.Stores;

/// <summary>A file's connection for turns, with its statements ready. Those of one process take turns by the file's lock.</summary>
internal sealed class SqliteTurnLink(Func<SqliteConnection> open, Lock oneAtATime, Pulse pulse) : ITurnLink
{
    private SqliteStatements? _statements;
    private SqliteTransaction? _transaction;

    public DbConnection Connection => Statements.Connection;

    public string Held => "";

    private SqliteStatements Statements => _statements ??= new SqliteStatements(open());

    public T Transact<T>(Func<T> work)
    {
        lock (oneAtATime)
        {
            try
            {
                using var transaction = _transaction = Statements.Connection.BeginTransaction();
                var result = work();
                transaction.Commit();
                return result;
            }
            catch
            {
                _statements?.Dispose();
                _statements = null;
                throw;
            }
        }
    }

    public long?[] Ask(IReadOnlyList<Row> questions) =>
        [.. questions.Select(question => Statements.Bound(question, _transaction!).ExecuteScalar() is { } value and not DBNull ? (long?)(long)value : null)];

    public void Do(IReadOnlyList<Row> rows)
    {
        foreach (var row in rows)
        {
            Statements.Bound(row, _transaction!).ExecuteNonQuery();
        }
    }

    public void Tell(string world) => pulse.Beat();

    public void Dispose() => _statements?.Dispose();
}
