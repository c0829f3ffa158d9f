using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Silo.Api;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>What operators see of the cluster, and what they can do about a message that was set aside.</summary>
internal sealed class ClusterDesk(IWorldDirectory worlds, WorldDesks desks, IClusterSight? sight = null, IWorldPlaces? places = null)
{
    /// <summary>The cluster now.</summary>
    /// <exception cref="WorldRefusedException">This process is no silo.</exception>
    public async Task<ClusterView> Look(CancellationToken stop)
    {
        var silos = await Sight.Look();
        var whole = places is null ? [] : await places.Look(stop);
        LiveWorld[] here = [.. worlds.All.Where(world => world.IsOnCluster)];
        return new ClusterView(
            [.. silos.Select(Row)], [.. here.Select(world => desks.Find(world.Id)?.World()).OfType<WorldView>()],
            [.. here.Where(world => world.Status.IsOpen).SelectMany(world => world.AllSetAside().Select(aside => Row(world, aside)))],
            [.. whole.SelectMany(silo => silo.Worlds.Select(world => new WholeRow(world, silo.Place.Silo))).OrderBy(row => row.World, StringComparer.Ordinal)]);
    }

    /// <summary>Has a message tried again. Who wants it is in the audit log first.</summary>
    /// <exception cref="WorldRefusedException">This process is no silo, there is no such world, the message is not aside, or the journal cannot be written.</exception>
    public SetAsideRow Retry(RetryOrder order, string actor)
    {
        _ = Sight;
        var world = desks.Of(order.World).Live;
        return world.AllSetAside().FirstOrDefault(one => one.Message.Id.ToString() == order.Message) is { } aside && world.TryAgain(aside, actor)
            ? Row(world, aside)
            : throw Problems.NotFound("not-set-aside", "没有此搁置消息", "no such message is set aside");
    }

    private IClusterSight Sight => sight ?? throw Problems.NotFound(
        "not-a-cluster", "此进程不是集群的节点；它以 --host orleans 启动才是", "this process is no silo of a cluster; started with --host orleans it is one");

    private static SiloRow Row(SiloView silo) => new(
        silo.Address, silo.Name, silo.Status, WireTime.Of(silo.Since), [.. silo.Grains.Select(kind => new GrainCount(kind.Key, kind.Value))],
        silo.Done is { } done ? new SiloWork(done.UpMs, done.Calls, done.Turns, done.Commits, Math.Round(done.CommitMs, 3), done.Trouble) : null);

    private static SetAsideRow Row(LiveWorld world, SetAside aside) => new(
        world.Id, aside.Message.Id.ToString(), GrainName.Of(aside.Message.Sent.To, world.Plan), aside.Message.Sent.Due.Milliseconds, WireTime.Of(aside.Since), aside.Problem);
}
