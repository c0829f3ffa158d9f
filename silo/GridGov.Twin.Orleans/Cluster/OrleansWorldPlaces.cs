using GridGov.Twin.Journal;
using GridGov.Twin.Orleans.Shell;
using Orleans;
using Orleans.Runtime;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>Where worlds live whole on the cluster: drills by their grains, what else lives on one silo only by asking the silos.</summary>
internal sealed class OrleansWorldPlaces(IGrainFactory grains, ISiloStatusOracle silos, ILocalSiloDetails here, IWorldKeeper keeper) : IWorldPlaces
{
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(5);

    public string Here => Endpoint(here.SiloAddress);

    public async Task<WorldPlace?> Find(string world, CancellationToken stop) =>
        IsKept(world) ? await Bring(world, stop) : (await Look(stop)).FirstOrDefault(one => one.Worlds.Contains(world))?.Place;

    public async Task<IReadOnlyList<SiloWorlds>> Look(CancellationToken stop)
    {
        var all = await Task.WhenAll(silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Order().Select(silo => Look(silo, stop)));
        return [.. all.OfType<SiloWorlds>()];
    }

    private bool IsKept(string world)
    {
        try
        {
            return keeper.IsKept(world);
        }
        catch (JournalException fault)
        {
            throw new WorldAwayException($"日志暂时无法读取：{fault.Message}", $"the journals cannot be read just now: {fault.Message}", fault);
        }
    }

    private async Task<WorldPlace> Bring(string world, CancellationToken stop)
    {
        WholeWorldNews news;
        try
        {
            news = await grains.GetGrain<IWholeWorldGrain>(world).Where().WaitAsync(stop);
        }
        catch (Exception gone) when (gone is TimeoutException or OrleansException)
        {
            throw new WorldAwayException(
                $"世界 {world} 所在的节点没有应答：{gone.Message}", $"the silo that world {world} lives on does not answer: {gone.Message}", gone);
        }

        return news is { En: null, Http: { } http } ? new WorldPlace(news.Silo, new Uri(http), news.Silo == Here) : throw NotUp(world, news);
    }

    private static WorldAwayException NotUp(string world, WholeWorldNews news)
    {
        var (zh, en) = (news.Zh ?? "其接口尚未开放", news.En ?? "its API does not listen yet");
        return new WorldAwayException($"世界 {world} 暂未在节点 {news.Silo} 上恢复：{zh}", $"world {world} is not up on silo {news.Silo} yet: {en}");
    }

    private async Task<SiloWorlds?> Look(SiloAddress silo, CancellationToken stop)
    {
        try
        {
            var told = await grains.GetGrain<ISiloReportGrain>(SiloPlacementDirector.Key(silo, 0)).Whole().WaitAsync(MostWait, stop);
            return told.Http is { } http ? new SiloWorlds(new WorldPlace(Endpoint(silo), new Uri(http), silo.Equals(here.SiloAddress)), told.Worlds) : null;
        }
        catch (Exception gone) when (gone is TimeoutException or OrleansException)
        {
            return null;
        }
    }

    private static string Endpoint(SiloAddress silo) => silo.Endpoint.ToString();
}
