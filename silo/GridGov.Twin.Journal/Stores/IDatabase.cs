using System.Data.Common;

namespace GridGov.Twin.Journal.Stores;

/// <summary>What SQLite and PostgreSQL do differently. The statements are the same.</summary>
internal interface IDatabase : IDisposable
{
    /// <summary>What people know the database by; no password in it.</summary>
    string Name { get; }

    /// <summary>Opens a connection to read on; from a pool, so closing it is cheap.</summary>
    DbConnection OpenToRead();

    /// <summary>Lets go of connections that are kept ready to read on.</summary>
    void ForgetIdle();

    /// <summary>Opens the connection a world is written on, once nobody else writes that world.</summary>
    /// <exception cref="JournalException">Somebody else does.</exception>
    ILink OpenToWrite(string world);

    /// <summary>Makes the tables, or brings them up to this version.</summary>
    void Prepare();

    /// <summary>Refuses a database without tables, or with those of another version.</summary>
    void RequirePrepared();

    /// <summary>What the database finds wrong with itself, an index that does not fit its table for one; null for nothing.</summary>
    string? OwnCheck(DbConnection connection);

    /// <summary>What a fault of the database means to whoever uses the journal; null if it is none of the database's.</summary>
    JournalException? Explain(Exception fault);

    /// <summary>Whether a fault says that the connection is gone, so that a new one may do better.</summary>
    bool IsGone(Exception fault);
}

/// <summary>The one connection a world is written on. What <see cref="Commit"/> has returned from is on the disk.</summary>
internal interface ILink : IDisposable
{
    /// <summary>The connection, to read on what was written.</summary>
    DbConnection Connection { get; }

    /// <summary>Makes the connection anew after a fault, the world still being ours.</summary>
    /// <exception cref="JournalException">Somebody else writes the world by now.</exception>
    void Renew();

    /// <summary>All of it or nothing.</summary>
    void Commit(IReadOnlyList<Row> rows);
}
