using System.CommandLine;
using System.CommandLine.Parsing;
using GridGov.Twin.Cli.Commands;
using GridGov.Twin.Cli.Printing;

namespace GridGov.Twin.Cli;

/// <summary>The command <c>gridgov</c>: what it can do, and what it says when something goes wrong.</summary>
public static class GridGovCommand
{
    /// <summary>Runs the command line and says how it ended.</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(terminal);
        var debug = new Option<bool>("--debug") { Description = "show where in the program a fault comes from", Recursive = true };
        var root = Root(terminal, debug);
        var line = root.Parse(args);
        if (line.Errors.Count > 0)
        {
            return SayErrors(line, terminal);
        }

        try
        {
            return line.Invoke(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception fault)
        {
            return Faults.Say(fault, line.GetValue(debug), terminal);
        }
    }

    private static RootCommand Root(Terminal terminal, Option<bool> debug)
    {
        var root = new RootCommand(
            "GridGov Twin: a deterministic digital twin of urban grid governance 网格化治理.\n"
            + "Example: gridgov run scenarios/first-day --seed 7");
        root.Options.Add(debug);
        root.Subcommands.Add(RunCommand.Build(terminal));
        root.Subcommands.Add(ImportCommand.Build(terminal));
        root.Subcommands.Add(ReplayCommand.Build(terminal));
        root.Subcommands.Add(CalibrateCommand.Build(terminal));
        root.Subcommands.Add(ValidateCommand.Build(terminal));
        root.Subcommands.Add(CatalogueCommand.Build(terminal));
        root.Subcommands.Add(CityCommand.Build(terminal));
        root.Subcommands.Add(ExperimentCommand.Build(terminal));
        root.Subcommands.Add(DrillCommand.Build(terminal));
        root.Subcommands.Add(ProveCommand.Build(terminal));
        root.Subcommands.Add(StaffCommand.Build(terminal));
        root.Subcommands.Add(JournalCommand.Build(terminal));
        root.Subcommands.Add(ClusterCommand.Build(terminal));
        return root;
    }

    private static int SayErrors(ParseResult line, Terminal terminal)
    {
        foreach (var error in line.Errors)
        {
            terminal.Error.WriteLine($"gridgov: {error.Message}");
        }

        terminal.Error.WriteLine($"gridgov: '{CommandPath(line.CommandResult)} --help' shows what can be said");
        return ExitCode.Rejected;
    }

    private static string CommandPath(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{CommandPath(parent)} {command.Command.Name}" : "gridgov";
}
