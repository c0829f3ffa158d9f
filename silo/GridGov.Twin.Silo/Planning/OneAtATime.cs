using GridGov.Twin.Contracts;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Planning;

/// <summary>Lets one job run at a time, an experiment or the proofs. Safe for use by any thread.</summary>
internal sealed class OneAtATime
{
    private readonly Lock _gate = new();
    private Job? _last;

    /// <summary>Starts a job, after <paramref name="before"/>.</summary>
    /// <exception cref="WorldRefusedException">Another runs.</exception>
    public void Start(Job job, Action before)
    {
        lock (_gate)
        {
            if (_last is { IsRunning: true, Title: var title })
            {
                throw new WorldRefusedException(
                    409, "one-runs", new Name($"{title.Zh} 正在运行，请等它结束或先停止", $"{title.En}: under way; wait for the end or stop it first"));
            }

            before();
            _last = job;
            job.Start();
        }
    }
}
