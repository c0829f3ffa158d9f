using System.Runtime.CompilerServices;

namespace GridGov.Twin.Benchmarks.Territory;

/// <summary>One waiting case: since when, where, how urgent.</summary>
internal record struct Case(long SinceMs, int Cell, int Urgency);

/// <summary>
/// The waiting lines of many desks, one for each urgency: the most urgent first, and among equals first come, first served.
/// All of them lie in one array and hang together by numbers, so that they cost nothing while they are empty.
/// </summary>
internal sealed class Lines
{
    private readonly Line[] _lines;
    private readonly int[] _count;
    private Link[] _links = new Link[256];
    private int _free = -1;
    private int _used;

    public Lines(int desks)
    {
        _lines = new Line[desks * Town.Urgencies];
        _count = new int[desks];
    }

    /// <summary>How many wait at a desk.</summary>
    public int Count(int desk) => _count[desk];

    public void Add(int desk, in Case one)
    {
        var at = _free;
        if (at >= 0)
        {
            _free = _links[at].Next;
        }
        else
        {
            at = Grow();
        }

        _links[at].Case = one;
        ref var line = ref _lines[(desk * Town.Urgencies) + one.Urgency];
        if (line.Count++ == 0)
        {
            line.First = at;
        }
        else
        {
            _links[line.Last].Next = at;
        }

        line.Last = at;
        _count[desk]++;
    }

    /// <summary>Takes whose turn it is; false if nobody waits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryTake(int desk, out Case one)
    {
        if (_count[desk] == 0)
        {
            one = default;
            return false;
        }

        one = Take(desk);
        return true;
    }

    /// <summary>Everybody who waits at a desk, in the order they would be taken.</summary>
    public IEnumerable<Case> At(int desk)
    {
        for (var urgency = 0; urgency < Town.Urgencies; urgency++)
        {
            var line = _lines[(desk * Town.Urgencies) + urgency];
            for (var (left, at) = (line.Count, line.First); left > 0; left--, at = _links[at].Next)
            {
                yield return _links[at].Case;
            }
        }
    }

    private Case Take(int desk)
    {
        var at = desk * Town.Urgencies;
        while (_lines[at].Count == 0)
        {
            at++;
        }

        ref var line = ref _lines[at];
        ref var link = ref _links[line.First];
        (link.Next, _free, line.First) = (_free, line.First, link.Next);
        line.Count--;
        _count[desk]--;
        return link.Case;
    }

    private int Grow()
    {
        if (_used == _links.Length)
        {
            Array.Resize(ref _links, _used * 2);
        }

        return _used++;
    }

    private struct Line
    {
        public int First, Last, Count;
    }

    private struct Link
    {
        public Case Case;
        public int Next;
    }
}
