using System.Globalization;
using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Statistics;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Shows replications done, half-widths shrinking and the time left: a bar on a terminal, else a line now and then.</summary>
internal sealed class ExperimentProgressBar(Language language, Terminal terminal)
{
    private const double LineEverySeconds = 10;

    private sealed record Seen(double Share, Func<string> Text);

    /// <summary>Runs the experiment while showing how far it is.</summary>
    public ExperimentResult? Watch(ExperimentRun run) => Show(see => run.Run(progress => see(new Seen(progress.Share, () => Text(progress))), terminal.Stop));

    /// <summary>Does what waits for an experiment that runs on a host, and shows how far that says it is.</summary>
    public T Watch<T>(ExperimentPlan plan, Func<Action<ExperimentProgressView>, T> wait) =>
        Show(see => wait(progress => see(new Seen(progress.Wanted == 0 ? 0 : Math.Min(1, (double)progress.Done / progress.Wanted), () => Text(plan, progress)))));

    private T Show<T>(Func<Action<Seen>, T> run) =>
        terminal.ErrorIsTerminal ? ShowBar(run) : run(NowAndThen.Say<Seen>(terminal, LineEverySeconds, seen => seen.Text()));

    private T ShowBar<T>(Func<Action<Seen>, T> run) => terminal.ProgressConsole().Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
        .Start(context =>
        {
            var task = context.AddTask(language.Pick("准备", "getting ready"), maxValue: 1);
            return run(seen =>
            {
                task.Value = seen.Share;
                task.Description = Markup.Escape(seen.Text());
            });
        });

    // The widest interval of the measure that decides, or of the first a half-width is wanted of.
    private string Text(ExperimentProgress progress)
    {
        var plan = progress.Plan;
        var measure = plan.File.Stop.HalfWidths is [var first, ..] ? plan[first.Measure.Value] : plan.DecidedBy;
        var widest = measure is null ? null : plan.Variants.Select(variant => progress.Observations.EstimateOf(variant.Index, measure.Id)?.HalfWidth).Max();
        return Text(progress.Done, progress.Wanted, measure, widest, progress.Left);
    }

    private string Text(ExperimentPlan plan, ExperimentProgressView progress) => Text(
        progress.Done, progress.Wanted, progress.Measure is { } named ? plan[named.Id] : null, progress.Course.LastOrDefault()?.HalfWidth,
        progress.LeftS is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

    private string Text(int done, int wanted, Measure? measure, double? half, TimeSpan? timeLeft)
    {
        var left = timeLeft is { } time ? string.Create(CultureInfo.InvariantCulture, $", {language.Pick("还需", "left")} {(int)time.TotalMinutes}:{time.Seconds:00}") : "";
        var width = measure is not null && half is not null
            ? $", {measure.Id} {MeasureText.Estimate(measure, new Estimate(1, 0, 0, half))[MeasureText.Number(measure, 0).Length..].Trim()}"
            : "";
        return $"{language.Pick("重复", "replications")} {done}/{wanted}{width}{left}";
    }
}
