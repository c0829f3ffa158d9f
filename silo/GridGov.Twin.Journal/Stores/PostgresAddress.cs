using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace GridGov.Twin.Journal.Stores;

/// <summary>The ways people write where a PostgreSQL database is.</summary>
internal static class PostgresAddress
{
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["connect_timeout"] = "Timeout",
        ["application_name"] = "Application Name",
        ["host"] = "Host",
    };

    /// <summary>Whether this names a PostgreSQL database.</summary>
    public static bool IsOne(string db) => IsUrl(db) || IsKeywords(db);

    /// <summary>Reads it.</summary>
    /// <exception cref="ArgumentException">It cannot be read; the message holds no password.</exception>
    public static NpgsqlConnectionStringBuilder Read(string db) => IsUrl(db) ? ReadUrl(db) : new NpgsqlConnectionStringBuilder(db);

    /// <summary>What people know the database by; no password in it.</summary>
    public static string NameOf(NpgsqlConnectionStringBuilder address) =>
        string.Create(CultureInfo.InvariantCulture, $"postgres://{address.Host}:{address.Port}/{address.Database ?? address.Username}");

    private static bool IsUrl(string db) => Array.Exists(Schemes, scheme => db.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    private static bool IsKeywords(string db)
    {
        try
        {
            var words = new DbConnectionStringBuilder { ConnectionString = db };
            return words.ContainsKey("Host") || words.ContainsKey("Server");
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static NpgsqlConnectionStringBuilder ReadUrl(string db)
    {
        if (!Uri.TryCreate(db, UriKind.Absolute, out var url))
        {
            throw new ArgumentException("it is no postgres://user:password@host:port/database.");
        }

        var user = url.UserInfo.Split(':', 2);
        var address = new NpgsqlConnectionStringBuilder
        {
            Host = url.Host.Length > 0 ? url.Host.Trim('[', ']') : "localhost",
            Port = url.Port > 0 ? url.Port : NpgsqlConnection.DefaultPort,
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')) is { Length: > 0 } database ? database : null,
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        };
        foreach (var part in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (word, value) = part.Split('=', 2) is [var w, var v] ? (w, Uri.UnescapeDataString(v)) : (part, "");
            address[Words.GetValueOrDefault(word, word)] = value;
        }

        return address;
    }
}
