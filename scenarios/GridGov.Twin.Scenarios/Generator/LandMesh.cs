using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>
/// The district's land as patches that share corners: whatever is cut, the patches go on tiling the district without gap or overlap,
/// because a corner put into one patch's side is put into its neighbour's too. A side may carry a street.
/// </summary>
internal sealed class LandMesh
{
    private readonly List<Place> _corners = [];
    private readonly List<List<int>> _rings = [];
    private readonly Dictionary<(int From, int To), int> _patchOf = [];
    private readonly Dictionary<(int Low, int High), StreetClass> _streets = [];

    public int PatchCount => _rings.Count;

    public int CornerCount => _corners.Count;

    public Place Corner(int corner) => _corners[corner];

    public IReadOnlyList<int> Ring(int patch) => _rings[patch];

    public Place[] Outline(int patch) => [.. _rings[patch].Select(corner => _corners[corner])];

    public int AddCorner(Place place)
    {
        _corners.Add(Plane.Rounded(place));
        return _corners.Count - 1;
    }

    public int AddPatch(List<int> ring)
    {
        _rings.Add(ring);
        for (var i = 0; i < ring.Count; i++)
        {
            _patchOf[(ring[i], ring[(i + 1) % ring.Count])] = _rings.Count - 1;
        }

        return _rings.Count - 1;
    }

    /// <summary>The patch on the other side of the side from <paramref name="from"/> to <paramref name="to"/>, or −1 outside the district.</summary>
    public int Across(int from, int to) => _patchOf.GetValueOrDefault((to, from), -1);

    public bool HasSide(int a, int b) => _patchOf.ContainsKey((a, b)) || _patchOf.ContainsKey((b, a));

    public StreetClass? StreetOn(int a, int b) => _streets.TryGetValue(Key(a, b), out var street) ? street : null;

    public void SetStreet(int a, int b, StreetClass? street)
    {
        if (street is { } known)
        {
            _streets[Key(a, b)] = known;
        }
        else
        {
            _streets.Remove(Key(a, b));
        }
    }

    /// <summary>Puts a corner into the side from <paramref name="a"/> to <paramref name="b"/>, in both patches that share it.</summary>
    public int AddCornerOn(int a, int b, Place place)
    {
        var corner = AddCorner(place);
        Insert(a, b, corner);
        Insert(b, a, corner);
        var street = StreetOn(a, b);
        SetStreet(a, b, null);
        SetStreet(a, corner, street);
        SetStreet(corner, b, street);
        return corner;
    }

    /// <summary>
    /// Cuts a patch along a way from corner <paramref name="start"/> to <paramref name="end"/> of its ring, through
    /// <paramref name="via"/>. The patch keeps the land to the left of the way; the new patch gets the land to its right.
    /// </summary>
    public int Split(int patch, int start, int end, IReadOnlyList<int> via, StreetClass? street)
    {
        var left = Walk(_rings[patch], end, start);
        left.AddRange(via);
        var right = Walk(_rings[patch], start, end);
        right.AddRange(via.Reverse());
        _rings[patch] = left;
        for (var i = 0; i < left.Count; i++)
        {
            _patchOf[(left[i], left[(i + 1) % left.Count])] = patch;
        }

        int[] way = [start, .. via, end];
        for (var i = 0; i + 1 < way.Length; i++)
        {
            SetStreet(way[i], way[i + 1], street);
        }

        return AddPatch(right);
    }

    /// <summary>Every side once, with the patches left and right of it (right −1 outside), in the order of the patches.</summary>
    public IEnumerable<(int From, int To, int Left, int Right)> Sides()
    {
        for (var patch = 0; patch < _rings.Count; patch++)
        {
            var ring = _rings[patch];
            for (var i = 0; i < ring.Count; i++)
            {
                var (from, to) = (ring[i], ring[(i + 1) % ring.Count]);
                var right = Across(from, to);
                if (right < patch)
                {
                    if (right < 0)
                    {
                        yield return (from, to, patch, right);
                    }

                    continue;
                }

                yield return (from, to, patch, right);
            }
        }
    }

    /// <summary>The outline of all patches together.</summary>
    public Place[] Boundary()
    {
        var next = Sides().Where(side => side.Right < 0).ToDictionary(side => side.From, side => side.To);
        var start = next.Keys.Min();
        var boundary = new List<Place> { _corners[start] };
        for (var corner = next[start]; corner != start; corner = next[corner])
        {
            boundary.Add(_corners[corner]);
        }

        return [.. boundary];
    }

    private void Insert(int from, int to, int corner)
    {
        if (!_patchOf.Remove((from, to), out var patch))
        {
            return;
        }

        var ring = _rings[patch];
        ring.Insert(ring.IndexOf(from) + 1, corner);
        _patchOf[(from, corner)] = patch;
        _patchOf[(corner, to)] = patch;
    }

    // The ring's corners from one to another, both included.
    private static List<int> Walk(List<int> ring, int from, int to)
    {
        var walk = new List<int>();
        var at = ring.IndexOf(from);
        while (ring[at] != to)
        {
            walk.Add(ring[at]);
            at = (at + 1) % ring.Count;
        }

        walk.Add(to);
        return walk;
    }

    private static (int Low, int High) Key(int a, int b) => a < b ? (a, b) : (b, a);
}
