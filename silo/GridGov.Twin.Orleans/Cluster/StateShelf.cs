using GridGov.Twin.Orleans.Shell;
using Orleans.Runtime;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>A grain's state as its row in the grain storage holds it.</summary>
public sealed class KeptGrain
{
    /// <summary>What format the bytes are in; 0 where nothing was kept.</summary>
    public int Format { get; set; }

    /// <summary>After which turn it was taken.</summary>
    public long Turn { get; set; }

    /// <summary>When that turn was, in the world's milliseconds.</summary>
    public long AtMs { get; set; }

    /// <summary>The state.</summary>
    public byte[] Bytes { get; set; } = [];
}

/// <summary>Keeps one grain's state in the grain storage of the cluster.</summary>
internal sealed class StateShelf(IPersistentState<KeptGrain> kept) : IStateShelf
{
    private bool _isFresh = true;

    public async Task<KeptState?> Read()
    {
        // The activation has just read it.
        if (!_isFresh)
        {
            await kept.ReadStateAsync();
        }

        _isFresh = false;
        return kept.RecordExists ? new KeptState(kept.State.Format, kept.State.Turn, kept.State.AtMs, kept.State.Bytes) : null;
    }

    public Task Write(KeptState state)
    {
        kept.State = new KeptGrain { Format = state.Format, Turn = state.Turn, AtMs = state.AtMs, Bytes = state.Bytes };
        return kept.WriteStateAsync();
    }
}
