namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>An experiment could not be brought to a result; the message says why, for people.</summary>
public sealed class ExperimentFailedException(string message) : Exception(message);
