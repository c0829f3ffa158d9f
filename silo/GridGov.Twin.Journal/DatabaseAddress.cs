using GridGov.Twin.Journal.Stores;
using Npgsql;

namespace GridGov.Twin.Journal;

/// <summary>A database by what people write to name it, as others than the journal need it who keep things there too.</summary>
/// <param name="Text">The connection string of the database's own provider; it may hold a password.</param>
/// <param name="Host">The server; null for a file.</param>
/// <param name="Name">What it is called before people; no password in it.</param>
public sealed record DatabaseAddress(string Text, string? Host, string Name)
{
    /// <summary>Whether it is PostgreSQL; otherwise a file of SQLite.</summary>
    public bool IsPostgres => Host is not null;

    /// <summary>Reads an address: a file, <c>postgres://…</c> or <c>Host=…;…</c>.</summary>
    /// <exception cref="JournalException">It cannot be read.</exception>
    public static DatabaseAddress Read(string db)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(db);
        try
        {
            if (!PostgresAddress.IsOne(db))
            {
                var file = Path.GetFullPath(SqliteAddress.Read(db).DataSource);
                return new DatabaseAddress($"Data Source={file}", null, file);
            }

            var address = PostgresAddress.Read(db);
            return new DatabaseAddress(address.ConnectionString, address.Host, PostgresAddress.NameOf(address));
        }
        catch (ArgumentException unreadable)
        {
            throw new JournalException(JournalProblem.Unavailable, $"the database's address cannot be read: {unreadable.Message}", unreadable);
        }
    }

    // A server takes a hundred connections unless it is told otherwise, and several silos share them.
    private const int MostConnections = 16;

    /// <summary>The same database, its sessions by a name of the caller's; a file has none.</summary>
    public string As(string session) => IsPostgres ? new NpgsqlConnectionStringBuilder(Text) { ApplicationName = session }.ConnectionString : Text;

    /// <summary>The same database of PostgreSQL, its tables looked for in a schema, over a few connections.</summary>
    public string In(string schema) => new NpgsqlConnectionStringBuilder(Text) { SearchPath = schema, MaxPoolSize = MostConnections }.ConnectionString;
}
