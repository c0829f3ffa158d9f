using GridGov.Twin.Client;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Says what went wrong, and whose fault it is: the input's (each finding on its own line) or the program's (one line).</summary>
internal static class Faults
{
    /// <summary>Says the fault on the error output and gives the exit code.</summary>
    public static int Say(Exception fault, bool debug, Terminal terminal)
    {
        if (debug)
        {
            terminal.Error.WriteLine(fault);
        }

        switch (fault)
        {
            case InputRejectedException rejected:
                Findings(rejected.Findings, terminal);
                return ExitCode.Rejected;
            case IOException or UnauthorizedAccessException or JournalException or ExperimentFailedException:
                terminal.Error.WriteLine($"gridgov: {OneLine(fault)}");
                return ExitCode.Rejected;
            case StuckWorldException stuck:
                terminal.Error.WriteLine($"gridgov: {OneLine(stuck)}");
                return ExitCode.Bug;
            case TwinRefusedException refused:
                terminal.Error.WriteLine($"gridgov: the host refused ({refused.Status} {refused.Code}): {OneLine(fault)}");
                return ExitCode.Rejected;
            case HttpRequestException:
                terminal.Error.WriteLine($"gridgov: the host cannot be reached: {OneLine(fault)}");
                return ExitCode.Rejected;
            case OperationCanceledException when terminal.Stop.IsCancellationRequested:
                terminal.Error.WriteLine("gridgov: stopped");
                return ExitCode.Stopped;
            case OperationCanceledException { InnerException: TimeoutException }:
                terminal.Error.WriteLine($"gridgov: the host does not answer: {OneLine(fault)}");
                return ExitCode.Rejected;
            case HandlerFailedException:
                terminal.Error.WriteLine($"gridgov: this is a bug: {OneLine(fault)}");
                return ExitCode.Bug;
            default:
                terminal.Error.WriteLine($"gridgov: this is a bug: {fault.GetType().Name}: {OneLine(fault)} (--debug shows where)");
                return ExitCode.Bug;
        }
    }

    /// <summary>Each finding on its own line.</summary>
    public static void Findings(IEnumerable<Finding> findings, Terminal terminal)
    {
        foreach (var finding in findings)
        {
            terminal.Error.WriteLine(finding);
        }
    }

    private static string OneLine(Exception fault) => fault.Message.ReplaceLineEndings(" ");
}
