namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>How far an experiment has come.</summary>
/// <param name="Plan">The experiment.</param>
/// <param name="Done">Observations of every variant so far.</param>
/// <param name="Wanted">How many it will take, as it looks now.</param>
/// <param name="Replications">Single replications over, all variants together.</param>
/// <param name="FoundInStore">Of those, found done before.</param>
/// <param name="Observations">The observations so far; its half-widths shrink.</param>
/// <param name="Elapsed">Wall time so far.</param>
public sealed record ExperimentProgress(
    ExperimentPlan Plan, int Done, int Wanted, int Replications, int FoundInStore, Observations Observations, TimeSpan Elapsed)
{
    /// <summary>The share that is done, 0 to 1, as it looks now.</summary>
    public double Share => Wanted == 0 ? 0 : Math.Min(1, (double)Done / Wanted);

    /// <summary>About how long it will still take; null before the first computed round.</summary>
    public TimeSpan? Left
    {
        get
        {
            var computed = Replications - FoundInStore;
            return Done == 0 || computed == 0 ? null : Elapsed / computed * Math.Max(0, ((Wanted - Done) * Plan.Variants.Length * (Plan.File.IsAntithetic ? 2 : 1)));
        }
    }
}
