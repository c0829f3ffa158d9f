using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Formats;

namespace GridGov.Twin.Scenarios.Building;

/// <summary>A scenario ready to be run: what the world reads, how it is run, and the file it came from.</summary>
public sealed record BuiltScenario(WorldPlan Plan, RunSettings Run, ScenarioFile File);
