namespace GridGov.Twin.Cli;

/// <summary>What the command answers to the shell.</summary>
public static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Ok = 0;

    /// <summary>A proof did not hold.</summary>
    public const int NotProved = 1;

    /// <summary>Something a person gave cannot be used: a file, an option, a folder.</summary>
    public const int Rejected = 2;

    /// <summary>The program is wrong.</summary>
    public const int Bug = 70;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Stopped = 130;
}
