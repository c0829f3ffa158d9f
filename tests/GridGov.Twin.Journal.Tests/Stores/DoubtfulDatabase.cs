using System.Data.Common;
using GridGov.Twin.Journal.Stores;
using Npgsql;

namespace GridGov.Twin.Journal.Tests.Stores;

/// <summary>A real database behind a network that can be cut: a change sent then may or may not have reached it, and nobody hears.</summary>
internal sealed class DoubtfulDatabase(IDatabase database) : IDatabase
{
    public bool IsCutOff { get; set; }

    /// <summary>Whether a change sent while cut off arrives.</summary>
    public bool IsTaken { get; set; }

    public string Name => database.Name;

    public DbConnection OpenToRead() => database.OpenToRead();

    public void ForgetIdle() => database.ForgetIdle();

    public ILink OpenToWrite(string world) => new Link(this, database.OpenToWrite(world));

    public ITurnLink OpenTurns() => database.OpenTurns();

    public INews OpenNews() => database.OpenNews();

    public void Prepare() => database.Prepare();

    public void RequirePrepared() => database.RequirePrepared();

    public string? OwnCheck(DbConnection connection) => database.OwnCheck(connection);

    public JournalException? Explain(Exception fault) => database.Explain(fault);

    public bool IsGone(Exception fault) => database.IsGone(fault);

    public void Dispose() => database.Dispose();

    private sealed class Link(DoubtfulDatabase network, ILink link) : ILink
    {
        public DbConnection Connection => link.Connection;

        public void Renew()
        {
            if (network.IsCutOff)
            {
                throw new NpgsqlException("no way there");
            }

            link.Renew();
        }

        public void Commit(IReadOnlyList<Row> rows)
        {
            if (!network.IsCutOff || network.IsTaken)
            {
                link.Commit(rows);
            }

            if (network.IsCutOff)
            {
                throw new NpgsqlException("the way broke");
            }
        }

        public void Dispose() => link.Dispose();
    }
}
