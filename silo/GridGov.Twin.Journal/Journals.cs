using GridGov.Twin.Journal.Stores;

namespace GridGov.Twin.Journal;

/// <summary>Opens a database of journals by what people write to name it.</summary>
public static class Journals
{
    /// <summary>
    /// Opens a database, and makes it or brings it up to this version where necessary. A file path or <c>Data Source=…</c> is SQLite;
    /// <c>postgres://user:password@host:port/database</c> or <c>Host=…;…</c> is PostgreSQL.
    /// </summary>
    /// <exception cref="JournalException">It cannot be reached, is of a newer version, or is no journal.</exception>
    public static IJournalStore Open(string db, TimeProvider? clock = null) => Open(db, clock, database => database.Prepare());

    /// <summary>Opens a database that is there, to read it only: nothing is made and nothing changed.</summary>
    /// <exception cref="JournalException">It is not there, cannot be reached, is of another version, or is no journal.</exception>
    public static IJournalStore OpenToRead(string db) => Open(db, null, database => database.RequirePrepared());

    /// <summary>A database with its tables made and up to date.</summary>
    internal static IDatabase Prepared(string db) => Checked(db, database => database.Prepare());

    private static JournalStore Open(string db, TimeProvider? clock, Action<IDatabase> prepare) => new(Checked(db, prepare), clock ?? TimeProvider.System);

    private static IDatabase Checked(string db, Action<IDatabase> prepare)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(db);
        var database = Named(db);
        try
        {
            prepare(database);
            return database;
        }
        catch (Exception fault) when (fault is not JournalException && database.Explain(fault) is { } explained)
        {
            database.Dispose();
            throw explained;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static IDatabase Named(string db)
    {
        try
        {
            if (PostgresAddress.IsOne(db))
            {
                return new PostgresDatabase(PostgresAddress.Read(db));
            }

            return new SqliteDatabase(SqliteAddress.Read(db));
        }
        catch (ArgumentException unreadable)
        {
            throw new JournalException(
                JournalProblem.Unavailable, $"the database's address cannot be read: {unreadable.Message} Expected a file, postgres://… or Host=…;…", unreadable);
        }
    }
}
