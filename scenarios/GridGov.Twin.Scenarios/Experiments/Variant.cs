using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>A variant ready to be run. Its setting is immutable; all its replications share it, and variants of one city share the city.</summary>
/// <param name="Index">Its place in the experiment; 0 is the baseline.</param>
/// <param name="Id">Its machine name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Scenario">The scenario it runs.</param>
/// <param name="Setting">The plan with its look-ups.</param>
/// <param name="InputHash">
/// A hash of everything the outcome of a replication depends on besides its seed: the files and the program. Equal inputs give equal outcomes.
/// </param>
/// <param name="Changes">Where its scenario differs from the baseline's.</param>
public sealed record Variant(int Index, string Id, Title Title, BuiltScenario Scenario, Setting Setting, string InputHash, ScenarioChange[] Changes)
{
    /// <summary>How long a replication runs.</summary>
    public Duration Length => Scenario.Run.Length;
}
