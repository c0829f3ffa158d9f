using GridGov.Twin.Contracts;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Drills;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>A world the host is to have.</summary>
/// <param name="Id">Its name in addresses and in the journal: 1 to 64 of a–z, 0–9 and hyphens.</param>
/// <param name="Scenario">A scenario that ships, such as <c>first-day</c>, or the path of a folder or file; of a drill or its replay the drill's name.</param>
/// <param name="Kind">One of the kinds: live for those that are configured.</param>
/// <param name="FirstPace">The pace of a new world until somebody changes it; null: the scenario's, or the wall clock's.</param>
/// <param name="BeginsAt">Where a new world jumps to before people see it; null: it begins at 00:00 of its first day.</param>
/// <param name="EndsAt">Where it holds still once, and may be let on by hand; null: nowhere.</param>
/// <param name="Title">What it is called; null: as its scenario.</param>
/// <param name="Experiment">The experiment it is one replication of; null for a world that is not.</param>
/// <param name="Drill">The drill it plays or replays; null for a world that does neither.</param>
public sealed record WorldSettings(
    string Id, string Scenario, string Kind = WorldSettings.Live, Pace? FirstPace = null, Instant? BeginsAt = null, Instant? EndsAt = null, Name? Title = null,
    string? Experiment = null, DrillPlan? Drill = null)
{
    /// <summary>A world of the settings.</summary>
    public const string Live = "live";

    /// <summary>A replication that is looked at.</summary>
    public const string Run = "run";

    /// <summary>A drill: it has a world of its own.</summary>
    public const string OfDrill = "drill";

    /// <summary>A drill that is replayed from its journal; nobody can change anything in it.</summary>
    public const string Replay = "replay";
}
