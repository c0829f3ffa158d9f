using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Silo.Planning;

/// <summary>
/// Long work of planners on a thread of its own, with fewer replications at once than there are cores: the live worlds keep one. Whatever goes
/// wrong ends this work only.
/// </summary>
/// <param name="title">What it is called.</param>
/// <param name="compute">The work; false where it was stopped before its end.</param>
/// <param name="tell">Findings as people see them.</param>
/// <param name="log">Where a fault is noted.</param>
internal sealed partial class Job(Name title, Func<CancellationToken, bool> compute, Func<IEnumerable<Finding>, FindingView[]> tell, ILogger log) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Thread? _thread;

    /// <summary>How many replications run at once.</summary>
    public static int Threads => Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>What it is called.</summary>
    public Name Title => title;

    /// <summary>running, done, stopped or failed.</summary>
    public string State { get; private set; } = "running";

    /// <summary>What turned out to be wrong in a file it points at.</summary>
    public FindingView[] Findings { get; private set; } = [];

    /// <summary>Why it failed.</summary>
    public Name? Problem { get; private set; }

    public bool IsRunning => State == "running";

    public void Start()
    {
        _thread = new Thread(Run) { Name = title.En, IsBackground = true, Priority = ThreadPriority.BelowNormal };
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
            State = compute(_stop.Token) ? "done" : "stopped";
        }
        catch (InputRejectedException wrong)
        {
            Findings = tell(wrong.Findings);
            Fail(new Name("文件有误", "a file is wrong"));
        }
        catch (ExperimentFailedException failed)
        {
            Fail(new Name(ChineseOfFindings.Of(failed.Message), failed.Message));
        }
        catch (Exception fault)
        {
            // Whatever it was, it ends this work and not the process with the worlds in it.
            LogFailure(title.En, fault);
            Fail(new Name($"运行出错：{fault.Message}", $"the run failed: {fault.Message}"));
        }
    }

    private void Fail(Name problem)
    {
        Problem = problem;
        State = "failed";
    }

    [LoggerMessage(LogLevel.Error, "Of the planners' work, {Work} failed")]
    private partial void LogFailure(string work, Exception fault);
}
