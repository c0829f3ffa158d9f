namespace GridGov.Twin.Contracts;

/// <summary>A cluster as one of its silos sees it.</summary>
/// <param name="Silos">The silos, the oldest first; those that are gone are left out.</param>
/// <param name="Worlds">The worlds that live on it.</param>
/// <param name="SetAside">The messages that a grain could not handle, oldest first: each waits until somebody has it tried again.</param>
/// <param name="Whole">The worlds that live whole on one silo: drills, replays and replications that are looked at.</param>
public sealed record ClusterView(SiloRow[] Silos, WorldView[] Worlds, SetAsideRow[] SetAside, WholeRow[] Whole);

/// <summary>A world that lives whole on one silo.</summary>
public sealed record WholeRow(string World, string Silo);

/// <summary>A silo.</summary>
/// <param name="Address">Where it is, and since which start.</param>
/// <param name="Status">active, joining, shuttingdown, stopping and so on.</param>
/// <param name="Since">When it started, UTC.</param>
/// <param name="Grains">How many grains live on it, by kind.</param>
/// <param name="Work">What it has done since it started; null where it does not answer.</param>
public sealed record SiloRow(string Address, string Name, string Status, string Since, GrainCount[] Grains, SiloWork? Work);

/// <summary>Grains of one kind: scene, cell, building, device, officer, team, desk, case, incident, callstream, world, drill, replication, or system for Orleans' own.</summary>
public sealed record GrainCount(string Kind, int Count);

/// <summary>What a silo has done since it started; two looks give what it does in a second.</summary>
/// <param name="UpMs">How long it has been up.</param>
/// <param name="Calls">Calls its grains got.</param>
/// <param name="Turns">Turns it kept.</param>
/// <param name="Commits">Transactions those took.</param>
/// <param name="StorageMs">How long those took altogether.</param>
/// <param name="Trouble">What keeps it from keeping turns now; null for nothing.</param>
public sealed record SiloWork(long UpMs, long Calls, long Turns, long Commits, double StorageMs, string? Trouble);

/// <summary>A message that was set aside.</summary>
/// <param name="Message">Its name within its world.</param>
/// <param name="To">The grain it is for, such as <c>case 12</c>.</param>
/// <param name="DueMs">When it was due, in the world's time.</param>
/// <param name="Since">Since when it lies aside, UTC.</param>
/// <param name="Problem">How it failed.</param>
public sealed record SetAsideRow(string World, string Message, string To, long DueMs, string Since, string Problem);

/// <summary>Which message is to be tried again.</summary>
public sealed record RetryOrder(string World, string Message);
