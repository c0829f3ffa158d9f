using System.Collections.Concurrent;
using GridGov.Twin.Contracts;
using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Silo.Api;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Planning;

/// <summary>The experiments as planners use them: listed, run one at a time, stopped, looked at. Safe for use by any thread.</summary>
internal sealed class Planners(
    ExperimentShelf shelf, IWorldDirectory worlds, OneAtATime turn, TimeProvider clock, ILogger<ExperimentJob> log, IRunPlaces? cluster = null)
    : IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, ExperimentJob> _jobs = new(StringComparer.Ordinal);

    public ExperimentRow[] All() => [.. ExperimentSource.All(shelf.Folder).Select(Row)];

    /// <summary>The file of an experiment.</summary>
    /// <exception cref="WorldRefusedException">There is no such experiment.</exception>
    public ExperimentSource Source(string id) =>
        ExperimentSource.Find(shelf.Folder, id) ?? throw Problems.NotFound("no-such-experiment", "没有此实验", "there is no such experiment");

    /// <summary>An experiment with the replications of its last run.</summary>
    /// <exception cref="WorldRefusedException">There is no such experiment.</exception>
    public ExperimentView View(string id)
    {
        var (source, result) = (Source(id), shelf.Result(id));
        return new ExperimentView(Row(source), result?.DecidedBy, result?.Replications ?? [], shelf.ReportFiles(id), source.Hash());
    }

    /// <summary>How far a run has come; null where the experiment does not run.</summary>
    /// <exception cref="WorldRefusedException">There is no such experiment.</exception>
    public ExperimentRow Row(string id) => Row(Source(id));

    /// <summary>Starts an experiment. Who did is in the audit log first.</summary>
    /// <exception cref="WorldRefusedException">There is no such experiment, its file is wrong, one runs already, or the audit log cannot be written.</exception>
    public ExperimentRow Run(string id, string actor)
    {
        var source = Source(id);
        if (source.File is null)
        {
            throw Problems.Unusable("bad-experiment", "实验文件有误", "the experiment's file is wrong");
        }

        lock (_gate)
        {
            var job = new ExperimentJob(source, shelf, () => RunnerFor(id), actor, clock, log);
            turn.Start(job.Job, () => Audit(actor, "run-experiment", id));
            if (_jobs.TryRemove(id, out var earlier))
            {
                earlier.Job.Dispose();
            }

            _jobs[id] = job;
        }

        return Row(source);
    }

    /// <summary>Stops an experiment that runs.</summary>
    /// <exception cref="WorldRefusedException">There is no such experiment, or it does not run.</exception>
    public ExperimentRow Stop(string id, string actor)
    {
        var source = Source(id);
        lock (_gate)
        {
            if (_jobs.GetValueOrDefault(id)?.Job is not { IsRunning: true } job)
            {
                throw new WorldRefusedException(409, "not-running", new Name("该实验没有在运行", "the experiment does not run"));
            }

            job.Stop();
            Audit(actor, "stop-experiment", id);
        }

        return Row(source);
    }

    /// <summary>Notes who did what, in the audit log of the first world.</summary>
    /// <exception cref="WorldRefusedException">It cannot be written.</exception>
    public void Audit(string actor, string action, string target) => worlds.All[0].Note(actor, action, target, "done");

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var job in _jobs.Values)
            {
                job.Job.Dispose();
            }

            _jobs.Clear();
        }
    }

    // The live worlds keep a core; a silo of a cluster has the others' cores too.
    private IReplicationRunner RunnerFor(string id) =>
        cluster is null ? new LocalRunner(Job.Threads) : new ClusterRunner(cluster, id, clock, log);

    private ExperimentRow Row(ExperimentSource source)
    {
        var (job, last) = (_jobs.GetValueOrDefault(source.Id), shelf.Result(source.Id)?.Answer);
        var file = Path.GetFileName(source.Path);
        if (source.File is not { } said)
        {
            return new ExperimentRow(source.Id, file, new Name(source.Id, source.Id), new Name("", ""), "invalid", [], source.Findings, null, null, last);
        }

        return new ExperimentRow(
            source.Id, file, Wording.Of(said.Title), Wording.Of(said.Question), job?.Job.State ?? (last is null ? "idle" : "done"), Wording.Of(said.Variants),
            job?.Job.Findings ?? [], job?.Job.Problem, job is { Job.IsRunning: true } ? job.Progress : null, last);
    }
}
