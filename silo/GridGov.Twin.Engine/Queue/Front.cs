using System.Runtime.CompilerServices;

namespace GridGov.Twin.Engine.Queue;

/// <summary>
/// What comes next, in order of keys: up to 32 in a sorted row, more in a heap. A short row is faster than a short heap, for
/// taking the first needs no comparison, and a new key, mostly late, finds its place from the end with one wrong guess of the
/// processor's. A row that overflows goes over to the heap; an emptied heap leaves the row to begin again.
/// </summary>
internal sealed class Front
{
    public const int RowLength = 32;

    // Twice as long as the row, so that it moves back to the beginning only once in a while.
    private readonly Entry[] _row = new Entry[RowLength * 2];
    private readonly KeyHeap _heap = new();
    private int _first;
    private int _end;

    public int Count => _end - _first + _heap.Count;

    /// <summary>The earliest; only while <see cref="Count"/> is above zero.</summary>
    public ref readonly Entry First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _first < _end ? ref _row[_first] : ref _heap.First;
    }

    /// <summary>Takes the earliest away; only while <see cref="Count"/> is above zero.</summary>
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

    public void Push(Key key, int slot)
    {
        if (_heap.Count > 0 || (_end == _row.Length && !MakeRoom()))
        {
            _heap.Push(key, slot);
            return;
        }

        var place = _end;
        while (place > _first && key.IsBefore(_row[place - 1].Key))
        {
            place--;
        }

        _row.AsSpan(place, _end - place).CopyTo(_row.AsSpan(place + 1));
        _row[place] = new Entry(key, slot);
        _end++;
    }

    public void Clear()
    {
        (_first, _end) = (0, 0);
        _heap.Clear();
    }

    public void CopyTo(List<Entry> all)
    {
        all.AddRange(_row.AsSpan(_first, _end - _first));
        all.AddRange(_heap.Entries);
    }

    // The row has come to the end of its array: back to the beginning if it is short, else over to the heap.
    private bool MakeRoom()
    {
        var length = _end - _first;
        if (length < RowLength)
        {
            Array.Copy(_row, _first, _row, 0, length);
            (_first, _end) = (0, length);
            return true;
        }

        for (var i = _first; i < _end; i++)
        {
            _heap.Push(_row[i].Key, _row[i].Slot);
        }

        (_first, _end) = (0, 0);
        return false;
    }
}
