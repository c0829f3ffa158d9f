using System.CommandLine;
using GridGov.Twin.Cli.Printing;
using GridGov.Twin.Client;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Scenarios.Reports;

namespace GridGov.Twin.Cli.Commands;

/// <summary><c>gridgov drill</c>: rehearses drills without people, and fetches what became of those that people played.</summary>
internal static class DrillCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal) =>
        new("drill", "Rehearses drills, and fetches after-action reports.\nExample: gridgov drill rehearse scenarios/drills/burst-main.yaml")
        {
            BuildRehearse(terminal), BuildReport(terminal),
        };

    private static Command BuildRehearse(Terminal terminal)
    {
        var path = new Argument<string>("FILE") { Description = "a drill file" };
        var seed = new Option<string?>("--seed") { Description = "instead of the drill's seed", HelpName = "N" };
        var output = OutOption.Build("write the ideal player's after-action report into this folder: report.html, actions.csv, debrief.json");
        var force = OutOption.Force();
        var lang = LangOption.Build();
        var host = HostOption.Build("play it on this host too, which has the same files, with nobody at the desks: it must end in the same hash", isRequired: false);
        var actor = HostOption.Actor();
        var command = new Command(
            "rehearse",
            "Plays a drill without people, as fast as possible: once with nobody at the players' desks, once with a player who does what is expected as "
            + "soon as it can be done. Fails where something that is expected cannot be done in its time.\n"
            + "Example: gridgov drill rehearse scenarios/drills/burst-main.yaml --out rehearsal")
        {
            path, seed, output, force, lang, host, actor,
        };
        command.SetAction(line =>
        {
            var language = LangOption.Read(line, lang);
            var chosen = (ulong?)GivenText.Whole("--seed", line.GetValue(seed), 0, long.MaxValue);
            var plan = DrillPlan.Load(line.GetValue(path)!).Under(chosen);
            using var report = line.GetValue(output) is { } folder ? DebriefOutput.Open(folder, line.GetValue(force)) : null;
            if (RehearsalProgressBar.Watch(plan, language, terminal) is not var (nobody, ideal))
            {
                return ExitCode.Stopped;
            }

            report?.Complete(name => DebriefReport.File(ideal.Debrief, name));
            var tables = new DrillTables(terminal.Tables(), language);
            tables.Print(nobody, ideal);
            var isSame = line.GetValue(host) is not { } address || PlayedThere(address, plan, nobody, line.GetValue(actor)!, tables, terminal);
            return isSame && DrillTables.AllMet(ideal) ? ExitCode.Ok : ExitCode.NotProved;
        });
        return command;
    }

    private static bool PlayedThere(string address, DrillPlan plan, Rehearsed here, string actor, DrillTables tables, Terminal terminal)
    {
        using var http = HostOption.Connect(address);
        var there = new HostedDrill(new TwinClient(http), terminal).Rehearse(plan, actor);
        return tables.PrintHost(HostOption.NameOf(http), there, here.Hash);
    }

    private static Command BuildReport(Terminal terminal)
    {
        var world = new Argument<string>("WORLD") { Description = "the world of a drill, as the host names it" };
        var host = HostOption.Build("the host", isRequired: true);
        var output = new Option<string>("--out") { Description = "the folder to write into", HelpName = "DIR", Required = true };
        var force = OutOption.Force();
        var command = new Command(
            "report",
            "Fetches the after-action report of a drill that was played on a host.\n"
            + "Example: gridgov drill report drill-burst-main-1 --host http://localhost:5080 --out debrief")
        {
            world, host, output, force,
        };
        command.SetAction(line =>
        {
            using var report = DebriefOutput.Open(line.GetValue(output)!, line.GetValue(force));
            using var http = HostOption.Connect(line.GetValue(host)!);
            var twin = new TwinClient(http);
            report.Complete(name => twin.DebriefFile(line.GetValue(world)!, name, terminal.Stop).GetAwaiter().GetResult());
            return ExitCode.Ok;
        });
        return command;
    }
}
