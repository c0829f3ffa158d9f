using System.Globalization;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Statistics;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Shows replications done, half-widths shrinking and the time left: a bar on a terminal, else a line now and then.</summary>
internal static class ExperimentProgressBar
{
    private const double LineEverySeconds = 10;

    /// <summary>Runs the experiment while showing how far it is.</summary>
    public static ExperimentResult? Watch(ExperimentRun run, Language language, Terminal terminal) =>
        terminal.ErrorIsTerminal ? WatchBar(run, language, terminal) : run.Run(
            NowAndThen.Say<ExperimentProgress>(terminal, LineEverySeconds, progress => Text(progress, language)), terminal.Stop);

    private static ExperimentResult? WatchBar(ExperimentRun run, Language language, Terminal terminal) =>
        terminal.ProgressConsole().Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                var task = context.AddTask(language.Pick("准备", "getting ready"), maxValue: 1);
                return run.Run(
                    progress =>
                    {
                        task.Value = progress.Share;
                        task.Description = Markup.Escape(Text(progress, language));
                    },
                    terminal.Stop);
            });

    private static string Text(ExperimentProgress progress, Language language)
    {
        var left = progress.Left is { } time ? string.Create(CultureInfo.InvariantCulture, $", {language.Pick("还需", "left")} {(int)time.TotalMinutes}:{time.Seconds:00}") : "";
        return $"{language.Pick("重复", "replications")} {progress.Done}/{progress.Wanted}{Widths(progress)}{left}";
    }

    // The widest interval of the measure that decides, or of the first a half-width is wanted of.
    private static string Widths(ExperimentProgress progress)
    {
        var plan = progress.Plan;
        var measure = plan.File.Stop.HalfWidths is [var first, ..] ? plan[first.Measure.Value] : plan.DecidedBy;
        var widest = measure is null ? null : plan.Variants.Select(variant => progress.Observations.EstimateOf(variant.Index, measure.Id)?.HalfWidth).Max();
        return widest is { } half
            ? $", {measure!.Id} {MeasureText.Estimate(measure, new Estimate(1, 0, 0, half))[MeasureText.Number(measure, 0).Length..].Trim()}"
            : "";
    }
}
