using GridGov.Twin.Orleans.Shell;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>A place on one silo where one world at a time is run from its beginning to its end. Its key is the silo and a number.</summary>
internal interface IReplicationGrain : IGrainWithStringKey
{
    /// <summary>How many places its silo has.</summary>
    [ResponseTimeout(ReplicationGrain.MostSilence)]
    Task<int> Places();

    /// <summary>Begins a run; false where this is not the silo of the key, or where another run has not ended yet.</summary>
    [ResponseTimeout(ReplicationGrain.MostSilence)]
    Task<bool> Begin(Guid run, byte[] asked);

    /// <summary>Waits a few seconds for a run's end. Whoever wants it asks again and again; what nobody asks for is stopped.</summary>
    [ResponseTimeout(ReplicationGrain.MostSilence)]
    Task<RunNews> Ask(Guid run);

    /// <summary>Stops a run.</summary>
    [ResponseTimeout(ReplicationGrain.MostSilence)]
    Task Stop(Guid run);
}

/// <summary>How a run stands: known or lost, and what it was answered with when it has ended.</summary>
[GenerateSerializer]
[Immutable]
internal sealed record RunNews(bool IsKnown, byte[]? Answer, string? Problem);

/// <summary>Runs worlds on a thread of its own, so that the calls of other grains do not wait for it.</summary>
[SiloPlacement]
[Reentrant]
[GrainType("replication")]
internal sealed class ReplicationGrain(IRunDesk desk, ILocalSiloDetails silo) : Grain, IReplicationGrain
{
    /// <summary>A silo that says nothing for so long is taken for gone.</summary>
    public const string MostSilence = "00:00:15";

    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);
    private Course? _course;

    public Task<int> Places() => Task.FromResult(desk.AtOnce);

    public Task<bool> Begin(Guid run, byte[] asked)
    {
        var here = silo.SiloAddress.ToParsableString();
        if (this.GetPrimaryKeyString().Split('/')[0] != here || _course is { Answer.IsCompleted: false })
        {
            return Task.FromResult(_course?.Run == run);
        }

        _course?.Stopping.Dispose();
        _course = new Course(run, new TaskCompletionSource<byte[]?>(TaskCreationOptions.RunContinuationsAsynchronously), new CancellationTokenSource(Forgotten));
        var course = _course;
        var name = $"{silo.Name} ({silo.SiloAddress.Endpoint})";
        new Thread(() => Live(course, name, asked)) { Name = $"replication {run}", IsBackground = true, Priority = ThreadPriority.BelowNormal }.Start();
        return Task.FromResult(true);
    }

    public async Task<RunNews> Ask(Guid run)
    {
        if (_course is not { } course || course.Run != run || (course.Stopping.IsCancellationRequested && !course.Answer.IsCompletedSuccessfully))
        {
            return new RunNews(false, null, null);
        }

        course.Stopping.CancelAfter(Forgotten);
        await Task.WhenAny(course.Answer, Task.Delay(MostWait));
        return !course.Answer.IsCompleted ? new RunNews(true, null, null)
            : course.Answer.Exception is { } fault ? new RunNews(true, null, fault.InnerException!.Message)
            : new RunNews(course.Answer.Result is not null, course.Answer.Result, null);
    }

    public Task Stop(Guid run)
    {
        if (_course?.Run == run)
        {
            _course.Stopping.Cancel();
        }

        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _course?.Stopping.Cancel();
        return Task.CompletedTask;
    }

    private void Live(Course course, string name, byte[] asked)
    {
        try
        {
            course.Done.SetResult(desk.Run(name, asked, course.Stopping.Token));
        }
        catch (Exception fault)
        {
            // Whatever it was, it ends this run and not the silo with the worlds on it.
            course.Done.SetException(fault);
        }
    }

    private sealed record Course(Guid Run, TaskCompletionSource<byte[]?> Done, CancellationTokenSource Stopping)
    {
        public Task<byte[]?> Answer => Done.Task;
    }
}
