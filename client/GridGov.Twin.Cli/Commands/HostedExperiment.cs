using System.Diagnostics;
using GridGov.Twin.Cli.Printing;
using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Reports;

namespace GridGov.Twin.Cli.Commands;

/// <summary>
/// An experiment that runs on a host instead of here. The host has its own copy of the files, which must say the same as those here; it goes on
/// when nobody watches.
/// </summary>
internal sealed class HostedExperiment(HttpClient http, string path, Language language, Terminal terminal)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan MostSilence = TimeSpan.FromMinutes(1);
    private readonly TwinClient _twin = new(http);
    private readonly string _id = Path.GetFileNameWithoutExtension(path);

    private string Host => HostOption.NameOf(http);

    /// <summary>Runs it, or watches it where it runs already; fetches the report where it is wanted.</summary>
    public int Run(string actor, string? output, bool force)
    {
        var plan = ExperimentPlan.Load(path);
        var there = Find();
        using var report = output is null ? null : ReportOutput.Open(plan, output, force);
        if (there.State != "running")
        {
            Ask(_twin.RunExperiment(_id, actor, CancellationToken.None));
        }

        var row = new ExperimentProgressBar(language, terminal).Watch(plan, Follow);
        switch (row.State)
        {
            case "done":
                report?.Complete(Ask(_twin.Experiment(_id, terminal.Stop))!.Files.Select(name => (name, Ask(_twin.ReportFile(_id, name, terminal.Stop)))));
                return ExperimentLines.Answered(row, Host, language, terminal);
            case "running":
                return ExperimentLines.Left(path, Host, terminal);
            case "stopped" or "idle":
                return ExperimentLines.StoppedThere(Host, terminal);
            default:
                throw new ExperimentFailedException($"{Host}: {row.Problem?.En}{string.Concat(row.Findings.Select(finding => $"; {Text(finding)}"))}");
        }
    }

    /// <summary>Stops it.</summary>
    public int Stop(string actor)
    {
        Ask(_twin.StopExperiment(_id, actor, terminal.Stop));
        return ExperimentLines.Stopping(Host, terminal);
    }

    private ExperimentRow Find()
    {
        var hash = ExperimentHash.Of(path);
        if (Ask(_twin.Experiment(_id, terminal.Stop)) is not { } there)
        {
            var known = Ask(_twin.Experiments(terminal.Stop)).Select(row => row.Id).ToArray();
            throw Rejected(_id, known.Length == 0 ? "a host that has experiments" : $"one of {string.Join(", ", known)}", $"{Host} has no such experiment");
        }

        return there.Inputs == hash ? there.Row : throw Rejected(
            hash, there.Inputs ?? $"files that can be used: {string.Join("; ", there.Row.Findings.Select(Text))}",
            $"{Host} has another text of this experiment, or of a file that it points at");
    }

    // A host that is away for a moment is waited for: the experiment may go on there. From here on a wish to stop ends the watching only.
    private ExperimentRow Follow(Action<ExperimentProgressView> see)
    {
        var row = Ask(_twin.ExperimentProgress(_id, CancellationToken.None));
        for (var heard = Stopwatch.StartNew(); row.State == "running" && !terminal.Stop.WaitHandle.WaitOne(BetweenLooks);)
        {
            try
            {
                row = Ask(_twin.ExperimentProgress(_id, terminal.Stop));
                heard.Restart();
            }
            catch (HttpRequestException) when (heard.Elapsed < MostSilence)
            {
                continue;
            }
            catch (OperationCanceledException) when (terminal.Stop.IsCancellationRequested)
            {
                return row;
            }

            if (row.Progress is { } progress)
            {
                see(progress);
            }
        }

        return row;
    }

    private InputRejectedException Rejected(string found, string expected, string message) => new(new Finding(path, 0, found, expected, message));

    private static string Text(FindingView finding) => $"{finding.File}:{finding.Line}: {finding.Message.En}";

    private static T Ask<T>(Task<T> answer) => answer.GetAwaiter().GetResult();
}
