using System.Diagnostics;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Scenarios.Running;

/// <summary>
/// Waits between slices of a run so that simulated time passes at a pace against the wall clock. The world never sees it: the same world
/// comes out at every pace.
/// </summary>
internal sealed class Pacing(Pace pace)
{
    // At a pace the picture should move at least this often; without one a slice is an hour.
    private const double SliceWallMs = 250;
    private readonly Stopwatch _clock = new();
    private Instant _from;

    /// <summary>How much simulated time to run before looking up again.</summary>
    public Duration Slice => pace.IsMax ? Duration.Hours(1) : new Duration(Math.Max(1, (long)(pace.Speed * SliceWallMs)));

    /// <summary>The wall clock starts; it is <paramref name="now"/> in the world.</summary>
    public void Start(Instant now)
    {
        _from = now;
        _clock.Restart();
    }

    /// <summary>Waits until the wall clock has caught up with the world, or <paramref name="stop"/> is asked for.</summary>
    public void Wait(Instant now, CancellationToken stop)
    {
        var aheadMs = pace.WaitMs(_from, _clock.Elapsed.TotalMilliseconds, now);
        if (aheadMs >= 1)
        {
            stop.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(Math.Min(aheadMs, int.MaxValue)));
        }
    }
}
