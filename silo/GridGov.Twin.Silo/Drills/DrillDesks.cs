using System.Collections.Concurrent;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Silo.Api;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Drills;

/// <summary>The desks of the drills and replays that are up.</summary>
internal sealed class DrillDesks : IWorldFollowing
{
    private readonly ConcurrentDictionary<string, DrillDesk> _desks = new(StringComparer.Ordinal);

    public IWorldFollower Follow(LiveWorld world) => world.Settings.Drill is { } plan ? _desks[world.Id] = new DrillDesk(plan) : new Deaf();

    public void Leave(LiveWorld world) => _desks.TryRemove(world.Id, out _);

    /// <summary>Looks at a drill's desk on its world's thread.</summary>
    /// <exception cref="WorldRefusedException">The world is no drill, or not open.</exception>
    public Task<T> Look<T>(LiveWorld world, Func<DrillDesk, T> look) => _desks.TryGetValue(world.Id, out var desk)
        ? world.Read(_ => look(desk))
        : throw NotOne();

    /// <summary>Whether a drill that is up is over, as far as its journal has been read.</summary>
    public bool IsOver(string world) => _desks.TryGetValue(world, out var desk) && desk.IsOver;

    /// <summary>The world is no drill.</summary>
    public static WorldRefusedException NotOne() => Problems.NotFound("not-a-drill", "此世界不是演练", "this world is no drill");

    // Who follows a world that plays no drill.
    private sealed class Deaf : IWorldFollower
    {
        public void Hear(in Event e)
        {
        }

        public void Reach(in WorldClock clock)
        {
        }
    }
}
