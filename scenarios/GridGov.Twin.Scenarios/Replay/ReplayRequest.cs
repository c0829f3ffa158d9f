namespace GridGov.Twin.Scenarios.Replay;

/// <summary>What is replayed where: the scenario's folder or file, the log, the mapping (a file, or the name of one that ships).</summary>
public sealed record ReplayRequest(string Scenario, string Log, string Mapping)
{
    /// <summary>Replay only the log's first days; null: all.</summary>
    public int? Days { get; init; }

    /// <summary>The seed of what the log does not say; null: the scenario's.</summary>
    public ulong? Seed { get; init; }
}
