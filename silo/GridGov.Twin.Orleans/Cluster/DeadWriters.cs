using GridGov.Twin.Journal;
using Orleans.Runtime;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>
/// Ends the sessions in which silos that the cluster has declared dead still hold journals. Such a silo may merely stand still: its session lives on,
/// and its lock with it. When it wakes, it cannot write any more, and so acknowledges nothing.
/// </summary>
public sealed class DeadWriters(ClusterDatabase database, ISiloStatusOracle silos, ILocalSiloDetails silo)
{
    /// <summary>What this silo's sessions with the journals are called in the database.</summary>
    public string Here => NameOf(silo.SiloAddress);

    /// <summary>Ends the session that holds a world's journal; false where there is none, or where its silo is not known to be dead.</summary>
    public bool End(string world)
    {
        var gone = silos.GetApproximateSiloStatuses(onlyActive: false).Where(one => one.Value == SiloStatus.Dead).Select(one => NameOf(one.Key)).ToHashSet();
        return JournalWriters.End(database.Text, world, gone.Contains);
    }

    private static string NameOf(SiloAddress silo) => $"gridgov {silo.ToParsableString()}";
}
