using GridGov.Twin.Contracts;
using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Drills;

/// <content>On a cluster: the cluster says where a drill comes up, and a drill may have lived elsewhere before.</content>
internal sealed partial class DrillWorlds
{
    /// <summary>Brings a drill up on this host, if it is one, and waits a little for it.</summary>
    /// <exception cref="WorldRefusedException">Its file is missing, or its journal cannot be opened.</exception>
    public async Task BringHere(string world, CancellationToken stop = default)
    {
        var live = await Alone(() => Find(world) is null ? null : BringUp(world), stop);
        for (var since = clock.GetTimestamp(); live?.Status.State == WorldState.Starting && clock.GetElapsedTime(since) < Patience;)
        {
            await Task.Delay(20, stop);
        }
    }

    /// <summary>Lets go of a drill's world, when nothing else is being brought up.</summary>
    public Task LeaveHere(string world) => Alone(() =>
    {
        PutDown(world);
        return true;
    }, CancellationToken.None);

    /// <summary>Whether a world may be a drill by its name.</summary>
    public static bool MayBe(string world) => world.StartsWith("drill-", StringComparison.Ordinal);

    /// <summary>Whether there is a journal of a drill of this name.</summary>
    public bool IsOne(string world) => Find(world) is not null;

    // The cluster alone says where a drill comes up: two hosts would write one journal.
    private LiveWorld Here(string world) => Places is null || host.TryFind(world, out _) ? BringUp(world) : throw new WorldRefusedException(503, "world-away", new Name(
        $"演练 {world} 已转到别的节点，请重新打开回放", $"drill {world} has gone to another silo: open the replay again"))
    { RetryAfterS = 2 };

    // Looked up when it is needed: the places ask this silo's keeper, and the keeper asks here.
    private IWorldPlaces? Places => services.GetService<IWorldPlaces>();

    // The file of its pace lies where it lived before.
    private void TakeUpClock(string world, DrillPlan plan)
    {
        if (Places is not null)
        {
            using var history = host.Beside.Read(world)!;
            var (pace, isPaused) = ClockInAudit.Read(history, plan.File.Pace);
            PaceFile.Of(_data, world, plan.File.Pace).Write(pace, isPaused);
        }
    }

    private static async Task Bring(IWorldPlaces places, string world, CancellationToken stop)
    {
        try
        {
            await places.Find(world, stop);
        }
        catch (WorldAwayException away)
        {
            throw new WorldRefusedException(503, "world-away", new Name(
                $"演练 {world} 已建立，但暂未启动：{away.Zh}", $"drill {world} was opened, but does not come up yet: {away.En}"))
            { RetryAfterS = 2 };
        }
    }
}
