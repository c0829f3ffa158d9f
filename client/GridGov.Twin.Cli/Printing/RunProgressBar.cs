using System.Globalization;
using GridGov.Twin.Scenarios.Running;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>
/// Shows how far a run has come: a bar where the error output is a terminal, else a line now and then in a long run and nothing in a short one.
/// </summary>
internal static class RunProgressBar
{
    private const double LineEverySeconds = 30;

    /// <summary>Runs <paramref name="run"/> while showing how far it is; says what it said.</summary>
    public static bool Watch(Func<Action<RunProgress>?, CancellationToken, bool> run, Terminal terminal) =>
        terminal.ErrorIsTerminal ? WatchBar(run, terminal) : run(
            NowAndThen.Say<RunProgress>(terminal, LineEverySeconds, progress => string.Create(CultureInfo.InvariantCulture, $"{Text(progress)} ({progress.Share:0 %})")),
            terminal.Stop);

    private static bool WatchBar(Func<Action<RunProgress>?, CancellationToken, bool> run, Terminal terminal) =>
        terminal.ProgressConsole().Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(Text(default), maxValue: 1);
                return run(progress => Show(task, progress), terminal.Stop);
            });

    private static void Show(ProgressTask task, RunProgress progress)
    {
        task.Value = progress.Share;
        task.Description = Text(progress);
    }

    private static string Text(RunProgress progress)
    {
        var minutes = progress.Reached.Milliseconds / 60_000;
        var clock = string.Create(CultureInfo.InvariantCulture, $"{minutes / 60 % 24:00}:{minutes % 60:00}");
        return string.Create(CultureInfo.InvariantCulture, $"day {(minutes / (24 * 60)) + 1} {clock}, {progress.Events:#,0} events");
    }
}
