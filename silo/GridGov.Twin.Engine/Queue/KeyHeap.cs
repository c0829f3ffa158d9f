using System.Runtime.CompilerServices;

namespace GridGov.Twin.Engine.Queue;

/// <summary>
/// A heap of keys in which each node has four children: two thirds of the depth of a binary one, and the four lie side by side.
/// It carries slot numbers, never messages, so a sift moves 24 bytes.
/// </summary>
internal sealed class KeyHeap
{
    private Entry[] _entries = new Entry[64];

    public int Count { get; private set; }

    /// <summary>The earliest; only while <see cref="Count"/> is above zero.</summary>
    public ref readonly Entry First => ref _entries[0];

    public ReadOnlySpan<Entry> Entries => _entries.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Push(Key key, int slot)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        var entries = _entries;
        var hole = Count++;
        while (hole > 0)
        {
            var parent = (hole - 1) >> 2;
            if (!key.IsBefore(entries[parent].Key))
            {
                break;
            }

            entries[hole] = entries[parent];
            hole = parent;
        }

        entries[hole] = new Entry(key, slot);
    }

    /// <summary>Takes the earliest away; only while <see cref="Count"/> is above zero.</summary>
    public void Pop()
    {
        var last = --Count;
        if (last > 0)
        {
            SiftDown(_entries.AsSpan(0, last), _entries[last]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SiftDown(Span<Entry> entries, in Entry moved)
    {
        var hole = 0;
        while (true)
        {
            var child = (hole * 4) + 1;
            if (child >= entries.Length)
            {
                break;
            }

            var best = child;
            var end = Math.Min(child + 4, entries.Length);
            for (var other = child + 1; other < end; other++)
            {
                best = entries[other].Key.IsBefore(entries[best].Key) ? other : best;
            }

            if (!entries[best].Key.IsBefore(moved.Key))
            {
                break;
            }

            entries[hole] = entries[best];
            hole = best;
        }

        entries[hole] = moved;
    }
}
