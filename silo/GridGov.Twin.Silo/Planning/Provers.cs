using System.Diagnostics;
using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Proofs;
using GridGov.Twin.Scenarios.Reports;
using GridGov.Twin.Silo.Api;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Planning;

/// <summary>
/// The proofs as whoever doubts uses them: run, one at a time with the experiments, stopped, looked at. Safe for use by any thread.
/// </summary>
internal sealed class Provers(
    ProofShelf shelf, ExperimentShelf experiments, Planners planners, OneAtATime turn, TimeProvider clock, ILogger<Provers> log) : IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private Job? _job;
    private ProofProgressView _progress = new([], 0);

    /// <summary>How the proofs stand.</summary>
    public ProofView View()
    {
        var (job, last) = (_job, shelf.Last);
        return new ProofView(
            job?.State ?? (last is null ? "idle" : "done"), job?.Findings ?? [], job?.Problem, job is { IsRunning: true } ? _progress : null, last);
    }

    /// <summary>Starts them; what an earlier run computed is found again. Who did is in the audit log first.</summary>
    /// <exception cref="WorldRefusedException">There are none, something runs already, or the audit log cannot be written.</exception>
    public ProofView Run(string actor)
    {
        var folder = shelf.Folder ?? throw Problems.NotFound("no-proofs", "没有自证文件", "there are no files of proofs");
        lock (_gate)
        {
            var job = new Job(new Name("自证", "the proofs"), stop => Compute(folder, actor, stop), found => SourceFiles.Told(folder, found), log);
            turn.Start(job, () =>
            {
                planners.Audit(actor, "run-proofs", "");
                _progress = new([], 0);
            });
            _job?.Dispose();
            _job = job;
        }

        return View();
    }

    /// <summary>Stops them.</summary>
    /// <exception cref="WorldRefusedException">They do not run.</exception>
    public ProofView Stop(string actor)
    {
        lock (_gate)
        {
            if (_job is not { IsRunning: true } job)
            {
                throw new WorldRefusedException(409, "not-running", new Name("自证没有在运行", "the proofs do not run"));
            }

            job.Stop();
            planners.Audit(actor, "stop-proofs", "");
        }

        return View();
    }

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
            _job?.Dispose();
            _job = null;
        }
    }

    private bool Compute(string folder, string actor, CancellationToken stop)
    {
        var wall = Stopwatch.StartNew();
        var run = new ProofRun(folder, experiments.Store, Job.Threads);
        using var report = shelf.OpenReport();
        if (run.Run((part, share) => _progress = ProgressOf(run.Parts, part, share, wall.Elapsed), stop) is not { } proof)
        {
            return false;
        }

        report.Complete(proof);
        shelf.Keep(new ProofAnswer(
            Wording.Of(ProofReport.AnswerOf(proof)), proof.Holds, WireTime.Of(clock.GetUtcNow()), actor,
            Math.Round(wall.Elapsed.TotalSeconds, 1)));
        return true;
    }

    // Parts run one after the other: those before are done, those after have not begun.
    private static ProofProgressView ProgressOf(ProofPart[] parts, string part, double share, TimeSpan elapsed)
    {
        var now = Array.FindIndex(parts, one => one.Id == part);
        return new ProofProgressView(
            [.. parts.Select((one, index) => new ProofPartView(one.Id, Wording.Of(one.Title), index < now ? 1 : index > now ? 0 : share))],
            Math.Round(elapsed.TotalSeconds, 1));
    }
}
