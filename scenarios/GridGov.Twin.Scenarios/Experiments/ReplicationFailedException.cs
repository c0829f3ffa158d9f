namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>The world of a replication could not be brought to its end, and cannot be anywhere; the message says why.</summary>
public sealed class ReplicationFailedException(string message, Exception? cause = null) : Exception(message, cause);
