using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>Runs replications in this process, each on the thread that asks for it.</summary>
/// <param name="threads">How many run at once.</param>
public sealed class LocalRunner(int threads) : IReplicationRunner
{
    /// <inheritdoc/>
    public int AtOnce => Math.Max(1, threads);

    /// <inheritdoc/>
    public Outcome[]? Run(Replication replication, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(replication);
        try
        {
            return replication.Run(stop);
        }
        catch (Exception failed) when (failed is StuckWorldException or HandlerFailedException)
        {
            throw new ReplicationFailedException(failed.Message, failed);
        }
    }
}
