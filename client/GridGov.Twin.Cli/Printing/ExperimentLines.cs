namespace GridGov.Twin.Cli.Printing;

/// <summary>What an experiment that was stopped ends with on the error output.</summary>
internal static class ExperimentLines
{
    /// <summary>Says that there is no result, and how to go on.</summary>
    public static int Stopped(bool isKept, Terminal terminal)
    {
        terminal.Error.WriteLine(isKept
            ? "gridgov: stopped; there is no result. What was done is kept: the same command goes on from there"
            : "gridgov: stopped; there is no result, and nothing was kept (--afresh)");
        return ExitCode.Stopped;
    }
}
