using System.Collections.Concurrent;
using GridGov.Twin.Journal;
using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Silo.Drills;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>Brings drills up on this silo for the cluster.</summary>
internal sealed class DrillKeeper(DrillWorlds drills, DrillDesks desks, IWorldDirectory worlds, SiloHttp? http = null) : IWorldKeeper
{
    // Journals are never taken away: what was there once is there.
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    public Uri? Http => http?.Address;

    public IReadOnlyList<string> Here =>
        [.. worlds.All.Where(world => world.Settings.Kind != WorldSettings.Live && world.Status.State != WorldState.Failed).Select(world => world.Id)];

    public bool IsKept(string world) => DrillWorlds.MayBe(world) && (_known.ContainsKey(world) || (drills.IsOne(world) && _known.TryAdd(world, true)));

    public async Task BringUp(string world)
    {
        try
        {
            await drills.BringHere(world);
        }
        catch (WorldRefusedException refused)
        {
            var cause = refused.InnerException is StartRefusedException { InnerException: JournalException held } ? held : refused.InnerException;
            throw new WorldAwayException(refused.Why.Zh, refused.Why.En, cause);
        }
    }

    public Task PutDown(string world) => drills.LeaveHere(world);

    public bool HasEnded(string world) => desks.IsOver(world);
}
