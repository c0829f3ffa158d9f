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

    private int Grow()
    {
        if (_used == _generation.Length)
        {
            Array.Resize(ref _generation, _generation.Length * 2);
        }

        return _used++;
    }
}
