using System.Data.Common;
using System.Reflection;
using GridGov.Twin.Journal.Stores;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace GridGov.Twin.Journal.Tests.Stores;

/// <summary>Runs a test once on each kind of database.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothStoresAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[TestDatabase.Sqlite], [TestDatabase.Postgres]];
}

/// <summary>An empty database for one test, with a way in behind the journal's back.</summary>
internal sealed class TestDatabase : IDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";

    private readonly DirectoryInfo? _folder;

    private TestDatabase(string address, DirectoryInfo? folder) => (Address, _folder) = (address, folder);

    /// <summary>What <see cref="Journals.Open"/> is given.</summary>
    public string Address { get; }

    public bool IsSqlite => _folder is not null;

    /// <summary>A database of the kind, or null, the reason said, where there is none.</summary>
    public static TestDatabase? Of(string kind, ITestOutputHelper output)
    {
        if (kind == Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("gridgov-journal-");
            return new TestDatabase(Path.Combine(folder.FullName, "twin.db"), folder);
        }

        var server = ThrowAwayPostgres.Shared;
        if (server.WhyNot is { } reason)
        {
            output.WriteLine($"passed by: {reason}");
            return null;
        }

        return new TestDatabase(server.Address(server.NewDatabase()), null);
    }

    /// <summary>Opens a connection of the database's own kind.</summary>
    public DbConnection Connect()
    {
        DbConnection connection = IsSqlite
            ? new SqliteConnection($"Data Source={Address};Pooling=false")
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PostgresAddress.Read(Address).ConnectionString) { SearchPath = "gridgov_journal" }.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Changes something, and says how many rows.</summary>
    public int Do(string statement, params object?[] values)
    {
        using var connection = Connect();
        using var command = connection.Command(statement, values);
        return command.ExecuteNonQuery();
    }

    public long Count(string table) => Number($"SELECT count(*) FROM {table}");

    public long Number(string statement, params object?[] values)
    {
        using var connection = Connect();
        return connection.Number(statement, values)!.Value;
    }

    public void Dispose()
    {
        _folder?.Delete(recursive: true);
    }
}
