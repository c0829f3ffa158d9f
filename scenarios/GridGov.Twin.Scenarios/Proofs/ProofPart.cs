using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Proofs;

/// <summary>One part of the proofs, which run one after the other: an experiment, the hypercube, or the coverage of intervals.</summary>
public sealed record ProofPart(string Id, Title Title);
