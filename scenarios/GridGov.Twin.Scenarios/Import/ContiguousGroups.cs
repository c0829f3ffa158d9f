using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>
/// Gathers places into compact groups of about a wanted size, each hanging together: from the outermost place left, a group takes the place
/// beside it that lies nearest to its middle; scraps that this cuts off go to it as well.
/// </summary>
internal sealed class ContiguousGroups
{
    private const int Free = -1;
    private const double ScrapShare = 0.4;

    private readonly IReadOnlyList<Place> _places;
    private readonly List<int>[] _neighbours;
    private readonly int _size;
    private readonly int[] _group;

    private ContiguousGroups(IReadOnlyList<Place> places, List<int>[] neighbours, int size)
    {
        (_places, _neighbours, _size) = (places, neighbours, size);
        _group = new int[places.Count];
        Array.Fill(_group, Free);
    }

    /// <summary>The group of every place, numbered from 0. Places that hang together with nothing are linked to the nearest first.</summary>
    public static int[] Form(IReadOnlyList<Place> places, IEnumerable<IEnumerable<int>> neighbours, int size)
    {
        var net = neighbours.Select(beside => beside.ToList()).ToArray();
        foreach (var (a, b) in Links.Missing(places, Links.Components(net)))
        {
            net[a].Add(b);
            net[b].Add(a);
        }

        var groups = new ContiguousGroups(places, net, size);
        var count = 0;
        while (Array.IndexOf(groups._group, Free) is >= 0 and var first)
            groups.Take(groups.FreeAround(first), count++);
        return groups._group;
    }

    private void Take(List<int> free, int group)
    {
        var groupsLeft = Math.Max(1, (int)Math.Round((double)free.Count / _size));
        Grow(free, group, (free.Count + groupsLeft - 1) / groupsLeft);
        var seen = new HashSet<int>();
        foreach (var place in free.Where(place => _group[place] == Free && !seen.Contains(place)))
        {
            var scrap = FreeAround(place);
            seen.UnionWith(scrap);
            if (scrap.Count >= ScrapShare * _size)
                continue;
            foreach (var one in scrap)
                _group[one] = group;
        }
    }

    private void Grow(List<int> free, int group, int size)
    {
        var middle = Middle(free);
        var next = free.MaxBy(place => _places[place].MetresTo(middle));
        var members = new List<int>();
        var beside = new SortedSet<int> { next };
        while (members.Count < size && beside.Count > 0)
        {
            middle = members.Count == 0 ? _places[next] : Middle(members);
            next = beside.MinBy(place => _places[place].MetresTo(middle));
            _group[next] = group;
            members.Add(next);
            beside.Remove(next);
            beside.UnionWith(_neighbours[next].Where(place => _group[place] == Free));
        }
    }

    private Place Middle(List<int> places) => new(places.Average(place => _places[place].EastM), places.Average(place => _places[place].NorthM));

    // The free places that hang together with one, in the order of their numbers.
    private List<int> FreeAround(int first)
    {
        var found = new SortedSet<int> { first };
        var open = new Stack<int>(found);
        while (open.TryPop(out var at))
        {
            foreach (var next in _neighbours[at].Where(next => _group[next] == Free && found.Add(next)))
                open.Push(next);
        }

        return [.. found];
    }
}
