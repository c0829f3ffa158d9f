namespace GridGov.Twin.Orleans.Shell;

/// <summary>
/// A grain's state as it is kept: what format its bytes are in, after which of the grain's turns it was taken and when that turn was. It is a
/// shortcut: whatever cannot be read is made again from the turns in the journal.
/// </summary>
public sealed record KeptState(int Format, long Turn, long AtMs, byte[] Bytes)
{
    /// <summary>The format this program writes; raised when a grain's state is written differently.</summary>
    public const int PresentFormat = 1;
}

/// <summary>Where one grain's state is kept.</summary>
public interface IStateShelf
{
    /// <summary>What was kept last; null for nothing.</summary>
    Task<KeptState?> Read();

    /// <summary>Keeps a state instead of the last.</summary>
    Task Write(KeptState state);
}
