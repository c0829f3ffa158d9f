using Orleans;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>Counts the calls that grains of this silo get.</summary>
internal sealed class CallCount : IIncomingGrainCallFilter
{
    private long _calls;

    public long Calls => Volatile.Read(ref _calls);

    public Task Invoke(IIncomingGrainCallContext context)
    {
        Interlocked.Increment(ref _calls);
        return context.Invoke();
    }
}
