using GridGov.Twin.Scenarios.Statistics;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>
/// What the whole rounds gave, as independent observations: one per replication, per batch of a long one, or per antithetic pair (the mean of
/// the two). The n-th observations of all variants belong together.
/// </summary>
public sealed class Observations
{
    private readonly ExperimentPlan _plan;
    private readonly Outcome[][] _outcomes;
    private readonly int _together;

    internal Observations(ExperimentPlan plan, IEnumerable<Round> rounds)
    {
        _plan = plan;
        _together = plan.File.IsAntithetic ? 2 : 1;
        var whole = Whole([.. rounds]);
        _outcomes = [.. plan.Variants.Select(variant => whole.SelectMany(round => round.OutcomesOf(variant.Index)).ToArray())];
    }

    /// <summary>How many observations there are of each variant.</summary>
    public int Count => _outcomes.Length == 0 ? 0 : _outcomes[0].Length / _together;

    /// <summary>The outcomes of a variant, in order of their seeds.</summary>
    public IReadOnlyList<Outcome> OutcomesOf(int variant) => _outcomes[variant];

    /// <summary>A variant's observations of a measure; null where there was nothing to measure.</summary>
    public double?[] Of(int variant, string measure)
    {
        var values = _outcomes[variant].Select(outcome => outcome.Values.GetValueOrDefault(measure)).ToArray();
        return _together == 1 ? values : [.. values.Chunk(2).Select(pair => (pair[0] + pair[1]) / 2)];
    }

    /// <summary>The estimate of a measure in a variant; null where it was never measured.</summary>
    public Estimate? EstimateOf(int variant, string measure) => Estimate.Of(Of(variant, measure), _plan.File.Confidence);

    // A pair of antithetic rounds counts only when both are whole.
    private Round[] Whole(Round[] rounds) =>
        [.. rounds.Chunk(_together).Where(group => group.Length == _together && Array.TrueForAll(group, round => round.IsWhole)).SelectMany(group => group)];
}
