using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace GridGov.Twin.Journal.Stores;

/// <summary>
/// A journal in one file. The log is written ahead and synchronised at every commit (synchronous=FULL): NORMAL would survive a killed
/// process, but not a power cut, and what was acknowledged must survive both.
/// </summary>
internal sealed class SqliteDatabase : IDatabase
{
    private const int UsualBusySeconds = 5;

    private readonly string _file;
    private readonly SqliteConnectionStringBuilder _text;
    private readonly Lock _oneAtATime = new();
    private readonly Pulse _pulse = new();

    /// <param name="text">A path, or a connection string with Data Source; Default Timeout says how long a locked database is waited for.</param>
    public SqliteDatabase(SqliteConnectionStringBuilder text)
    {
        if (text.DataSource.Length == 0 || text.DataSource.Contains(":memory:", StringComparison.Ordinal) || text.Mode == SqliteOpenMode.Memory)
        {
            throw new JournalException(JournalProblem.Unavailable, "a journal needs a file: what is in memory only is not durable");
        }

        _file = Path.GetFullPath(text.DataSource);
        _text = new SqliteConnectionStringBuilder(text.ConnectionString) { DataSource = _file };
        if (!text.ConnectionString.Contains("Timeout", StringComparison.OrdinalIgnoreCase))
        {
            _text.DefaultTimeout = UsualBusySeconds;
        }
    }

    public string Name => _file;

    // Not opened read-only: after a killed writer, the first to come has to bring the log and the file together.
    public DbConnection OpenToRead() => Open(SqliteOpenMode.ReadWrite, isPooled: true, "PRAGMA query_only = ON");

    public ILink OpenToWrite(string world)
    {
        var held = Hold($"{_file}.{world}.lock", world);
        try
        {
            return new SqliteLink(() => OpenWriter(SqliteOpenMode.ReadWrite), held, _oneAtATime);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public ITurnLink OpenTurns() => new SqliteTurnLink(() => OpenWriter(SqliteOpenMode.ReadWrite), _oneAtATime, _pulse);

    public INews OpenNews() => new PulseNews(_pulse);

    public void Prepare()
    {
        if (File.Exists(_file) && new FileInfo(_file).Length > 0 && CurrentVersion() == Sql.Version)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        using var connection = OpenWriter(SqliteOpenMode.ReadWriteCreate);
        using var transaction = connection.BeginTransaction();
        Tables.Upgrade(connection, VersionOf(connection), text => text
            .Replace("{int}", "INTEGER", StringComparison.Ordinal)
            .Replace("{blob}", "BLOB", StringComparison.Ordinal)
            .Replace("{end}", " STRICT", StringComparison.Ordinal)
            .Replace("{keyed}", " STRICT, WITHOUT ROWID", StringComparison.Ordinal));
        transaction.Commit();
    }

    public void RequirePrepared()
    {
        if (!File.Exists(_file))
        {
            throw new JournalException(JournalProblem.Unavailable, $"{_file}: there is no such file");
        }

        if (CurrentVersion() != Sql.Version)
        {
            throw new JournalException(JournalProblem.Damaged, $"{_file}: there is no journal in it, or one that must be upgraded first");
        }
    }

    public string? OwnCheck(DbConnection connection) =>
        connection.Rows(row => row.GetString(0), "PRAGMA integrity_check(1)") is ["ok"] or [] ? null : "the file's indexes do not agree with its tables";

    public JournalException? Explain(Exception fault) => SqliteFaults.Explain(fault, _file);

    // A file does not go away: what failed once fails again, or the caller waits.
    public bool IsGone(Exception fault) => false;

    public void ForgetIdle()
    {
        using var connection = new SqliteConnection(Text(SqliteOpenMode.ReadWrite, isPooled: true));
        SqliteConnection.ClearPool(connection);
    }

    public void Dispose() => ForgetIdle();

    private int CurrentVersion()
    {
        using var connection = OpenToRead();
        return VersionOf(connection);
    }

    private int VersionOf(DbConnection connection)
    {
        if (connection.Number("SELECT count(*) FROM sqlite_master WHERE name = 'journal_version'") == 1)
        {
            var version = Tables.VersionOf(connection);
            Tables.RequireKnown(version, Name);
            return version > 0 ? version : throw new JournalException(JournalProblem.Damaged, $"{_file}: the journal does not tell its version");
        }

        return connection.Number("SELECT count(*) FROM sqlite_master") == 0
            ? 0
            : throw new JournalException(JournalProblem.Damaged, $"{_file}: this is a database, but of something else than a journal");
    }

    // The kernel lets go of the lock when the process ends, however it ends. The file stays: deleting it would let two hold different ones.
    private FileStream Hold(string lockFile, string world)
    {
        try
        {
            return new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (File.Exists(lockFile))
        {
            throw new JournalException(JournalProblem.InUse, $"{_file}: world {world} is being written by another process", taken);
        }
    }

    private SqliteConnection OpenWriter(SqliteOpenMode mode) =>
        Open(mode, isPooled: false, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");

    private SqliteConnection Open(SqliteOpenMode mode, bool isPooled, string settings)
    {
        var connection = new SqliteConnection(Text(mode, isPooled));
        try
        {
            connection.Open();
            connection.Do($"PRAGMA busy_timeout = {connection.DefaultTimeout * 1000}; {settings}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string Text(SqliteOpenMode mode, bool isPooled) =>
        new SqliteConnectionStringBuilder(_text.ConnectionString) { Mode = mode, Pooling = isPooled }.ConnectionString;
}
