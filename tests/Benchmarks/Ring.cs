namespace GridGov.Twin.Benchmarks;

/// <summary>Numbers first in, first out, in an array that grows when full.</summary>
internal sealed class Ring
{
    private long[] _items = new long[1024];
    private int _first;

    public Ring(params ReadOnlySpan<long> items)
    {
        foreach (var item in items)
        {
            Add(item);
        }
    }

    public int Count { get; private set; }

    public void Add(long item)
    {
        if (Count == _items.Length)
        {
            var items = ToArray();
            Array.Resize(ref items, Count * 2);
            (_items, _first) = (items, 0);
        }

        _items[(_first + Count++) & (_items.Length - 1)] = item;
    }

    public long Take()
    {
        var item = _items[_first];
        _first = (_first + 1) & (_items.Length - 1);
        Count--;
        return item;
    }

    public long[] ToArray() => [.. Enumerable.Range(0, Count).Select(i => _items[(_first + i) & (_items.Length - 1)])];
}
