using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Orleans.Shell;

/// <summary>The world's clock as one silo knows it. Safe for use by several threads.</summary>
public sealed class SharedClock(WorldTime time, TimeProvider wall)
{
    private volatile WorldTime _time = time;

    /// <summary>The clock as it was last heard of.</summary>
    public WorldTime Time
    {
        get => _time;
        set => _time = value;
    }

    /// <summary>The world's present moment; what is due before it may be handled.</summary>
    public Instant Now => _time.NowAt(wall.GetUtcNow());

    /// <summary>Whether a message may be handled now without being told to.</summary>
    public bool IsDue(Instant due)
    {
        var time = _time;
        return !time.IsConducted && due < time.NowAt(wall.GetUtcNow());
    }

    /// <summary>How long by the wall clock until the world has passed a moment; null where the clock stands or is conducted.</summary>
    public TimeSpan? Until(Instant due)
    {
        var time = _time;
        return time.IsPaused || time.IsConducted || time.Speed <= 0
            ? null
            : TimeSpan.FromMilliseconds(Math.Clamp((due - time.NowAt(wall.GetUtcNow())).Milliseconds / time.Speed, 0, int.MaxValue));
    }
}
