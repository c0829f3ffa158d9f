using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>A cluster's clock while somebody changes it: what it was, and what it is to become at a moment of wall time.</summary>
internal sealed class ClusterTiming(WorldTime time, DateTimeOffset wall) : ITiming
{
    public WorldTime Time { get; private set; } = time;

    /// <summary>A clock that begins at a pace.</summary>
    public static WorldTime First(Pace pace, Instant? jumpTo, DateTimeOffset wall) => new(Instant.Start, wall, pace.Speed, jumpTo, pace.ToString(), false);

    /// <summary>Whether it waits for the wall clock.</summary>
    public static bool IsPaced(WorldTime time) => time.JumpTo is null && double.IsFinite(time.Speed);

    /// <summary>What a clock that waits for the wall clock shows at a moment of it.</summary>
    public static Instant At(WorldTime time, DateTimeOffset wall)
    {
        var passedMs = time.Speed * (wall - time.Wall).TotalMilliseconds;
        return passedMs <= 0 ? time.Anchor : time.Anchor + new Duration((long)Math.Min(passedMs, long.MaxValue / 4));
    }

    public void Set(Pace pace, Instant now) => Change(now, pace, Time.IsPaused, Time.JumpTo);

    public void Hold(bool paused, Instant now) => Change(now, Pace.Parse(Time.Pace), paused, null);

    public void Jump(Instant to) => Time = Time with { JumpTo = to };

    private void Change(Instant now, Pace pace, bool isPaused, Instant? jumpTo) =>
        Time = new WorldTime(now, wall, isPaused ? 0 : pace.Speed, jumpTo, pace.ToString(), isPaused);
}
