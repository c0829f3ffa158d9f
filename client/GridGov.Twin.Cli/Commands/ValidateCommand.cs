using System.CommandLine;
using GridGov.Twin.Cli.Printing;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Cli.Commands;

/// <summary><c>gridgov validate</c>: checks any file people write, and says what is wrong with it and where.</summary>
internal static class ValidateCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "scenarios, drills, workflows, catalogues, calendars, replay mappings, city folders or GeoJSON files",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("validate", "Checks files people write; workflows are proved sound.\nExample: gridgov validate scenarios/first-day my-workflow.yaml") { paths };
        command.SetAction(line =>
        {
            var isOk = true;
            foreach (var path in line.GetValue(paths)!)
            {
                isOk &= Check(path, terminal);
            }

            return isOk ? ExitCode.Ok : ExitCode.Rejected;
        });
        return command;
    }

    private static bool Check(string path, Terminal terminal)
    {
        try
        {
            terminal.Out.WriteLine($"{path}: ok ({InputCheck.Check(path)})");
            return true;
        }
        catch (InputRejectedException rejected)
        {
            Faults.Findings(rejected.Findings, terminal);
            return false;
        }
    }
}
