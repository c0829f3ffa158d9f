using Orleans;
using Orleans.Runtime;

namespace GridGov.Twin.Benchmarks.Cluster;

/// <summary>The least an Orleans grain can do and be durable: it writes the bytes it is given.</summary>
internal interface IBareGrain : IGrainWithIntegerKey
{
    /// <summary>Writes the bytes; done when they are durable.</summary>
    Task Write(byte[] bytes);

    /// <summary>Does nothing but being there.</summary>
    Task Touch();
}

/// <summary>What a bare grain writes.</summary>
public sealed class BareState
{
    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; set; } = [];
}

/// <inheritdoc cref="IBareGrain"/>
internal sealed class BareGrain([PersistentState("bare", "gridgov")] IPersistentState<BareState> kept) : Grain, IBareGrain
{
    public Task Write(byte[] bytes)
    {
        kept.State.Bytes = bytes;
        return kept.WriteStateAsync();
    }

    public Task Touch() => Task.CompletedTask;
}
