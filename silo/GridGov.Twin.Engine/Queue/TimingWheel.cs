using System.Numerics;
using System.Runtime.CompilerServices;

namespace GridGov.Twin.Engine.Queue;

/// <summary>
/// Slots ordered by key. What is due in the current bucket of about a second lies sorted in the front; everything later hangs,
/// unsorted, in the buckets of a hierarchy of wheels, each 1,024 times coarser than the one below, and is only looked at again
/// when its bucket comes up. A deadline a year away costs hardly more than one a minute away.
/// </summary>
/// <remarks>
/// As long as few keys are held they all lie in the front, whatever their time. Once something hangs in the wheels, the front
/// holds exactly what is due up to the end of the current bucket, until nothing hangs any more.
/// </remarks>
internal struct TimingWheel
{
    // 2^10 ms to a bucket and 2^10 buckets to a wheel; six wheels span every positive number of milliseconds.
    private const int BucketBits = 10;
    private const int WheelBits = 10;
    private const int Wheels = 6;
    private const int WordsPerWheel = (1 << WheelBits) / 64;
    private const int Nothing = -1;

    private Front _front = new();
    private readonly int[] _heads = new int[Wheels << WheelBits];
    private readonly ulong[] _occupied = new ulong[Wheels * WordsPerWheel];
    private readonly int[] _occupiedWords = new int[Wheels];
    private Hook[] _hooks = new Hook[64];
    private int _hanging;
    private long _bucket;

    public TimingWheel() => _heads.AsSpan().Fill(Nothing);

    public readonly int Count => _front.Count + _hanging;

    /// <summary>Brings the earliest key to the front. False if there is none at all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Settle()
    {
        if (!_front.IsEmpty)
        {
            return true;
        }

        if (_hanging == 0)
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>The earliest; only after <see cref="Settle"/> said there is one.</summary>
    public readonly ref readonly Entry First => ref _front.First;

    /// <summary>Takes the earliest away; only after <see cref="Settle"/> said there is one.</summary>
    public void Pop() => _front.Pop();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(Key key, int slot)
    {
        if (_hanging > 0 || !_front.TryPush(key, slot))
        {
            PushAmongMany(key, slot);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _front.Clear();
        _heads.AsSpan().Fill(Nothing);
        _occupied.AsSpan().Clear();
        _occupiedWords.AsSpan().Clear();
        _hanging = 0;
        _bucket = 0;
    }

    /// <summary>Adds every key and slot held to <paramref name="all"/>, in no order.</summary>
    public readonly void CopyTo(List<Entry> all)
    {
        _front.CopyTo(all);
        foreach (var head in _heads)
        {
            for (var slot = head; slot != Nothing; slot = _hooks[slot].Next)
            {
                all.Add(new Entry(_hooks[slot].Key, slot));
            }
        }
    }

    private void PushAmongMany(Key key, int slot)
    {
        if (_hanging == 0)
        {
            // A crowd within one bucket stays in the front: there would be nothing to hang up, again and again.
            if (key.DueMs >> BucketBits <= _front.First.Key.DueMs >> BucketBits)
            {
                _front.Push(key, slot);
                return;
            }

            Spread();
        }

        Place(key, slot);
    }

    private void Place(Key key, int slot)
    {
        var bucket = key.DueMs >> BucketBits;
        if (bucket <= _bucket)
        {
            _front.Push(key, slot);
            return;
        }

        // The highest digit in which the bucket differs from the current one says which wheel it hangs in.
        var wheel = BitOperations.Log2((ulong)(bucket ^ _bucket)) / WheelBits;
        var digit = (int)(bucket >> (wheel * WheelBits)) & ((1 << WheelBits) - 1);
        Hang(key, slot, wheel, digit);
    }

    private void Hang(Key key, int slot, int wheel, int digit)
    {
        if (slot >= _hooks.Length)
        {
            Array.Resize(ref _hooks, Math.Max(_hooks.Length * 2, slot + 1));
        }

        ref var head = ref _heads[(wheel << WheelBits) + digit];
        _hooks[slot].Key = key;
        _hooks[slot].Next = head;
        head = slot;
        _occupied[(wheel * WordsPerWheel) + (digit >> 6)] |= 1UL << (digit & 63);
        _occupiedWords[wheel] |= 1 << (digit >> 6);
        _hanging++;
    }

    // Hangs up what the front holds beyond the bucket of its earliest key. With nothing hanging, the current bucket may be any.
    private void Spread()
    {
        _bucket = _front.First.Key.DueMs >> BucketBits;
        List<Entry> entries = [];
        _front.CopyTo(entries);
        _front.Clear();
        foreach (var entry in entries)
        {
            Place(entry.Key, entry.Slot);
        }
    }

    // Moves on to the next occupied bucket, until the front holds the earliest key.
    private void Advance()
    {
        while (_front.IsEmpty)
        {
            var wheel = 0;
            while (_occupiedWords[wheel] == 0)
            {
                wheel++;
            }

            TakeDown(wheel, FirstDigit(wheel));
        }
    }

    private readonly int FirstDigit(int wheel)
    {
        var word = BitOperations.TrailingZeroCount(_occupiedWords[wheel]);
        return (word * 64) + BitOperations.TrailingZeroCount(_occupied[(wheel * WordsPerWheel) + word]);
    }

    private void TakeDown(int wheel, int digit)
    {
        var above = (wheel + 1) * WheelBits;
        _bucket = (_bucket >> above << above) | ((long)digit << (wheel * WheelBits));

        ref var word = ref _occupied[(wheel * WordsPerWheel) + (digit >> 6)];
        word &= ~(1UL << (digit & 63));
        if (word == 0)
        {
            _occupiedWords[wheel] &= ~(1 << (digit >> 6));
        }

        ref var head = ref _heads[(wheel << WheelBits) + digit];
        var slot = head;
        head = Nothing;
        while (slot != Nothing)
        {
            var hook = _hooks[slot];
            _hanging--;
            Place(hook.Key, slot);
            slot = hook.Next;
        }
    }

    // What a slot hangs by: its key, and the slot that hangs below it in the same bucket.
    private struct Hook
    {
        public Key Key;
        public int Next;
    }
}
