using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>What a live world is doing.</summary>
public enum WorldState
{
    /// <summary>Its journal is read and it is brought to where it ended.</summary>
    Starting,

    /// <summary>It lives.</summary>
    Running,

    /// <summary>It holds still because somebody paused it.</summary>
    Paused,

    /// <summary>It was stopped in good order.</summary>
    Stopped,

    /// <summary>It stopped because something in it failed; <see cref="WorldStatus.Problem"/> says what.</summary>
    Failed,
}

/// <summary>How a live world stands after its last turn; immutable, so that any thread may look.</summary>
/// <param name="State">What it is doing.</param>
/// <param name="Problem">Why it failed, or why its journal cannot be written just now; null when all is well.</param>
/// <param name="Clock">Where its clock stands.</param>
/// <param name="Pace">The pace that is set, paused or not.</param>
/// <param name="IsPaused">Whether it is paused.</param>
/// <param name="JumpTo">Where a jump under way leads; null when there is none.</param>
/// <param name="Events">Events announced since its start.</param>
/// <param name="Hash">Its event hash.</param>
/// <param name="EndHash">The hash of the whole run, once a world with an end has got there.</param>
public sealed record WorldStatus(
    WorldState State, string? Problem, WorldClock Clock, string Pace, bool IsPaused, Instant? JumpTo, long Events, ulong Hash, RunHash? EndHash = null)
{
    /// <summary>Whether commands and reads are taken now.</summary>
    public bool IsOpen => State is WorldState.Running or WorldState.Paused && Problem is null;
}
