using System.CommandLine;
using GridGov.Twin.Cli.Printing;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Proofs;
using GridGov.Twin.Scenarios.Reports;

namespace GridGov.Twin.Cli.Commands;

/// <summary><c>gridgov prove</c>: holds the program against closed formulas and published figures.</summary>
internal static class ProveCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var path = new Argument<string>("FOLDER") { Description = "a folder of experiments with expected values, such as scenarios/proofs" };
        var afresh = new Option<bool>("--afresh") { Description = "neither use nor keep outcomes" };
        var quick = new Option<bool>("--quick") { Description = "about a third of the work, with wider intervals; the page says so" };
        var output = OutOption.Build("write proof.html and proof.json into this folder");
        var force = OutOption.Force();
        var lang = LangOption.Build();
        var command = new Command(
            "prove", "Holds the program against closed formulas and published figures; fails where a formula does not hold.\nExample: gridgov prove scenarios/proofs")
        {
            path, quick, afresh, output, force, lang,
        };
        command.SetAction(line =>
        {
            var language = LangOption.Read(line, lang);
            var store = line.GetValue(afresh) ? null : new ReplicationStore(ReplicationStore.UsualFolder);
            var run = new ProofRun(line.GetValue(path)!, store, Environment.ProcessorCount, line.GetValue(quick) ? ProofSize.Quick : ProofSize.Whole);
            using var page = line.GetValue(output) is { } folder ? ProofOutput.Open(folder, line.GetValue(force)) : null;
            if (ProofProgressBar.Watch(run, terminal) is not { } proof)
            {
                return ExperimentLines.Stopped(store is not null, terminal);
            }

            page?.Complete(proof);
            new CheckTable(terminal.Tables(), language).Print(proof);
            return proof.Holds ? ExitCode.Ok : ExitCode.NotProved;
        });
        return command;
    }
}
