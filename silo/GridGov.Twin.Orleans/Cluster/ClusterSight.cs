using GridGov.Twin.Orleans.Shell;
using Orleans;
using Orleans.Runtime;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>Looks at the whole cluster.</summary>
internal sealed class ClusterSight(IGrainFactory grains) : IClusterSight
{
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<SiloView>> Look()
    {
        var management = grains.GetGrain<IManagementGrain>(0);
        var hosts = await management.GetDetailedHosts(onlyActive: false);
        MembershipEntry[] alive = [.. hosts.Where(host => host.Status != SiloStatus.Dead)];
        var counts = await management.GetSimpleGrainStatistics([.. alive.Where(host => host.Status == SiloStatus.Active).Select(host => host.SiloAddress)]);
        return await Task.WhenAll(alive.OrderBy(host => host.StartTime).Select(async host => new SiloView(
            host.SiloAddress.ToParsableString(), host.SiloName, host.Status.ToString().ToLowerInvariant(),
            DateTime.SpecifyKind(host.StartTime, DateTimeKind.Utc), Count(counts, host.SiloAddress), await Ask(host))));
    }

    private async Task<SiloDone?> Ask(MembershipEntry host)
    {
        try
        {
            return host.Status == SiloStatus.Active
                ? (await grains.GetGrain<ISiloReportGrain>(SiloPlacementDirector.Key(host.SiloAddress, 0)).Tell().WaitAsync(MostWait)).Done
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
        return ours > 0 ? name[..ours].ToLowerInvariant() : name switch { "WorldGrain" => "world", "ReplicationGrain" => "replication", _ => "system" };
    }
}
