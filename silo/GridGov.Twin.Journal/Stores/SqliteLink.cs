using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace GridGov.Twin.Journal.Stores;

/// <summary>
/// The connection a world of a file is written on, with its lock and its statements ready. A file has one writer at a time: the worlds of
/// this process take turns by a lock of their own, which is fairer than SQLite's waiting.
/// </summary>
internal sealed class SqliteLink(Func<SqliteConnection> open, FileStream held, Lock oneAtATime) : ILink
{
    private SqliteStatements _statements = new(open());

    public DbConnection Connection => _statements.Connection;

    public void Renew()
    {
        _statements.Dispose();
        _statements = new SqliteStatements(open());
    }

    public void Commit(IReadOnlyList<Row> rows)
    {
        lock (oneAtATime)
        {
            using var transaction = _statements.Connection.BeginTransaction();
            foreach (var row in rows)
            {
                _statements.Bound(row, transaction).ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    public void Dispose()
    {
        _statements.Dispose();
        held.Dispose();
    }
}
