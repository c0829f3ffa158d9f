using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Journal.Turns;

/// <summary>
/// A world's clock, the same on every silo: at wall time <paramref name="Wall"/> it was <paramref name="Anchor"/>, and it goes on at
/// <paramref name="Speed"/> world milliseconds per wall millisecond (0: it stands; infinity: as fast as possible). With
/// <paramref name="JumpTo"/> it runs as fast as possible to that moment first.
/// </summary>
public sealed record WorldTime(Instant Anchor, DateTimeOffset Wall, double Speed, Instant? JumpTo, string Pace, bool IsPaused)
{
    /// <summary>Whether the messages are handed out one by one, as fast as possible, instead of by the wall clock.</summary>
    public bool IsConducted => JumpTo is not null || (!IsPaused && double.IsInfinity(Speed));

    /// <summary>What the clock shows at a moment of wall time; while it is conducted, where that began.</summary>
    public Instant NowAt(DateTimeOffset wall)
    {
        var isMoving = !IsPaused && !IsConducted && Speed > 0 && wall > Wall;
        return isMoving ? new Instant(Anchor.Milliseconds + (long)((wall - Wall).TotalMilliseconds * Speed)) : Anchor;
    }
}
