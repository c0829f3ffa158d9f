using Orleans;
using Orleans.Runtime;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>One silo as the cluster sees it.</summary>
/// <param name="Address">Where it is, and since which start.</param>
/// <param name="Name">What it calls itself.</param>
/// <param name="Status">Active, joining, shutting down, dead and so on.</param>
/// <param name="Grains">How many grains live on it, by kind.</param>
/// <param name="Report">What it has done; null where it does not answer.</param>
public sealed record SiloView(string Address, string Name, string Status, IReadOnlyDictionary<string, int> Grains, SiloReport? Report);

/// <summary>Looks at the whole cluster.</summary>
public sealed class ClusterSight(IGrainFactory grains)
{
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(5);

    /// <summary>The silos there are, the dead left out.</summary>
    public async Task<IReadOnlyList<SiloView>> Look()
    {
        var management = grains.GetGrain<IManagementGrain>(0);
        var hosts = await management.GetDetailedHosts(onlyActive: false);
        MembershipEntry[] alive = [.. hosts.Where(host => host.Status != SiloStatus.Dead)];
        var counts = await management.GetSimpleGrainStatistics([.. alive.Where(host => host.Status == SiloStatus.Active).Select(host => host.SiloAddress)]);
        return await Task.WhenAll(alive.OrderBy(host => host.StartTime).Select(async host => new SiloView(
            host.SiloAddress.ToParsableString(), host.SiloName, host.Status.ToString().ToLowerInvariant(), Count(counts, host.SiloAddress), await Ask(host))));
    }

    private async Task<SiloReport?> Ask(MembershipEntry host)
    {
        try
        {
            return host.Status == SiloStatus.Active
                ? await grains.GetGrain<ISiloReportGrain>(SiloPlacementDirector.Key(host.SiloAddress, 0)).Tell().WaitAsync(MostWait)
                : null;
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException)
        {
            return null;
        }
    }

    private static SortedDictionary<string, int> Count(SimpleGrainStatistic[] counts, SiloAddress silo) => new(counts
        .Where(count => count.SiloAddress.Equals(silo))
        .GroupBy(count => Kind(count.GrainType))
        .ToDictionary(kind => kind.Key, kind => kind.Sum(count => count.ActivationCount)));

    // Ours by what people call them, and Orleans' own in one sum.
    private static string Kind(string type)
    {
        var name = type[(type.LastIndexOf('.') + 1)..].Split(',')[0];
        var ours = name.IndexOf("GridGrain", StringComparison.Ordinal);
        return ours > 0 ? name[..ours].ToLowerInvariant() : name is "WorldGrain" ? "world" : "system";
    }
}
