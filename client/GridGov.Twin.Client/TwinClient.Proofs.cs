using GridGov.Twin.Contracts;

namespace GridGov.Twin.Client;

/// <content>The proofs.</content>
public sealed partial class TwinClient
{
    private const string ProofsRoot = "api/v1/proofs";

    /// <inheritdoc/>
    public Task<ProofView> Proofs(CancellationToken stop = default) => Get<ProofView>(ProofsRoot, stop);

    /// <inheritdoc/>
    public Task<ProofView> RunProofs(string actor, CancellationToken stop = default) =>
        Send<ProofView>(AsActor(HttpMethod.Post, $"{ProofsRoot}/run", actor), stop);

    /// <inheritdoc/>
    public Task<ProofView> StopProofs(string actor, CancellationToken stop = default) =>
        Send<ProofView>(AsActor(HttpMethod.Delete, $"{ProofsRoot}/run", actor), stop);
}
