using System.CommandLine;
using GridGov.Twin.Cli.Printing;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Replay;

namespace GridGov.Twin.Cli.Commands;

/// <summary><c>gridgov replay</c>: feeds a real log of service requests into a scenario's district and runs the workflow on them.</summary>
internal static class ReplayCommand
{
    private const int MostDays = 36_600;

    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var path = new Argument<string>("PATH") { Description = "a scenario folder, or a scenario file; its own demand is switched off" };
        var cases = new Option<string>("--cases") { Description = "the log: a CSV file, plain or gzip", HelpName = "FILE", Required = true };
        var mapping = new Option<string>("--mapping") { Description = "how its rows are read: a .yaml file, or sf311 or nyc311", HelpName = "FILE", Required = true };
        var days = new Option<string?>("--days") { Description = "replay the log's first days only", HelpName = "N" };
        var seed = new Option<string?>("--seed") { Description = "the seed of what the log does not say (default: the scenario's)", HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "print the result as JSON instead of tables" };
        var output = OutOption.Build("write rows.csv, events.csv, cases.csv, indicators.csv and run.json into this folder");
        var force = OutOption.Force();
        var lang = LangOption.Build();
        var command = new Command(
            "replay", "Replays a real log of service requests in a district.\nExample: gridgov replay scenarios/first-day --cases sf311.csv.gz --mapping sf311")
        {
            path, cases, mapping, days, seed, json, output, force, lang,
        };
        command.SetAction(line =>
        {
            var language = LangOption.Read(line, lang);
            var logged = LoggedWorld.Load(new ReplayRequest(line.GetValue(path)!, line.GetValue(cases)!, line.GetValue(mapping)!)
            {
                Days = (int?)GivenText.Whole("--days", line.GetValue(days), 1, MostDays),
                Seed = (ulong?)GivenText.Whole("--seed", line.GetValue(seed), 0, long.MaxValue),
            });
            var run = new ReplayRun(logged);
            using var files = line.GetValue(output) is { } folder ? RunOutput.Follow(run.Listen, logged.Plan, folder, line.GetValue(force)) : null;
            if (!RunProgressBar.Watch(run.Run, terminal))
            {
                return RunLines.Stopped(run.Progress, terminal);
            }

            Finish(run, logged, files, line.GetValue(json), new RunTables(terminal.Tables(), language), terminal);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Finish(ReplayRun run, LoggedWorld logged, RunOutput? files, bool asJson, RunTables tables, Terminal terminal)
    {
        var (result, counts) = (run.Result(), run.Counts());
        var json = ReplayOutput.Text(logged, counts, run.Undecided, result);
        files?.Complete(result, json, fresh => ReplayOutput.WriteRows(logged, Path.Combine(fresh, ReplayOutput.RowsFile)));
        if (asJson)
        {
            terminal.Out.WriteLine(json);
        }
        else
        {
            tables.PrintReplay(result, logged, counts, run.Undecided);
        }

        RunLines.Speed(result, terminal);
    }
}
