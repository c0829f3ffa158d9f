using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>Where a live world's clock stands after a commit.</summary>
/// <param name="Now">The world's time, committed.</param>
/// <param name="Speed">World milliseconds per wall millisecond; infinity for as fast as possible; 0 while paused.</param>
/// <param name="WallMs">Unix milliseconds when <paramref name="Now"/> was true.</param>
/// <param name="RealTimeFactor">World time that really passed per wall time over the last seconds.</param>
public readonly record struct WorldClock(Instant Now, double Speed, long WallMs, double RealTimeFactor);

/// <summary>
/// Follows a world's committed history: projections and streams. Called on the world's thread, event by event in order, also when a journal
/// is read again at start; must be quick and must not touch the world.
/// </summary>
public interface IWorldFollower
{
    /// <summary>Hears one committed event.</summary>
    void Hear(in Event e);

    /// <summary>
    /// A batch of the journal whose events were heard last: who gave which of its inputs, and the event hash at its end. Only of worlds that write
    /// a journal of batches.
    /// </summary>
    void Keep(Batch batch)
    {
    }

    /// <summary>Everything up to here has been heard.</summary>
    void Reach(in WorldClock clock);
}
