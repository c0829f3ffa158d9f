using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Formats;

namespace GridGov.Twin.Scenarios.Running;

/// <summary>
/// The terms of one run: the seed of all chance, how long the world runs, the first part that is not counted, and how fast it passes
/// against the wall clock. The pace changes nothing but the wall clock.
/// </summary>
public sealed record RunTerms(ulong Seed, Duration Length, Duration WarmUp, Pace Pace)
{
    /// <summary>The terms a scenario asks for.</summary>
    public static RunTerms Of(RunSettings settings) => new(settings.Seed, settings.Length, settings.WarmUp, settings.Pace);
}

/// <summary>How far a run has come: simulated time reached and wanted, messages handled and events announced so far.</summary>
public readonly record struct RunProgress(Instant Reached, Instant End, long Messages, long Events)
{
    /// <summary>The share of the simulated time that is done, 0 to 1.</summary>
    public double Share => End.Milliseconds == 0 ? 1 : (double)Reached.Milliseconds / End.Milliseconds;
}
