namespace GridGov.Twin.Silo.Stream;

/// <summary>Things in the order of their numbers, each once: what comes of one again is laid over what was there.</summary>
internal sealed class Ascending<T>(Func<T, long> number, Func<T, T, T> lay)
{
    private readonly List<T> _things = [];

    public int Count => _things.Count;

    public List<T>.Enumerator GetEnumerator() => _things.GetEnumerator();

    public void Add(T thing)
    {
        var wanted = number(thing);
        var (low, high) = (0, _things.Count);

        // Nearly all come in order.
        if (high == 0 || number(_things[^1]) < wanted)
        {
            _things.Add(thing);
            return;
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = number(_things[middle]) < wanted ? (middle + 1, high) : (low, middle);
        }

        if (number(_things[low]) == wanted)
        {
            _things[low] = lay(_things[low], thing);
        }
        else
        {
            _things.Insert(low, thing);
        }
    }

    public void Clear() => _things.Clear();
}
