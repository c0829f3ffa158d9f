using System.Diagnostics;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Progress where there is no terminal to draw on: a line on the error output now and then, and none for what is over soon.</summary>
internal static class NowAndThen
{
    /// <summary>Hears of every step and writes one line, made by <paramref name="text"/>, whenever so many seconds have passed since the last.</summary>
    public static Action<T> Say<T>(Terminal terminal, double everySeconds, Func<T, string> text)
    {
        var since = Stopwatch.StartNew();
        return progress =>
        {
            if (since.Elapsed.TotalSeconds >= everySeconds)
            {
                since.Restart();
                terminal.Error.WriteLine(text(progress));
            }
        };
    }
}
