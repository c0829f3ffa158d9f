using GridGov.Twin.Journal;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>Those who follow a world. One that fails has lost the thread and hears no more; the world and the others go on.</summary>
internal sealed partial class Followers(string world, ILogger log)
{
    private readonly List<IWorldFollower> _all = [];

    public void Add(IWorldFollower follower) => _all.Add(follower);

    /// <summary>Tells them events, in order.</summary>
    public void Hear(IReadOnlyList<Event> events) => Each(follower =>
    {
        for (var i = 0; i < events.Count; i++)
        {
            var e = events[i];
            follower.Hear(e);
        }
    });

    /// <summary>Tells them a batch of the journal: its events, then the rest of it.</summary>
    public void Hear(Batch batch)
    {
        Hear(batch.Events);
        Keep(batch);
    }

    /// <summary>Tells them of a batch whose events they have heard.</summary>
    public void Keep(Batch batch) => Each(follower => follower.Keep(batch));

    /// <summary>Tells them that everything up to here has been heard.</summary>
    public void Reach(WorldClock clock) => Each(follower => follower.Reach(clock));

    private void Each(Action<IWorldFollower> tell)
    {
        for (var i = _all.Count - 1; i >= 0; i--)
        {
            try
            {
                tell(_all[i]);
            }
            catch (Exception fault)
            {
                LogFollower(world, fault);
                _all.RemoveAt(i);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A follower of world {World} failed and hears no more")]
    private partial void LogFollower(string world, Exception fault);
}
