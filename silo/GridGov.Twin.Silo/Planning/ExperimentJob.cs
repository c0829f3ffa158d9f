using System.Diagnostics;
using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Silo.Planning;

/// <summary>
/// One run of an experiment on a thread of its own, its replications where <paramref name="runner"/> says. Whatever goes wrong ends this run only.
/// </summary>
internal sealed partial class ExperimentJob(
    ExperimentSource source, ExperimentShelf shelf, Func<IReplicationRunner> runner, string actor, TimeProvider clock, ILogger log) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ExperimentCourse _course = new();
    private Thread? _thread;

    /// <summary>Which experiment.</summary>
    public string Id => source.Id;

    /// <summary>running, done, stopped or failed.</summary>
    public string State { get; private set; } = "running";

    /// <summary>What turned out to be wrong in a file it points at.</summary>
    public FindingView[] Findings { get; private set; } = [];

    /// <summary>Why it failed.</summary>
    public Name? Problem { get; private set; }

    /// <summary>How far it has come.</summary>
    public ExperimentProgressView Progress => _course.Now;

    public bool IsRunning => State == "running";

    public void Start()
    {
        _thread = new Thread(Run) { Name = $"experiment {Id}", IsBackground = true, Priority = ThreadPriority.BelowNormal };
        _thread.Start();
    }

    /// <summary>Asks for a stop; it ends within moments, and what is done is kept.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>Stops and waits for the end.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _thread?.Join();
        _stop.Dispose();
    }

    private void Run()
    {
        try
        {
            State = Compute() ? "done" : "stopped";
        }
        catch (InputRejectedException wrong)
        {
            Findings = source.Told(wrong.Findings);
            Fail(new Name("文件有误", "a file is wrong"));
        }
        catch (ExperimentFailedException failed)
        {
            Fail(new Name(failed.Message, failed.Message));
        }
        catch (Exception fault)
        {
            // Whatever it was, it ends this run and not the process with the worlds in it.
            LogFailure(Id, fault);
            Fail(new Name($"运行出错：{fault.Message}", $"the run failed: {fault.Message}"));
        }
    }

    private void Fail(Name problem)
    {
        Problem = problem;
        State = "failed";
    }

    private bool Compute()
    {
        var wall = Stopwatch.StartNew();
        var plan = ExperimentPlan.Load(source.Path);
        using var report = shelf.OpenReport(Id);
        var result = new ExperimentRun(plan, shelf.Store, runner()).Run(_course.Tell, _stop.Token);
        if (result is null)
        {
            return false;
        }

        report.Complete(result);
        shelf.Keep(Id, KeptResult.Of(result, actor, clock.GetUtcNow(), wall.Elapsed));
        return true;
    }

    [LoggerMessage(LogLevel.Error, "Experiment {Experiment} failed")]
    private partial void LogFailure(string experiment, Exception fault);
}
