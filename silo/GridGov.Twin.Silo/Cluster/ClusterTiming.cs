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

    /// <summary>World time that passes per wall time; infinity while nothing is waited for, 0 while it is paused.</summary>
    public static double SpeedOf(WorldTime time) => time.IsConducted ? double.PositiveInfinity : time.IsPaused ? 0 : time.Speed;

    public void Set(Pace pace, Instant now) => Change(now, pace, Time.IsPaused, Time.JumpTo);

    public void Hold(bool paused, Instant now) => Change(now, Pace.Parse(Time.Pace), paused, null);

    public void Jump(Instant to) => Time = Time with { JumpTo = to };

    private void Change(Instant now, Pace pace, bool isPaused, Instant? jumpTo) =>
        Time = new WorldTime(now, wall, isPaused ? 0 : pace.Speed, jumpTo, pace.ToString(), isPaused);
}
