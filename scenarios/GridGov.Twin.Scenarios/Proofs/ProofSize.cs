namespace GridGov.Twin.Scenarios.Proofs;

/// <summary>How much a proof runs. A smaller one says the same with wider intervals, and its page says that it is one.</summary>
/// <param name="Replications">The most replications of an experiment against formulas; null: as many as its file says.</param>
/// <param name="Intervals">Intervals made for the coverage.</param>
/// <param name="Towns">Replications of the hypercube.</param>
/// <param name="IsWhole">Whether nothing was left out.</param>
public sealed record ProofSize(int? Replications, int Intervals, int Towns, bool IsWhole)
{
    /// <summary>Everything: some minutes on an idle machine of two cores.</summary>
    public static readonly ProofSize Whole = new(null, 1_000, 24, true);

    /// <summary>About a fifth of it.</summary>
    public static readonly ProofSize Quick = new(20, 200, 8, false);
}
