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
        new("experiment", "Compares variants of a scenario over many replications.") { BuildRun(terminal), BuildStop(terminal) };

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
        var host = HostOption.Build("run it on this host, which has the same files, instead of here; a silo of a cluster spreads it over all silos", isRequired: false);
        var actor = HostOption.Actor();
        var command = new Command(
            "run", "Runs an experiment until its rule says that it is enough.\nExample: gridgov experiment run scenarios/experiments/xintian-vs-jimo.yaml --out report")
        {
            path, threads, keep, afresh, output, force, lang, host, actor,
        };
        command.SetAction(line =>
        {
            var language = LangOption.Read(line, lang);
            if (line.GetValue(host) is { } address)
            {
                RejectWithHost(("--threads", line.GetValue(threads)), ("--keep", line.GetValue(keep)), ("--afresh", line.GetValue(afresh) ? "" : null));
                using var http = HostOption.Connect(address);
                return new HostedExperiment(http, line.GetValue(path)!, language, terminal).Run(line.GetValue(actor)!, line.GetValue(output), line.GetValue(force));
            }

            var cores = GivenText.Whole("--threads", line.GetValue(threads), 1, MostThreads) ?? Environment.ProcessorCount;
            var plan = ExperimentPlan.Load(line.GetValue(path)!);
            var store = line.GetValue(afresh) ? null : new ReplicationStore(line.GetValue(keep) ?? ReplicationStore.UsualFolder);
            using var report = line.GetValue(output) is { } folder ? ReportOutput.Open(folder, line.GetValue(force)) : null;
            var run = new ExperimentRun(plan, store, (int)cores);
            var result = new ExperimentProgressBar(language, terminal).Watch(run);
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

    private static Command BuildStop(Terminal terminal)
    {
        var path = new Argument<string>("FILE") { Description = "an experiment file" };
        var host = HostOption.Build("the host that runs it", isRequired: true);
        var actor = HostOption.Actor();
        var command = new Command(
            "stop",
            "Stops an experiment that runs on a host; what is done is kept there.\n"
            + "Example: gridgov experiment stop scenarios/experiments/xintian-vs-jimo.yaml --host http://localhost:5080")
        {
            path, host, actor,
        };
        command.SetAction(line =>
        {
            using var http = HostOption.Connect(line.GetValue(host)!);
            return new HostedExperiment(http, line.GetValue(path)!, Language.Both, terminal).Stop(line.GetValue(actor)!);
        });
        return command;
    }

    private static void RejectWithHost(params (string Option, string? Given)[] options)
    {
        foreach (var (option, given) in options.Where(one => one.Given is not null))
        {
            throw GivenText.Rejected(option, given!, "nothing beside --host", "a host decides itself how many run at once and where outcomes are kept");
        }
    }
}
