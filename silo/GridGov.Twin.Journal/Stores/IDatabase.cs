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

    /// <summary>Opens a connection on which turns of worlds that several silos share are kept.</summary>
    ITurnLink OpenTurns();

    /// <summary>Opens what tells of changes that others make to a shared world.</summary>
    INews OpenNews();

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

/// <summary>A connection that others may write beside. Made anew by itself after a fault.</summary>
internal interface ITurnLink : IDisposable
{
    /// <summary>The connection, inside a transaction.</summary>
    DbConnection Connection { get; }

    /// <summary>What a question says at its end, so that its row stays as it is until the transaction is over.</summary>
    string Held { get; }

    /// <summary>Does something in a transaction, and returns when it is on the disk; after a fault nothing of it is.</summary>
    T Transact<T>(Func<T> work);

    /// <summary>The first number that each question answers; null where there is no row.</summary>
    long?[] Ask(IReadOnlyList<Row> questions);

    /// <summary>Makes changes, in order.</summary>
    void Do(IReadOnlyList<Row> rows);

    /// <summary>Tells everybody that a world has changed, once the transaction is over.</summary>
    void Tell(string world);
}

/// <summary>Hears that shared worlds have changed.</summary>
internal interface INews : IDisposable
{
    /// <summary>Waits until something was told, or the time is over; says whether something was told. May return early.</summary>
    bool Wait(TimeSpan most, CancellationToken stop);
}
