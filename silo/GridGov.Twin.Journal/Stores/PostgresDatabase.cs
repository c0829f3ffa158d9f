using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace GridGov.Twin.Journal.Stores;

/// <summary>
/// Journals in a schema of their own, gridgov_journal, of a PostgreSQL database. A world's writer holds an advisory lock on its session, which
/// the server lets go of when the session ends.
/// </summary>
internal sealed class PostgresDatabase : IDatabase
{
    private const string Schema = "gridgov_journal";
    private const int LockWaitMs = 5_000;
    // After a broken connection the server may still hold the old session, and its lock, for a moment.
    private const int LockAttempts = 20;
    private const int BetweenAttemptsMs = 100;

    private readonly NpgsqlDataSource _readers;
    private readonly NpgsqlDataSource _writers;

    public PostgresDatabase(NpgsqlConnectionStringBuilder address)
    {
        Name = PostgresAddress.NameOf(address);
        var text = new NpgsqlConnectionStringBuilder(address.ConnectionString)
        {
            SearchPath = Schema,
            Options = $"{address.Options} -c lock_timeout={LockWaitMs} -c synchronous_commit=on".Trim(),
            MaxAutoPrepare = 32,
            AutoPrepareMinUsages = 2,
            ApplicationName = address.ApplicationName ?? "gridgov journal",
        };
        _readers = NpgsqlDataSource.Create(text);
        // A pooled connection would keep its advisory lock after it is closed.
        text.Pooling = false;
        _writers = NpgsqlDataSource.Create(text);
    }

    public string Name { get; }

    public DbConnection OpenToRead() => _readers.OpenConnection();

    public void ForgetIdle() => _readers.Clear();

    public ILink OpenToWrite(string world) => new PostgresLink(() => OpenLocked(world));

    public ITurnLink OpenTurns() => new PostgresTurnLink(_writers.OpenConnection);

    public INews OpenNews() => new PostgresNews(_writers.OpenConnection);

    public void Prepare()
    {
        using var connection = _writers.OpenConnection();
        using var transaction = connection.BeginTransaction();
        connection.Do("SELECT pg_advisory_xact_lock($1)", KeyOf("the tables"));
        var version = VersionOf(connection);
        if (version == 0)
        {
            connection.Do($"CREATE SCHEMA IF NOT EXISTS {Schema}");
        }

        Tables.Upgrade(connection, version, text => text
            .Replace("{int}", "BIGINT", StringComparison.Ordinal)
            .Replace("{blob}", "BYTEA", StringComparison.Ordinal)
            .Replace("{end}", "", StringComparison.Ordinal)
            .Replace("{keyed}", "", StringComparison.Ordinal));
        transaction.Commit();
    }

    public void RequirePrepared()
    {
        using var connection = _readers.OpenConnection();
        if (VersionOf(connection) != Sql.Version)
        {
            throw new JournalException(JournalProblem.Damaged, $"{Name}: there is no journal in it, or one that must be upgraded first");
        }
    }

    // A server checks its pages itself as it reads them, if it was set up to.
    public string? OwnCheck(DbConnection connection) => null;

    public JournalException? Explain(Exception fault) => PostgresFaults.Explain(fault, Name);

    public bool IsGone(Exception fault) => PostgresFaults.IsGone(fault);

    public void Dispose()
    {
        _readers.Dispose();
        _writers.Dispose();
    }

    /// <summary>The advisory lock that a world's writer holds.</summary>
    internal static long KeyOfWorld(string world) => KeyOf($"world {world}");

    private static long KeyOf(string what) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"gridgov journal {what}")));

    private int VersionOf(DbConnection connection)
    {
        if (connection.Number("SELECT count(*) FROM pg_tables WHERE schemaname = $1 AND tablename = 'journal_version'", Schema) == 0)
        {
            return 0;
        }

        var version = Tables.VersionOf(connection);
        Tables.RequireKnown(version, Name);
        return version > 0 ? version : throw new JournalException(JournalProblem.Damaged, $"{Name}: the journal does not tell its version");
    }

    private NpgsqlConnection OpenLocked(string world)
    {
        for (var attempt = 1; ; attempt++)
        {
            var connection = _writers.OpenConnection();
            try
            {
                if (connection.Number("SELECT CASE WHEN pg_try_advisory_lock($1) THEN 1 ELSE 0 END", KeyOfWorld(world)) == 1)
                {
                    return connection;
                }
            }
            catch
            {
                connection.Dispose();
                throw;
            }

            connection.Dispose();
            if (attempt == LockAttempts)
            {
                throw new JournalException(JournalProblem.InUse, $"{Name}: world {world} is being written by another process");
            }

            Thread.Sleep(BetweenAttemptsMs);
        }
    }
}
