namespace GridGov.Twin.Scenarios.Running;

/// <summary>
/// What came out of a run: the report, how many messages were handled and events announced, and the hash that proves it the same as another.
/// </summary>
public sealed record RunResult(string Scenario, RunTerms Terms, DateOnly Starts, RunReport Report, long Messages, long Events, RunHash Hash)
{
    /// <summary>The time it took on this machine; the only part that differs between two equal runs.</summary>
    public TimeSpan Wall { get; init; }

    /// <summary>Messages handled per second of wall time; 0 when no time passed.</summary>
    public double MessagesPerSecond => Wall > TimeSpan.Zero ? Messages / Wall.TotalSeconds : 0;
}
