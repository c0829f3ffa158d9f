using GridGov.Twin.Orleans.Shell;
using Orleans;
using Orleans.Runtime;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>
/// Looks at the whole cluster. Which silos there are this one knows by itself, so that a silo that does not answer keeps nobody from seeing the
/// others.
/// </summary>
internal sealed class ClusterSight(IGrainFactory grains, ISiloStatusOracle silos) : IClusterSight
{
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(5);

    // What Orleans counts the starts of silos from, in seconds.
    private static readonly DateTimeOffset FirstGeneration = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task<IReadOnlyList<SiloView>> Look()
    {
        var alive = silos.GetApproximateSiloStatuses(onlyActive: false).Where(one => one.Value != SiloStatus.Dead).OrderBy(one => one.Key.Generation);
        return await Task.WhenAll(alive.Select(one => Look(one.Key, one.Value)));
    }

    private async Task<SiloView> Look(SiloAddress silo, SiloStatus status)
    {
        var (counting, telling) = (Ask(silo, status, Count), Ask(silo, status, Tell));
        return new SiloView(
            silo.ToParsableString(), silos.TryGetSiloName(silo, out var name) ? name : "", status.ToString().ToLowerInvariant(),
            FirstGeneration.AddSeconds(silo.Generation), await counting ?? [], await telling);
    }

    private static async Task<T?> Ask<T>(SiloAddress silo, SiloStatus status, Func<SiloAddress, Task<T>> ask)
        where T : class
    {
        try
        {
            return status == SiloStatus.Active ? await ask(silo).WaitAsync(MostWait) : null;
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException)
        {
            return null;
        }
    }

    private async Task<SiloDone> Tell(SiloAddress silo) => (await grains.GetGrain<ISiloReportGrain>(SiloPlacementDirector.Key(silo, 0)).Tell()).Done;

    private async Task<SortedDictionary<string, int>> Count(SiloAddress silo)
    {
        var counts = await grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics([silo]);
        return new SortedDictionary<string, int>(counts.GroupBy(count => Kind(count.GrainType)).ToDictionary(kind => kind.Key, kind => kind.Sum(one => one.ActivationCount)));
    }

    // Ours by what people call them, and Orleans' own in one sum.
    private static string Kind(string type)
    {
        var full = type.Split(',')[0];
        var name = full[(full.LastIndexOf('.') + 1)..];
        var ours = name.IndexOf("GridGrain", StringComparison.Ordinal);
        return ours > 0
            ? name[..ours].ToLowerInvariant()
            : name switch { "WorldGrain" => "world", "WholeWorldGrain" => "drill", "ReplicationGrain" => "replication", _ => "system" };
    }
}
