using System.Runtime.CompilerServices;

namespace GridGov.Twin.Engine.Queue;

/// <summary>Slots in the order they were added: a ring that grows when full. Its keys only ever rise.</summary>
internal sealed class Lane
{
    private KeyHeap.Entry[] _ring = new KeyHeap.Entry[64];
    private int _first;

    public int Count { get; private set; }

    public ref readonly Key First => ref _ring[_first].Key;

    public int FirstSlot => _ring[_first].Slot;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in Key key, int slot)
    {
        if (Count == _ring.Length)
        {
            Grow();
        }

        _ring[(_first + Count++) & (_ring.Length - 1)] = new KeyHeap.Entry(key, slot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Take()
    {
        var slot = _ring[_first].Slot;
        _first = (_first + 1) & (_ring.Length - 1);
        Count--;
        return slot;
    }

    public void Clear() => (_first, Count) = (0, 0);

    public void CopyTo(List<KeyHeap.Entry> all)
    {
        for (var i = 0; i < Count; i++)
        {
            all.Add(_ring[(_first + i) & (_ring.Length - 1)]);
        }
    }

    private void Grow()
    {
        var wider = new KeyHeap.Entry[_ring.Length * 2];
        for (var i = 0; i < Count; i++)
        {
            wider[i] = _ring[(_first + i) & (_ring.Length - 1)];
        }

        (_ring, _first) = (wider, 0);
    }
}
