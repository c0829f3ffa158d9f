using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>
/// Cuts patches in two across their longer side, at a wanted share of the area, meeting crossings that are already there where
/// they are near.
/// </summary>
internal sealed class LandCut(LandMesh mesh)
{
    private const double ShortestSideM = 9;

    /// <summary>Cuts <paramref name="patch"/>; returns the new patch, or −1 when no clean cut was found.</summary>
    /// <param name="patch">The patch, which keeps one part.</param>
    /// <param name="share">The share of the area on one side, above 0 and below 1.</param>
    /// <param name="street">What runs along the cut, if anything.</param>
    /// <param name="snapM">How far an end of the cut may be moved to meet a corner.</param>
    public int TryCut(int patch, double share, StreetClass? street, double snapM)
    {
        var outline = mesh.Outline(patch);
        var (along, across) = Axes(outline);
        foreach (var axis in (Place[])[along, across, Plane.Unit(Plane.Plus(along, across, 0.3)), Plane.Unit(Plane.Plus(along, across, -0.3))])
        {
            var offset = OffsetFor(outline, axis, share);
            foreach (var snap in (double[])[snapM, ShortestSideM, 0.5])
            {
                var cut = CutAt(patch, outline, axis, offset, snap, street);
                if (cut >= 0)
                {
                    return cut;
                }
            }
        }

        return -1;
    }

    // The smallest box around the ring with a side along one of the ring's sides: its longer direction, then its shorter.
    private static (Place Along, Place Across) Axes(Place[] outline)
    {
        var best = (Along: new Place(1, 0), Across: new Place(0, 1));
        var smallest = double.MaxValue;
        for (var i = 0; i < outline.Length; i++)
        {
            var side = Plane.Minus(outline[(i + 1) % outline.Length], outline[i]);
            if (Plane.Dot(side, side) < 15 * 15)
            {
                continue;
            }

            var axis = Plane.Unit(side);
            var (length, depth) = (Extent(outline, axis), Extent(outline, Plane.Left(axis)));
            if (length * depth < smallest)
            {
                smallest = length * depth;
                best = length >= depth ? (axis, Plane.Left(axis)) : (Plane.Left(axis), axis);
            }
        }

        return best;
    }

    private static double Extent(Place[] outline, Place axis) =>
        outline.Max(p => Plane.Dot(p, axis)) - outline.Min(p => Plane.Dot(p, axis));

    private static double OffsetFor(Place[] outline, Place axis, double share)
    {
        var wanted = Plane.AreaM2(outline) * share;
        var low = outline.Min(p => Plane.Dot(p, axis));
        var high = outline.Max(p => Plane.Dot(p, axis));
        for (var i = 0; i < 24; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Plane.AreaBelow(outline, axis, middle) < wanted ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private int CutAt(int patch, Place[] outline, Place axis, double offset, double snapM, StreetClass? street)
    {
        var ends = Crossings(outline, axis, offset);
        if (ends.Count < 2)
        {
            return -1;
        }

        var (a, b) = Widest(ends, Plane.Left(axis));
        var (start, end) = (Met(outline, a, snapM), Met(outline, b, snapM));
        if (!IsClean(outline, start, end))
        {
            return -1;
        }

        var ring = mesh.Ring(patch).ToArray();
        var from = CornerFor(ring, start);
        var to = CornerFor(ring, end);
        return mesh.Split(patch, from, to, [], street);
    }

    private static List<(int Side, Place At)> Crossings(Place[] outline, Place axis, double offset)
    {
        var crossings = new List<(int Side, Place At)>();
        for (var i = 0; i < outline.Length; i++)
        {
            var (a, b) = (outline[i], outline[(i + 1) % outline.Length]);
            var (da, db) = (Plane.Dot(a, axis) - offset, Plane.Dot(b, axis) - offset);
            if (da < 0 != db < 0)
            {
                crossings.Add((i, Plane.Between(a, b, da / (da - db))));
            }
        }

        return crossings;
    }

    // Sorted along the line, the first and second crossing bound land, the third and fourth too, and so on.
    private static ((int Side, Place At) A, (int Side, Place At) B) Widest(List<(int Side, Place At)> crossings, Place line)
    {
        var sorted = crossings.OrderBy(crossing => Plane.Dot(crossing.At, line)).ToArray();
        return Enumerable.Range(0, sorted.Length / 2).Select(i => (sorted[2 * i], sorted[(2 * i) + 1]))
            .MaxBy(pair => pair.Item1.At.MetresTo(pair.Item2.At));
    }

    // Moves a crossing to the nearer end of its side when that is close; the end is then named by Corner.
    private static (int Side, int Corner, Place At) Met(Place[] outline, (int Side, Place At) crossing, double snapM)
    {
        var next = (crossing.Side + 1) % outline.Length;
        var (before, after) = (crossing.At.MetresTo(outline[crossing.Side]), crossing.At.MetresTo(outline[next]));
        var (corner, distance) = before <= after ? (crossing.Side, before) : (next, after);
        return distance <= snapM ? (crossing.Side, corner, outline[corner]) : (crossing.Side, -1, Plane.Rounded(crossing.At));
    }

    private static bool IsClean(Place[] outline, (int Side, int Corner, Place At) start, (int Side, int Corner, Place At) end)
    {
        if (start.At.MetresTo(end.At) < 25 || !Plane.Contains(outline, Plane.Between(start.At, end.At, 0.5)))
        {
            return false;
        }

        for (var i = 0; i < outline.Length; i++)
        {
            var next = (i + 1) % outline.Length;
            var holdsAnEnd = i == start.Side || i == end.Side;
            if (!holdsAnEnd && Plane.Crosses(start.At, end.At, outline[i], outline[next]))
            {
                return false;
            }

            // A cut that runs along a side or grazes a corner would leave a sliver.
            if (i != start.Corner && i != end.Corner && Plane.DistanceToSegmentM(outline[i], start.At, end.At) < 5
                && !IsSideEnd(i, start, outline.Length) && !IsSideEnd(i, end, outline.Length))
            {
                return false;
            }
        }

        return SideOf(start) != SideOf(end) && !AreNeighbours(start, end, outline.Length);
    }

    private static bool IsSideEnd(int corner, (int Side, int Corner, Place At) end, int count) =>
        end.Corner < 0 && (corner == end.Side || corner == (end.Side + 1) % count);

    private static (int Side, int Corner) SideOf((int Side, int Corner, Place At) end) => end.Corner < 0 ? (end.Side, -1) : (-1, end.Corner);

    private static bool AreNeighbours((int Side, int Corner, Place At) a, (int Side, int Corner, Place At) b, int count)
    {
        if (a.Corner >= 0 && b.Corner >= 0)
        {
            return (a.Corner + 1) % count == b.Corner || (b.Corner + 1) % count == a.Corner;
        }

        return (a.Corner >= 0 && IsSideEnd(a.Corner, b, count)) || (b.Corner >= 0 && IsSideEnd(b.Corner, a, count));
    }

    private int CornerFor(int[] ring, (int Side, int Corner, Place At) end) =>
        end.Corner >= 0 ? ring[end.Corner] : mesh.AddCornerOn(ring[end.Side], ring[(end.Side + 1) % ring.Length], end.At);
}
