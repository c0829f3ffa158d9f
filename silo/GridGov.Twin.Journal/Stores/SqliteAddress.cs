using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace GridGov.Twin.Journal.Stores;

/// <summary>The ways people write where a SQLite database is: a path, or keywords with Data Source.</summary>
internal static class SqliteAddress
{
    /// <summary>Reads it.</summary>
    /// <exception cref="ArgumentException">It has keywords that SQLite does not know.</exception>
    public static SqliteConnectionStringBuilder Read(string db) =>
        HasKeywords(db) ? new SqliteConnectionStringBuilder(db) : new SqliteConnectionStringBuilder { DataSource = db };

    private static bool HasKeywords(string db)
    {
        try
        {
            var words = new DbConnectionStringBuilder { ConnectionString = db };
            return words.ContainsKey("Data Source") || words.ContainsKey("DataSource") || words.ContainsKey("Filename");
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
