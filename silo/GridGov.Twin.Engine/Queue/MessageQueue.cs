using System.Runtime.CompilerServices;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Engine.Queue;

/// <summary>
/// The pending messages of one world in total order. Letters stay where they were put until they have been handled; only
/// their slot numbers move. Ordinary messages due now take a lane of their own, first in, first out.
/// </summary>
internal sealed class MessageQueue
{
    private TimingWheel _later = new();
    private Lane _now = new();
    private Letter[] _letters = new Letter[64];
    private int[] _free = new int[64];
    private int _freeCount;
    private int _used;

    /// <summary>How many letters were ever put in: the next letter's sequence.</summary>
    public ulong Sequence { get; private set; }

    public int Count => _later.Count + _now.Count;

    public ref readonly Letter this[int slot] => ref _letters[slot];

    /// <summary>Room for a letter; the caller fills it and then puts it in with <see cref="Put"/> or <see cref="PutNow"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Letter Reserve(out int slot)
    {
        slot = _freeCount > 0 ? _free[--_freeCount] : Grow();
        return ref _letters[slot];
    }

    /// <summary>Puts a letter in at any time that is not past.</summary>
    public void Put(int slot, long dueMs, byte priority) => _later.Push(new Key(dueMs, priority, Sequence++), slot);

    /// <summary>Puts an ordinary letter in that is due at the present moment, which lasts until the lane is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PutNow(int slot, long nowMs) => _now.Add(new Key(nowMs, Turn.OrdinaryPriority, Sequence++), slot);

    /// <summary>Takes the first letter due before <paramref name="endMs"/>. Its slot stays readable until <see cref="Free"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(long endMs, out int slot, out long dueMs)
    {
        if (!TryPeek(out slot, out dueMs, out var fromLater) || dueMs >= endMs)
        {
            return false;
        }

        if (fromLater)
        {
            _later.Pop();
        }
        else
        {
            _now.Pop();
        }

        return true;
    }

    /// <summary>When the first letter is due and where it lies; false if there is none.</summary>
    public bool TryPeek(out int slot, out long dueMs) => TryPeek(out slot, out dueMs, out _);

    /// <summary>Gives a taken letter's slot back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free(int slot) => _free[_freeCount++] = slot;

    /// <summary>All pending keys and their slots, in total order.</summary>
    public List<Entry> InOrder()
    {
        var all = new List<Entry>(Count);
        _later.CopyTo(all);
        _now.CopyTo(all);
        all.Sort((a, b) => a.Key.IsBefore(b.Key) ? -1 : b.Key.IsBefore(a.Key) ? 1 : 0);
        return all;
    }

    /// <summary>Forgets everything and goes on counting at <paramref name="sequence"/>.</summary>
    public void Clear(ulong sequence)
    {
        _later.Clear();
        _now.Clear();
        _freeCount = 0;
        _used = 0;
        Sequence = sequence;
    }

    /// <summary>Puts a letter back in at the place it had when it was saved.</summary>
    public void PutBack(Key key, in Letter letter)
    {
        Reserve(out var slot) = letter;
        _later.Push(key, slot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPeek(out int slot, out long dueMs, out bool fromLater)
    {
        fromLater = _later.Settle() && (_now.Count == 0 || _later.First.Key.IsBefore(_now.First.Key));
        if (!fromLater && _now.Count == 0)
        {
            (slot, dueMs) = (0, 0);
            return false;
        }

        ref readonly var first = ref fromLater ? ref _later.First : ref _now.First;
        (slot, dueMs) = (first.Slot, first.Key.DueMs);
        return true;
    }

    private int Grow()
    {
        if (_used == _letters.Length)
        {
            Array.Resize(ref _letters, _used * 2);
            Array.Resize(ref _free, _used * 2);
        }

        return _used++;
    }
}
