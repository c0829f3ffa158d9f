namespace GridGov.Twin.Silo.Worlds;

/// <summary>The host cannot start as it was configured; the message is one line for the person who starts it.</summary>
public sealed class StartRefusedException(string message, Exception? cause = null) : Exception(message, cause);
