using System.Globalization;
using GridGov.Twin.Scenarios.Drills;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Shows how far a rehearsal is: a bar on a terminal, else a line now and then.</summary>
internal static class RehearsalProgressBar
{
    private const double LineEverySeconds = 10;

    /// <summary>Plays the drill with nobody, then with the ideal player; null when it was stopped.</summary>
    public static (Rehearsed Nobody, Rehearsed Ideal)? Watch(DrillPlan plan, Language language, Terminal terminal)
    {
        var name = language.Pick("预演", "rehearsal");
        if (!terminal.ErrorIsTerminal)
        {
            return Run(plan, NowAndThen.Say<double>(terminal, LineEverySeconds, share => string.Create(CultureInfo.InvariantCulture, $"{name} {share:0 %}")), terminal.Stop);
        }

        return terminal.ProgressConsole().Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                var task = context.AddTask(Markup.Escape(name), maxValue: 1);
                return Run(plan, share => task.Value = share, terminal.Stop);
            });
    }

    private static (Rehearsed Nobody, Rehearsed Ideal)? Run(DrillPlan plan, Action<double> say, CancellationToken stop)
    {
        var rehearsal = new Rehearsal(plan);
        return rehearsal.Run(isPlayed: false, share => say(share / 2), stop) is { } nobody && rehearsal.Run(isPlayed: true, share => say(0.5 + (share / 2)), stop) is { } ideal
            ? (nobody, ideal)
            : null;
    }
}
