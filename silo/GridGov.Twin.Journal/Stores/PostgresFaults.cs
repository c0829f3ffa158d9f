using System.Net.Sockets;
using Npgsql;

namespace GridGov.Twin.Journal.Stores;

/// <summary>What PostgreSQL's faults mean, by the class of their SQLSTATE.</summary>
internal static class PostgresFaults
{
    public static JournalException? Explain(Exception fault, string database) => fault switch
    {
        PostgresException postgres => Explain(postgres, database),
        NpgsqlException or SocketException or IOException or TimeoutException =>
            new(JournalProblem.Unavailable, $"{database}: the server cannot be reached ({fault.Message})", fault),
        // A connection that broke under an earlier statement is closed, and says so to the next.
        InvalidOperationException { Source: "Npgsql" } => new(JournalProblem.Unavailable, $"{database}: the connection is gone ({fault.Message})", fault),
        InvalidCastException => new(JournalProblem.Damaged, $"{database}: a column holds what it cannot hold: {fault.Message}", fault),
        _ => null,
    };

    /// <summary>Whether the connection is gone: the network's faults, and the server's when it ends a session.</summary>
    public static bool IsGone(Exception fault) => fault switch
    {
        PostgresException postgres => postgres.SqlState.StartsWith("08", StringComparison.Ordinal) || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal),
        NpgsqlException or SocketException or IOException or InvalidOperationException { Source: "Npgsql" } => true,
        _ => false,
    };

    private static JournalException Explain(PostgresException fault, string database)
    {
        var (problem, words) = fault.SqlState switch
        {
            PostgresErrorCodes.DiskFull => (JournalProblem.Unavailable, "the server's disk is full"),
            PostgresErrorCodes.LockNotAvailable => (JournalProblem.Unavailable, "the tables are locked by somebody else"),
            PostgresErrorCodes.ReadOnlySqlTransaction => (JournalProblem.Unavailable, "the database cannot be written"),
            PostgresErrorCodes.UniqueViolation => (JournalProblem.Exists, "there is such a world or idempotency key already"),
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => (JournalProblem.Damaged, "this is no journal of ours"),
            _ when fault.SqlState.StartsWith("XX", StringComparison.Ordinal) => (JournalProblem.Damaged, "the database is damaged"),
            _ => (JournalProblem.Unavailable, "the server refuses"),
        };
        return new JournalException(problem, $"{database}: {words} ({fault.MessageText})", fault);
    }
}
