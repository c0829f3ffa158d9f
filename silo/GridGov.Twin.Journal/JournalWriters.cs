using GridGov.Twin.Journal.Stores;
using Npgsql;

namespace GridGov.Twin.Journal;

/// <summary>Ends writers that will not come back but still hold their journal: processes that stand still, or machines cut off from the others.</summary>
public static class JournalWriters
{
    private const string Holder =
        """
        SELECT holder.pid, holder.application_name FROM pg_locks held JOIN pg_stat_activity holder ON holder.pid = held.pid
        WHERE held.locktype = 'advisory' AND held.granted AND held.objsubid = 1 AND holder.datname = current_database()
          AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND ((held.classid::bigint << 32) | held.objid::bigint) = $1
        """;

    /// <summary>
    /// Ends the session on PostgreSQL in which a world's journal is held, if its name is one of a process that is gone. Whoever held it cannot write any
    /// more, even when it wakes: it would first have to take the journal again. False where nobody of that kind holds it; a file has no sessions.
    /// </summary>
    /// <param name="db">The database, by what people write to name it.</param>
    /// <param name="world">The world.</param>
    /// <param name="isGone">Whether a session of this name (<c>application_name</c>) is of a process that is gone.</param>
    /// <exception cref="JournalException">The database cannot be reached, or its user may not end sessions.</exception>
    public static bool End(string db, string world, Func<string, bool> isGone)
    {
        ArgumentNullException.ThrowIfNull(isGone);
        if (!DatabaseAddress.Read(db).IsPostgres)
        {
            return false;
        }

        var address = PostgresAddress.Read(db);
        try
        {
            using var connection = new NpgsqlConnection(address.ConnectionString);
            connection.Open();
            var holders = connection.Rows(row => (Pid: (long)row.GetInt32(0), Name: row.GetString(1)), Holder, PostgresDatabase.KeyOfWorld(world));
            return holders is [var holder] && isGone(holder.Name)
                && connection.Number("SELECT CASE WHEN pg_terminate_backend($1::int) THEN 1 ELSE 0 END", holder.Pid) == 1;
        }
        catch (Exception fault) when (PostgresFaults.Explain(fault, PostgresAddress.NameOf(address)) is { } explained)
        {
            throw explained;
        }
    }
}
