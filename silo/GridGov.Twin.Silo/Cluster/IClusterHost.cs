using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Orleans.Shell;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>
/// The cluster this process is a silo of. Registered as a service where the program was built with one; without it the host says how to get it.
/// </summary>
public interface IClusterHost
{
    /// <summary>The way to the grains.</summary>
    IGrainDoor Door { get; }

    /// <summary>Opens the database that all silos share, making and upgrading its tables. The host disposes of it.</summary>
    /// <exception cref="Journal.JournalException">It cannot be opened.</exception>
    ITurnStore Open(string db);

    /// <summary>
    /// Opens the journals of worlds that live whole on a silo, in the same database. Its sessions tell whose they are, so that those of a silo that is
    /// dead can be ended.
    /// </summary>
    /// <exception cref="Journal.JournalException">It cannot be opened.</exception>
    IJournalStore OpenWhole(string db, TimeProvider clock) => Journals.Open(db, clock);

    /// <summary>A world's journal is open: from now on its grains may live on this silo.</summary>
    void Serve(ClusterWorld world);
}

/// <summary>
/// A world whose grains live on the cluster: what they read, and where their turns are kept. The journal is the
/// grains' own, which the host disposes of: whoever waits for news on it does not keep the front from hearing them.
/// </summary>
public sealed record ClusterWorld(Setting Setting, ITurnJournal Journal);

/// <summary>Where a world of the cluster is kept, and the cluster it lives on.</summary>
internal sealed record ClusterSeat(ITurnStore Store, IClusterHost Host);
