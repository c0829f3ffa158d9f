using GridGov.Twin.Engine.Snapshots;

namespace GridGov.Twin.Domain.Worlds;

/// <summary>
/// Grains that come and go: states by number, taken from a pool so that a long run allocates nothing per grain.
/// Their order in a snapshot is the order of their numbers, whatever came and went before.
/// </summary>
/// <typeparam name="TState">The grains' state.</typeparam>
public sealed class Living<TState>
    where TState : class, new()
{
    private readonly Dictionary<long, TState> _alive = [];
    private readonly Stack<TState> _pool = new();

    /// <summary>How many there are.</summary>
    public int Count => _alive.Count;

    /// <summary>The states with their numbers, in the order of the numbers.</summary>
    public IEnumerable<(long Number, TState State)> InOrder => _alive.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value));

    /// <summary>The state of a grain, or null if it is not there.</summary>
    public TState? Find(long number) => _alive.GetValueOrDefault(number);

    /// <summary>Gives a new grain a state; the grain itself makes it as new.</summary>
    public TState Add(long number)
    {
        var state = _pool.TryPop(out var used) ? used : new TState();
        _alive.Add(number, state);
        return state;
    }

    /// <summary>Lets a grain go.</summary>
    public void Remove(long number)
    {
        if (_alive.Remove(number, out var state))
        {
            _pool.Push(state);
        }
    }

    /// <summary>Writes all grains.</summary>
    public void Write(SnapshotWriter writer, Action<TState, SnapshotWriter> write)
    {
        writer.Value(_alive.Count);
        foreach (var (number, state) in InOrder)
        {
            writer.Value(number);
            write(state, writer);
        }
    }

    /// <summary>Replaces all grains by the written ones.</summary>
    public void Read(SnapshotReader reader, Action<TState, SnapshotReader> read)
    {
        foreach (var state in _alive.Values)
        {
            _pool.Push(state);
        }

        _alive.Clear();
        for (var left = reader.Value<int>(); left > 0; left--)
        {
            read(Add(reader.Value<long>()), reader);
        }
    }
}
