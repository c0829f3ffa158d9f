using GridGov.Twin.Engine.Snapshots;

namespace GridGov.Twin.Engine.Grains;

/// <summary>The name of a started timer, kept in a grain's state so that it can be cancelled. Default: no timer.</summary>
public readonly record struct TimerId(int Slot, uint Generation)
{
    /// <summary>Whether this names no timer.</summary>
    public bool IsNone => Generation == 0;
}

/// <summary>
/// Which timers still run. A cancelled timer's message stays in the queue, but is dropped when its time comes:
/// its generation no longer matches.
/// </summary>
public sealed class Timers
{
    private uint[] _generation = new uint[16];
    private int[] _free = new int[16];
    private int _freeCount;
    private int _used;

    /// <summary>How many cancelled timers' messages are still in the queue.</summary>
    internal int Dead { get; private set; }

    /// <summary>Starts a timer.</summary>
    public TimerId Start()
    {
        var slot = _freeCount > 0 ? _free[--_freeCount] : Grow();
        return new TimerId(slot, ++_generation[slot]);
    }

    /// <summary>Ends a timer because it is due or cancelled; false if it had ended before.</summary>
    public bool End(TimerId timer)
    {
        if (timer.IsNone || timer.Slot >= _used || _generation[timer.Slot] != timer.Generation)
        {
            return false;
        }

        // Generations only grow, so a slot can be given out again at once.
        _generation[timer.Slot]++;
        if (_freeCount == _free.Length)
        {
            Array.Resize(ref _free, _free.Length * 2);
        }

        _free[_freeCount++] = timer.Slot;
        return true;
    }

    /// <summary>Whether a message with this timer is still to be handled: it has none, or one that runs.</summary>
    public bool Runs(TimerId timer) => timer.IsNone || (timer.Slot < _used && _generation[timer.Slot] == timer.Generation);

    /// <summary>Ends a timer whose message is still in the queue.</summary>
    internal void Cancel(TimerId timer)
    {
        if (End(timer))
        {
            Dead++;
        }
    }

    /// <summary>Notes that a cancelled timer's message has been dropped.</summary>
    internal void Drop() => Dead--;

    /// <summary>The same timers, with no messages of cancelled ones in a queue.</summary>
    internal Timers Copy()
    {
        var writer = new SnapshotWriter();
        Write(writer);
        return Read(new SnapshotReader(writer.Written.ToArray()));
    }

    /// <summary>Writes which timers run and which slot is given out next.</summary>
    public void Write(SnapshotWriter writer)
    {
        writer.Row<uint>(_generation.AsSpan(0, _used));
        writer.Row<int>(_free.AsSpan(0, _freeCount));
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static Timers Read(SnapshotReader reader)
    {
        var timers = new Timers();
        var generation = reader.Row<uint>();
        var free = reader.Row<int>();
        (timers._used, timers._freeCount) = (generation.Length, free.Length);
        if (free.Length > generation.Length)
        {
            throw new FormatException($"snapshot: {free.Length} free timers of {generation.Length}");
        }

        Array.Resize(ref generation, Math.Max(16, generation.Length));
        Array.Resize(ref free, Math.Max(16, free.Length));
        (timers._generation, timers._free) = (generation, free);
        return timers;
    }

    private int Grow()
    {
        if (_used == _generation.Length)
        {
            Array.Resize(ref _generation, _generation.Length * 2);
        }

        return _used++;
    }
}
