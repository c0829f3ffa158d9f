using Microsoft.Data.Sqlite;

namespace GridGov.Twin.Journal.Stores;

/// <summary>What SQLite's faults mean.</summary>
internal static class SqliteFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Constraint = 19;
    private const int NoDatabase = 26;

    public static JournalException? Explain(Exception fault, string file) => fault switch
    {
        SqliteException sqlite => Explain(sqlite, file),
        UnauthorizedAccessException or IOException => new(JournalProblem.Unavailable, $"{file}: {fault.Message}", fault),
        InvalidCastException => new(JournalProblem.Damaged, $"{file}: a column holds what it cannot hold: {fault.Message}", fault),
        _ => null,
    };

    private static JournalException Explain(SqliteException fault, string file)
    {
        var (problem, words) = fault.SqliteErrorCode switch
        {
            Full => (JournalProblem.Unavailable, "the disk is full"),
            Busy or Locked => (JournalProblem.Unavailable, "the database is locked by somebody else"),
            ReadOnly => (JournalProblem.Unavailable, "the database cannot be written"),
            InputOutput => (JournalProblem.Unavailable, "the disk failed"),
            CannotOpen => (JournalProblem.Unavailable, "the file cannot be opened"),
            Constraint => (JournalProblem.Exists, "there is such a world or idempotency key already"),
            NoDatabase => (JournalProblem.Damaged, "the file is no database"),
            Corrupt => (JournalProblem.Damaged, "the database is damaged"),
            _ => (JournalProblem.Damaged, "the database does not answer as a journal does"),
        };
        return new JournalException(problem, $"{file}: {words} ({fault.Message})", fault);
    }
}
