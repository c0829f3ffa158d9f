using System.CommandLine;
using GridGov.Twin.Cli.Printing;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Staffing;

namespace GridGov.Twin.Cli.Commands;

/// <summary><c>gridgov staff</c>: the least people per shift that meet targets, proved by simulation.</summary>
internal static class StaffCommand
{
    private const int MostThreads = 1_024;

    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var path = new Argument<string>("FILE") { Description = "a staffing question" };
        var threads = new Option<string?>("--threads") { Description = "how many replications run at once (default: one per core)", HelpName = "N" };
        var keep = new Option<string?>("--keep")
        {
            Description = "where outcomes are kept, so that nothing is computed twice (default: in the user's data folder)",
            HelpName = "FOLDER",
        };
        var afresh = new Option<bool>("--afresh") { Description = "neither use nor keep outcomes" };
        var output = OutOption.Build("write staffing.html, staffing.json, tried.csv, trade-off.svg and staffing.yaml into this folder");
        var force = OutOption.Force();
        var lang = LangOption.Build();
        var command = new Command(
            "staff", "Finds the least people per shift that meet targets, and proves them by simulation.\nExample: gridgov staff scenarios/staffing/first-day.yaml --out staff")
        {
            path, threads, keep, afresh, output, force, lang,
        };
        command.SetAction(line =>
        {
            var language = LangOption.Read(line, lang);
            var cores = GivenText.Whole("--threads", line.GetValue(threads), 1, MostThreads) ?? Environment.ProcessorCount;
            var plan = StaffingPlan.Load(line.GetValue(path)!);
            var store = line.GetValue(afresh) ? null : new ReplicationStore(line.GetValue(keep) ?? ReplicationStore.UsualFolder);
            using var files = line.GetValue(output) is { } folder ? StaffingOutput.Open(folder, line.GetValue(force)) : null;
            var result = StaffingProgressLine.Watch(new StaffingSearch(plan, store, (int)cores), language, terminal);
            if (result is null)
            {
                return ExperimentLines.Stopped(store is not null, terminal);
            }

            files?.Complete(result);
            new StaffingTables(terminal.Tables(), language).Print(result);
            return ExitCode.Ok;
        });
        return command;
    }
}
