namespace GridGov.Twin.Journal.Stores;

/// <summary>Tells of changes inside one process.</summary>
internal sealed class Pulse
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the next beat completes.</summary>
    public Task Next
    {
        get
        {
            lock (_gate)
            {
                return _next.Task;
            }
        }
    }

    public void Beat()
    {
        lock (_gate)
        {
            _next.TrySetResult();
            _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}

/// <summary>Hears a pulse. Another process that writes the same file is not heard, but asked after now and then.</summary>
internal sealed class PulseNews(Pulse pulse) : INews
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private Task? _heard;

    public bool Wait(TimeSpan most, CancellationToken stop)
    {
        try
        {
            return (_heard ??= pulse.Next).Wait((int)(most < BetweenLooks ? most : BetweenLooks).TotalMilliseconds, stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            _heard = _heard is { IsCompleted: false } ? _heard : pulse.Next;
        }
    }

    public void Dispose()
    {
    }
}
