using System.CommandLine;
using GridGov.Twin.Cli.Printing;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Reports;

namespace GridGov.Twin.Cli.Commands;

/// <summary><c>gridgov experiment</c>: compares variants of a scenario over many replications.</summary>
internal static class ExperimentCommand
{
    private const int MostThreads = 1_024;

    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal) =>
        new("experiment", "Compares variants of a scenario over many replications.") { BuildRun(terminal) };

    private static Command BuildRun(Terminal terminal)
    {
        var path = new Argument<string>("FILE") { Description = "an experiment file" };
        var threads = new Option<string?>("--threads") { Description = "how many replications run at once (default: one per core)", HelpName = "N" };
        var keep = new Option<string?>("--keep")
        {
            Description = "where outcomes are kept, so that nothing is computed twice (default: in the user's data folder)",
            HelpName = "FOLDER",
        };
        var afresh = new Option<bool>("--afresh") { Description = "neither use nor keep outcomes" };
        var output = OutOption.Build("write the report into this folder: report.html, experiment.json and CSV tables");
        var force = OutOption.Force();
        var lang = LangOption.Build();
        var command = new Command(
            "run", "Runs an experiment until its rule says that it is enough.\nExample: gridgov experiment run scenarios/experiments/xintian-vs-jimo.yaml --out report")
        {
            path, threads, keep, afresh, output, force, lang,
        };
        command.SetAction(line =>
        {
            var language = LangOption.Read(line, lang);
            var cores = GivenText.Whole("--threads", line.GetValue(threads), 1, MostThreads) ?? Environment.ProcessorCount;
            var plan = ExperimentPlan.Load(line.GetValue(path)!);
            var store = line.GetValue(afresh) ? null : new ReplicationStore(line.GetValue(keep) ?? ReplicationStore.UsualFolder);
            using var report = line.GetValue(output) is { } folder ? ReportOutput.Open(folder, line.GetValue(force)) : null;
            var run = new ExperimentRun(plan, store, (int)cores);
            var result = ExperimentProgressBar.Watch(run, language, terminal);
            if (result is null)
            {
                return ExperimentLines.Stopped(store is not null, terminal);
            }

            report?.Complete(result);
            new ExperimentTables(terminal.Tables(), language).Print(result);
            return ExitCode.Ok;
        });
        return command;
    }
}
