using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>How much world time passed per wall time over the last seconds. Used on the world's thread only.</summary>
internal sealed class TimePassed(TimeProvider clock)
{
    private const double OverMs = 5_000;
    private readonly Queue<(double WallMs, long NowMs)> _past = new();

    /// <summary>Notes where the world is, and says it.</summary>
    public double Factor(Instant now)
    {
        var wallMs = clock.GetElapsedTime(0).TotalMilliseconds;
        _past.Enqueue((wallMs, now.Milliseconds));
        while (_past.Count > 2 && wallMs - _past.Peek().WallMs > OverMs)
        {
            _past.Dequeue();
        }

        var (firstWallMs, firstNowMs) = _past.Peek();
        return wallMs > firstWallMs ? (now.Milliseconds - firstNowMs) / (wallMs - firstWallMs) : 0;
    }
}
