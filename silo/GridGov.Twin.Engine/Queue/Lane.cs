using System.Runtime.CompilerServices;

namespace GridGov.Twin.Engine.Queue;

/// <summary>Slots in the order they were added: a ring that grows when full. Its keys only ever rise. Never copied.</summary>
internal struct Lane
{
    private Entry[] _ring = new Entry[64];
    private int _first;

    public Lane()
    {
    }

    public int Count { readonly get; private set; }

    /// <summary>The one added first; only while <see cref="Count"/> is above zero.</summary>
    public readonly ref readonly Entry First => ref _ring[_first];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Key key, int slot)
    {
        if (Count == _ring.Length)
        {
            Grow();
        }

        _ring[(_first + Count++) & (_ring.Length - 1)] = new Entry(key, slot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pop()
    {
        _first = (_first + 1) & (_ring.Length - 1);
        Count--;
    }

    public void Clear() => (_first, Count) = (0, 0);

    public readonly void CopyTo(List<Entry> all)
    {
        for (var i = 0; i < Count; i++)
        {
            all.Add(_ring[(_first + i) & (_ring.Length - 1)]);
        }
    }

    private void Grow()
    {
        var wider = new Entry[_ring.Length * 2];
        for (var i = 0; i < Count; i++)
        {
            wider[i] = _ring[(_first + i) & (_ring.Length - 1)];
        }

        (_ring, _first) = (wider, 0);
    }
}
