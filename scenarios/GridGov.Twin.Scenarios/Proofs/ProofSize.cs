namespace GridGov.Twin.Scenarios.Proofs;

/// <summary>How much a proof runs. A smaller one says the same with wider intervals, and its page says that it is one.</summary>
/// <param name="Replications">The most replications of an experiment against formulas; null: as many as its file says.</param>
/// <param name="Intervals">Intervals made for the coverage.</param>
/// <param name="Towns">Replications of the hypercube.</param>
/// <param name="IsWhole">Whether nothing was left out.</param>
public sealed record ProofSize(int? Replications, int Intervals, int Towns, bool IsWhole)
{
    /// <summary>Everything: a minute and a half on an idle machine of two cores.</summary>
    public static readonly ProofSize Whole = new(null, 1_000, 24, true);

    /// <summary>About a third of it. Waits are skewed and intervals of few replications promise too much: with 20 the wait of M/D/1 was missed.</summary>
    public static readonly ProofSize Quick = new(40, 200, 8, false);
}
