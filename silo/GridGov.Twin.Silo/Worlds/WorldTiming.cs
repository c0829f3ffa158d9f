using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>
/// How far a live world may go at a moment of wall time: its pace, whether it is paused, and a jump that runs as fast as possible to where it
/// leads. A world with an end holds still there once. Changes nothing in a world but how long it waits. Used on the world's thread only.
/// </summary>
internal sealed class WorldTiming(TimeProvider clock, Pace pace, bool isPaused) : ITiming
{
    private const double MostLagMs = 1_000;
    private readonly TimePassed _passed = new(clock);
    private Instant _from;
    private long _since = clock.GetTimestamp();

    public Pace Pace { get; private set; } = pace;

    public bool IsPaused { get; private set; } = isPaused;

    public Instant? JumpTo { get; private set; }

    /// <summary>Where it is to hold still once; null: nowhere.</summary>
    public Instant? EndsAt { get; set; }

    /// <summary>World time that passes per wall time now; infinity as fast as possible, 0 while paused.</summary>
    public double Speed => JumpTo is not null ? double.PositiveInfinity : IsPaused ? 0 : Pace.Speed;

    public void Set(Pace pace, Instant now)
    {
        Pace = pace;
        Anchor(now);
    }

    /// <summary>Pauses or goes on; a pause ends a jump.</summary>
    public void Hold(bool paused, Instant now)
    {
        (IsPaused, JumpTo) = (paused, null);
        Anchor(now);
    }

    public void Jump(Instant to) => JumpTo = to;

    /// <summary>Counts wall time from now: after a change, and after a time in which the world could not run.</summary>
    public void Anchor(Instant now) => (_from, _since) = (now, clock.GetTimestamp());

    /// <summary>How far the world may go now, in slices of at most <paramref name="slice"/>.</summary>
    public Instant Limit(Instant now, Duration slice) => Earlier(WithoutEnd(now, slice), EndsAt ?? Instant.Never);

    private Instant WithoutEnd(Instant now, Duration slice)
    {
        var furthest = now + slice;
        if (JumpTo is { } to)
        {
            return Earlier(furthest, to);
        }

        if (IsPaused)
        {
            return now;
        }

        // A world that cannot keep up goes on from where it is instead of running after the wall clock for ever.
        var limit = Pace.Limit(_from, ElapsedMs);
        if (!Pace.IsMax && (limit - now).Milliseconds > MostLagMs * Pace.Speed && limit > furthest)
        {
            Anchor(now);
            return furthest;
        }

        return limit < now ? now : Earlier(limit, furthest);
    }

    /// <summary>Ends a jump that has got there. True when the world has come to its end, where it holds still.</summary>
    public bool Arrive(Instant now)
    {
        if (now >= EndsAt)
        {
            Hold(true, now);
            EndsAt = null;
            return true;
        }

        if (JumpTo is { } to && now >= to)
        {
            JumpTo = null;
            Anchor(now);
        }

        return false;
    }

    /// <summary>Whether the world need not wait for the wall clock.</summary>
    public bool IsHurried => JumpTo is not null || (!IsPaused && Pace.IsMax);

    /// <summary>Notes where the world is and says how much world time passed per wall time over the last seconds.</summary>
    public double Factor(Instant now) => _passed.Factor(now);

    /// <summary>How a world with this clock stands; null: it has not begun.</summary>
    public WorldStatus StatusOf(WorldState state, string? problem, World<DistrictModel>? world, RunHash? endHash)
    {
        var now = world?.Now ?? Instant.Start;
        var speed = state is WorldState.Running or WorldState.Paused && problem is null ? Speed : 0;
        var reached = new WorldClock(now, speed, clock.GetUtcNow().ToUnixTimeMilliseconds(), world is null ? 0 : Factor(now));
        return new WorldStatus(state, problem, reached, Pace.ToString(), IsPaused, JumpTo, world?.EventCount ?? 0, world?.EventHash ?? 0, endHash);
    }

    private double ElapsedMs => clock.GetElapsedTime(_since).TotalMilliseconds;

    private static Instant Earlier(Instant left, Instant right) => left < right ? left : right;
}
