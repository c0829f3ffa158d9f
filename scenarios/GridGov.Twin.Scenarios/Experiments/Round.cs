using System.Globalization;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>One replication of every variant with the same seed.</summary>
internal sealed class Round(ulong seed, int variants)
{
    private readonly Outcome[]?[] _outcomes = new Outcome[]?[variants];
    private readonly string?[] _failures = new string?[variants];

    public ulong Seed => seed;

    /// <summary>How many of its replications are over.</summary>
    public int Filled { get; private set; }

    public bool IsComplete => Filled == variants;

    /// <summary>Whether every replication came to its end; if not, the round counts for no variant, so that pairs stay pairs.</summary>
    public bool IsWhole => IsComplete && Array.TrueForAll(_failures, failure => failure is null);

    public Outcome[] OutcomesOf(int variant) => _outcomes[variant] ?? [];

    public void Fill(int variant, Outcome[]? outcomes, string? failure)
    {
        (_outcomes[variant], _failures[variant]) = (outcomes, failure);
        Filled++;
    }

    /// <summary>What failed, for people.</summary>
    public IEnumerable<string> Failures(ExperimentPlan plan) =>
        _failures.Index().Where(failure => failure.Item is not null)
            .Select(failure => string.Create(CultureInfo.InvariantCulture, $"{plan.Variants[failure.Index].Id}, seed {seed}: {failure.Item}"));
}
