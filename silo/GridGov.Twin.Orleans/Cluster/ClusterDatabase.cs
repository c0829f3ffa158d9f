using System.Data.Common;
using System.Globalization;
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Stores;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>The database that the silos share, with the tables of Orleans' providers in it.</summary>
/// <param name="Invariant">What Orleans calls the database's provider.</param>
/// <param name="Text">The database, as that provider wants it.</param>
/// <param name="Host">Its server; null for a file, which one silo has for itself.</param>
public sealed record ClusterDatabase(string Invariant, string Text, string? Host)
{
    private const int Version = 1;
    private const long LockKey = 0x6772_6964_676F_7631;
    private const string VersionKey = "gridgov_version";

    /// <summary>Whether there can be one silo only.</summary>
    public bool IsAlone => Host is null;

    /// <summary>Makes the tables or brings them up to date, and says in a line what was done.</summary>
    /// <exception cref="JournalException">It cannot be reached, is of a newer version, or may not be changed.</exception>
    public static ClusterDatabase Prepare(string db, TextWriter say)
    {
        ArgumentNullException.ThrowIfNull(say);
        var address = DatabaseAddress.Read(db);
        try
        {
            return address.IsPostgres ? PreparePostgres(address, say) : PrepareSqlite(address, say);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new JournalException(JournalProblem.Unavailable,
                $"{address.Name}: the user may not make the schema {PostgresTables.Schema} with its tables; grant CREATE on the database ({refused.MessageText})", refused);
        }
        catch (DbException fault)
        {
            throw new JournalException(JournalProblem.Unavailable, $"{address.Name}: cannot be used ({fault.Message})", fault);
        }
    }

    private static ClusterDatabase PreparePostgres(DatabaseAddress address, TextWriter say)
    {
        using var connection = new NpgsqlConnection(address.In(PostgresTables.Schema));
        connection.Open();
        using var transaction = connection.BeginTransaction();
        connection.Do("SELECT pg_advisory_xact_lock($1)", LockKey);
        var isThere = connection.Number($"SELECT count(*) FROM pg_tables WHERE schemaname = '{PostgresTables.Schema}' AND tablename = 'orleansquery'") == 1;
        if (!isThere)
        {
            connection.Do($"CREATE SCHEMA IF NOT EXISTS {PostgresTables.Schema}");
        }

        Bring(connection, address.Name, isThere, PostgresTables.Make, PostgresTables.Queries, say);
        transaction.Commit();
        return new ClusterDatabase("Npgsql", address.In(PostgresTables.Schema), address.Host);
    }

    private static ClusterDatabase PrepareSqlite(DatabaseAddress address, TextWriter say)
    {
        // States lie in a file of their own beside the journal, so that neither waits for the other.
        var file = address.Name + ".states";
        var text = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ConnectionString;
        using var connection = new SqliteConnection(text);
        connection.Open();
        connection.Do("PRAGMA journal_mode = WAL");
        var isThere = connection.Number("SELECT count(*) FROM sqlite_master WHERE name = 'OrleansQuery'") == 1;
        using var transaction = connection.BeginTransaction();
        Bring(connection, file, isThere, SqliteTables.Make, SqliteTables.Queries, say);
        transaction.Commit();
        return new ClusterDatabase("System.Data.SQLite", text, null);
    }

    private static void Bring(DbConnection connection, string name, bool isThere, string[] make, (string Key, string Text)[] queries, TextWriter say)
    {
        var version = isThere ? connection.Number($"SELECT CAST(QueryText AS INTEGER) FROM OrleansQuery WHERE QueryKey = '{VersionKey}'") : 0;
        if (version > Version)
        {
            throw new JournalException(JournalProblem.NewerVersion,
                string.Create(CultureInfo.InvariantCulture,
                    $"{name}: the cluster's tables have version {version}, this program knows versions up to {Version}: use a newer program"));
        }

        if (version == Version)
        {
            say.WriteLine($"the cluster's tables in {name} are up to date (version {Version})");
            return;
        }

        Array.ForEach(make, statement => connection.Do(statement));
        foreach (var (key, text) in queries.Append((VersionKey, Version.ToString(CultureInfo.InvariantCulture))))
        {
            connection.Do($"INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES ('{key}', '{text.Replace("'", "''", StringComparison.Ordinal)}')");
        }

        say.WriteLine($"made the cluster's tables (version {Version}) in {name}");
    }
}
