using System.Diagnostics;
using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Experiments;

namespace GridGov.Twin.Silo.Planning;

/// <summary>One run of an experiment: its job and its course.</summary>
internal sealed class ExperimentJob
{
    private readonly ExperimentSource _source;
    private readonly ExperimentShelf _shelf;
    private readonly Func<IReplicationRunner> _runner;
    private readonly string _actor;
    private readonly TimeProvider _clock;
    private readonly ExperimentCourse _course = new();

    /// <summary>A run that was not begun yet, its replications where <paramref name="runner"/> says.</summary>
    public ExperimentJob(ExperimentSource source, ExperimentShelf shelf, Func<IReplicationRunner> runner, string actor, TimeProvider clock, ILogger log)
    {
        (_source, _shelf, _runner, _actor, _clock) = (source, shelf, runner, actor, clock);
        Job = new Job(new Name($"实验 {source.Id}", $"experiment {source.Id}"), Compute, source.Told, log);
    }

    /// <summary>The job.</summary>
    public Job Job { get; }

    /// <summary>How far it has come.</summary>
    public ExperimentProgressView Progress => _course.Now;

    private bool Compute(CancellationToken stop)
    {
        var wall = Stopwatch.StartNew();
        var plan = ExperimentPlan.Load(_source.Path);
        using var report = _shelf.OpenReport(_source.Id);
        var result = new ExperimentRun(plan, _shelf.Store, _runner()).Run(_course.Tell, stop);
        if (result is null)
        {
            return false;
        }

        report.Complete(result);
        _shelf.Keep(_source.Id, KeptResult.Of(result, _actor, _clock.GetUtcNow(), wall.Elapsed));
        return true;
    }
}
