using System.CommandLine;
using GridGov.Twin.Cli.Printing;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Cli.Commands;

/// <summary><c>gridgov run</c>: runs a scenario and prints what a planner would look at.</summary>
internal static class RunCommand
{
    private const int MostDays = 36_600;

    private static readonly Dictionary<string, Pace> Paces =
        new[] { "max", "600", "60", "1" }.ToDictionary(word => word, Pace.Parse, StringComparer.Ordinal);

    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var path = new Argument<string>("PATH") { Description = "a scenario folder, or a scenario file" };
        var seed = new Option<string?>("--seed") { Description = "the seed of all chance (default: the scenario's)", HelpName = "N" };
        var days = new Option<string?>("--days") { Description = "how many days to run (default: the scenario's)", HelpName = "N" };
        var pace = new Option<string?>("--pace") { Description = "how fast against the wall clock: max, 600, 60 or 1 times (default: the scenario's)", HelpName = "PACE" };
        var json = new Option<bool>("--json") { Description = "print the result as JSON instead of tables" };
        var output = OutOption.Build("write events.csv, cases.csv, indicators.csv and run.json into this folder");
        var force = OutOption.Force();
        var lang = LangOption.Build();
        var command = new Command("run", "Runs a scenario and prints its indicators.\nExample: gridgov run scenarios/first-day --seed 7 --days 3")
        {
            path, seed, days, pace, json, output, force, lang,
        };
        command.SetAction(line =>
        {
            var language = LangOption.Read(line, lang);
            var given = new Given(line.GetValue(seed), line.GetValue(days), line.GetValue(pace));
            var scenario = ScenarioBuilder.Load(line.GetValue(path)!);
            var terms = Terms(RunTerms.Of(scenario.Run), given);
            var run = new ScenarioRun(scenario.Plan, terms);
            using var files = line.GetValue(output) is { } folder ? RunOutput.Follow(run.Listen, scenario.Plan, folder, line.GetValue(force)) : null;
            if (!RunProgressBar.Watch(run.Run, terminal))
            {
                return RunLines.Stopped(run.Progress, terminal);
            }

            var result = run.Result();
            files?.Complete(result, ReportJson.Text(result));
            if (line.GetValue(json))
            {
                terminal.Out.WriteLine(ReportJson.Text(result));
            }
            else
            {
                new RunTables(terminal.Tables(), language).Print(result, scenario);
            }

            RunLines.Speed(result, terminal);
            return ExitCode.Ok;
        });
        return command;
    }

    private static RunTerms Terms(RunTerms terms, Given given)
    {
        var days = GivenText.Whole("--days", given.Days, 1, MostDays);
        var changed = terms with
        {
            Seed = (ulong?)GivenText.Whole("--seed", given.Seed, 0, long.MaxValue) ?? terms.Seed,
            Length = days is { } number ? Duration.Days(number) : terms.Length,
            Pace = given.Pace is null ? terms.Pace : GivenText.Word("--pace", given.Pace, Paces),
        };
        return changed.WarmUp < changed.Length
            ? changed
            : throw GivenText.Rejected("--days", given.Days!, $"more than the scenario's warm-up of {changed.WarmUp}", "the run ends before anything is counted");
    }

    private sealed record Given(string? Seed, string? Days, string? Pace);
}
