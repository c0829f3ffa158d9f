using System.Globalization;
using GridGov.Twin.Scenarios.Proofs;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Shows which proof is under way and how far it is: a bar on a terminal, else a line now and then.</summary>
internal static class ProofProgressBar
{
    private const double LineEverySeconds = 10;

    /// <summary>Runs the proofs while showing how far they are.</summary>
    public static Proof? Watch(ProofRun run, Terminal terminal) =>
        terminal.ErrorIsTerminal
            ? terminal.ProgressConsole().Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
                .Start(context =>
                {
                    var task = context.AddTask("…", maxValue: 1);
                    return run.Run((name, share) => (task.Description, task.Value) = (Markup.Escape(name), share), terminal.Stop);
                })
            : run.Run(Lines(terminal), terminal.Stop);

    private static Action<string, double> Lines(Terminal terminal)
    {
        var say = NowAndThen.Say<(string Name, double Share)>(
            terminal, LineEverySeconds, step => string.Create(CultureInfo.InvariantCulture, $"{step.Name} {step.Share:0 %}"));
        return (name, share) => say((name, share));
    }
}
