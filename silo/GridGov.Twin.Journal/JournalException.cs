namespace GridGov.Twin.Journal;

/// <summary>Why a journal could not do what it was asked.</summary>
public enum JournalProblem
{
    /// <summary>The database cannot be reached, is locked, or its disk is full; trying again later may help.</summary>
    Unavailable,

    /// <summary>The database was written by a newer version of this program.</summary>
    NewerVersion,

    /// <summary>What is there is not a journal, or is damaged.</summary>
    Damaged,

    /// <summary>Another process writes this world.</summary>
    InUse,

    /// <summary>There is such a world, or such an idempotency key in it, already.</summary>
    Exists,
}

/// <summary>A journal could not do what it was asked; the message says what and where.</summary>
public sealed class JournalException(JournalProblem problem, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What kind of trouble it is.</summary>
    public JournalProblem Problem { get; } = problem;
}
