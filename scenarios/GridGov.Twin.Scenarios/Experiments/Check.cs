using GridGov.Twin.Scenarios.Statistics;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>A known value held against what the replications gave.</summary>
/// <param name="Expected">What is known.</param>
/// <param name="Variant">The variant it is known of.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Estimate">
/// What was measured, with an interval made wider for the number of checks (Bonferroni): all of them together hold with the experiment's
/// confidence. Null where it was never measured.
/// </param>
public sealed record Check(ExpectedSection Expected, Variant Variant, Measure Measure, Estimate? Estimate)
{
    /// <summary>Whether the known value lies in the interval.</summary>
    public bool Holds => Estimate is { HalfWidth: { } half, Mean: var mean } && Math.Abs(mean - Expected.Value) <= half + 1e-12;

    /// <summary>The checks of a result, in the order of the file.</summary>
    internal static Check[] Of(ExperimentResult result)
    {
        var (plan, expected) = (result.Plan, result.Plan.File.Expected);
        var confidence = 1 - ((1 - plan.File.Confidence) / Math.Max(1, expected.Length));
        return [.. expected.Select(known =>
        {
            var variant = plan.Variants.Single(variant => variant.Id == known.Variant.Value);
            var measure = plan[known.Measure.Value];
            return new Check(known, variant, measure, Statistics.Estimate.Of(result.Observations.Of(variant.Index, measure.Id), confidence));
        })];
    }
}
