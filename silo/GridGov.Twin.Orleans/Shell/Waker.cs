using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Orleans.Shell;

/// <summary>
/// Hands out again what should have been handled by now: messages that were lost on their way, that wait for a grain whose silo is gone, or that
/// nobody remembers after a restart. For a while after a start, and after silos came or went, also what is due soon. One for each world.
/// </summary>
public sealed class Waker(WorldHome home)
{
    private const int MostAtOnce = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Alert = TimeSpan.FromMinutes(1);
    private long _alertSince = home.Wall.GetTimestamp();

    /// <summary>Silos came or went: what their grains had in memory may be lost.</summary>
    public void LookAhead() => _alertSince = home.Wall.GetTimestamp();

    /// <summary>Hands out once what is overdue, and says how many there were.</summary>
    public async Task<int> Pass()
    {
        var time = home.Clock.Time;
        if (time.IsConducted)
        {
            return 0;
        }

        var wall = home.Wall.GetUtcNow() + (home.Wall.GetElapsedTime(_alertSince) < Alert ? Ahead : -Patience);
        var until = time.NowAt(wall);
        // What is due at this very moment is not late yet.
        var late = await home.Readers.Ask(journal => journal.Due(new Instant(until.Milliseconds - 1), MostAtOnce));
        if (late.Count > 0)
        {
            await home.Door.Deliver(home.World, late);
        }

        return late.Count;
    }
}
