namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>Where an experiment's replications run: in this process, or on other machines that have the same files. Safe for use by several threads.</summary>
public interface IReplicationRunner
{
    /// <summary>How many replications are worth asking for at once, at least 1.</summary>
    int AtOnce { get; }

    /// <summary>Runs a replication and waits for its outcome, which is the same wherever it runs; null when <paramref name="stop"/> was asked for before its end.</summary>
    /// <exception cref="ReplicationFailedException">Its world cannot be brought to its end, wherever it runs.</exception>
    /// <exception cref="ExperimentFailedException">Nothing of the experiment can be run there.</exception>
    Outcome[]? Run(Replication replication, CancellationToken stop);
}
