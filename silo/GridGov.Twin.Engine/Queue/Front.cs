using System.Runtime.CompilerServices;

namespace GridGov.Twin.Engine.Queue;

/// <summary>
/// What comes next, in order of keys: up to 32 in a sorted row, more in a heap. A short row is faster than a short heap, for
/// taking the first needs no comparison, and a new key, mostly late, finds its place from the end with one wrong guess of the
/// processor's. A row that overflows goes over to the heap; an emptied heap leaves the row to begin again.
/// A struct, as are the wheel and the lane, so that the queue reaches all of them from one place: never copy one.
/// </summary>
internal struct Front
{
    public const int RowLength = 32;

    // Twice as long as the row, so that it moves back to the beginning only once in a while.
    private readonly Entry[] _row = new Entry[RowLength * 2];
    private readonly KeyHeap _heap = new();
    private int _first;
    private int _end;

    public Front()
    {
    }

    public readonly int Count => _end - _first + _heap.Count;

    public readonly bool IsEmpty
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _first == _end && _heap.Count == 0;
    }

    /// <summary>The earliest; only while there is one.</summary>
    public readonly ref readonly Entry First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _first < _end ? ref _row[_first] : ref _heap.First;
    }

    /// <summary>Takes the earliest away; only while there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pop()
    {
        if (_first < _end)
        {
            _first++;
        }
        else
        {
            _heap.Pop();
        }
    }

    /// <summary>Adds a key as long as the row has room for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPush(Key key, int slot)
    {
        if (_end == _row.Length || _heap.Count > 0)
        {
            if (!MakeRoom())
            {
                return false;
            }
        }

        var place = _end++;
        for (; place > _first && key.IsBefore(_row[place - 1].Key); place--)
        {
            _row[place] = _row[place - 1];
        }

        _row[place] = new Entry(key, slot);
        return true;
    }

    public void Push(Key key, int slot)
    {
        if (!TryPush(key, slot))
        {
            Overflow();
            _heap.Push(key, slot);
        }
    }

    public void Clear()
    {
        (_first, _end) = (0, 0);
        _heap.Clear();
    }

    public readonly void CopyTo(List<Entry> all)
    {
        all.AddRange(_row.AsSpan(_first, _end - _first));
        all.AddRange(_heap.Entries);
    }

    // The row has come to the end of its array: back to the beginning, unless it is long or the heap is in use.
    private bool MakeRoom()
    {
        var length = _end - _first;
        if (_heap.Count > 0 || length >= RowLength)
        {
            return false;
        }

        Array.Copy(_row, _first, _row, 0, length);
        (_first, _end) = (0, length);
        return true;
    }

    private void Overflow()
    {
        for (; _first < _end; _first++)
        {
            _heap.Push(_row[_first].Key, _row[_first].Slot);
        }

        (_first, _end) = (0, 0);
    }
}
