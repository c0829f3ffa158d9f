using GridGov.Twin.Contracts;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>A world the host is to have.</summary>
/// <param name="Id">Its name in addresses and in the journal: 1 to 64 of a–z, 0–9 and hyphens.</param>
/// <param name="Scenario">A scenario that ships, such as <c>first-day</c>, or the path of a folder or file.</param>
/// <param name="Kind">live, drill or run.</param>
/// <param name="FirstPace">The pace of a new world until somebody changes it; null: the scenario's, or the wall clock's.</param>
/// <param name="BeginsAt">Where a new world jumps to before people see it; null: it begins at 00:00 of its first day.</param>
/// <param name="Replication">What it is one replication of; null for a world that is not.</param>
public sealed record WorldSettings(
    string Id, string Scenario, string Kind = "live", Pace? FirstPace = null, Instant? BeginsAt = null, ReplicationOf? Replication = null);

/// <summary>The experiment a replication is of, what its world is called, and where it ends: it holds still there once, and may be let on by hand.</summary>
public sealed record ReplicationOf(string Experiment, Name Title, Instant EndsAt);
