using System.Globalization;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Cli.Printing;

/// <summary>The lines a run ends with on the error output: how fast it was, or how far it came.</summary>
internal static class RunLines
{
    /// <summary>Says how far a stopped run came, and that it has no result.</summary>
    public static int Stopped(RunProgress progress, Terminal terminal)
    {
        var reached = new Duration(progress.Reached.Milliseconds);
        terminal.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"gridgov: stopped at {reached} of {new Duration(progress.End.Milliseconds)} ({progress.Share:0 %}); there is no result"));
        return ExitCode.Stopped;
    }

    /// <summary>Says how long a run took on this machine.</summary>
    public static void Speed(RunResult result, Terminal terminal) => terminal.Error.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Messages:#,0} messages and {result.Events:#,0} events in {result.Wall.TotalSeconds:0.00} s ({result.MessagesPerSecond / 1e6:0.00} M messages/s)"));
}
