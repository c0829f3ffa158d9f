using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>The ground a building covers: the ring people see and the boxes that cover it, for keeping others off.</summary>
internal sealed record Footprint(Place[] Ring, Box[] Parts)
{
    private const double A = 0.9238795325, B = 0.7071067812, C = 0.3826834324;

    /// <summary>Points of the unit circle every 22.5 degrees, counter-clockwise from the east.</summary>
    public static readonly (double Along, double Across)[] Circle =
        [(1, 0), (A, C), (B, B), (C, A), (0, 1), (-C, A), (-B, B), (-A, C), (-1, 0), (-A, -C), (-B, -B), (-C, -A), (0, -1), (C, -A), (B, -B), (A, -C)];

    public static Footprint Slab(Box box) => new(box.Corners(), [box]);

    /// <summary>An L: a bar along the south of the box and a wing up its west (or, turned, its east) side.</summary>
    public static Footprint Ell(Box box, double barM, bool wingEast)
    {
        var side = wingEast ? 1 : -1;
        var bar = Part(box, 0, (barM - box.DepthM) / 2, box.LengthM, barM);
        var wing = Part(box, side * (box.LengthM - barM) / 2, barM / 2, barM, box.DepthM - barM);
        (double, double)[] ring = [(-1, -1), (1, -1), (1, 1), (1 - (2 * barM / box.LengthM), 1),
            (1 - (2 * barM / box.LengthM), (2 * barM / box.DepthM) - 1), (-1, (2 * barM / box.DepthM) - 1)];
        return new Footprint(RingOf(box, ring, side), [bar, wing]);
    }

    /// <summary>A courtyard open to the south: a bar along the north and a wing down each side.</summary>
    public static Footprint Court(Box box, double barM)
    {
        var (x, y) = (1 - (2 * barM / box.LengthM), 1 - (2 * barM / box.DepthM));
        (double, double)[] ring = [(-1, -1), (-x, -1), (-x, y), (x, y), (x, -1), (1, -1), (1, 1), (-1, 1)];
        var bar = Part(box, 0, (box.DepthM - barM) / 2, box.LengthM, barM);
        var west = Part(box, (barM - box.LengthM) / 2, -barM / 2, barM, box.DepthM - barM);
        var east = Part(box, (box.LengthM - barM) / 2, -barM / 2, barM, box.DepthM - barM);
        return new Footprint(RingOf(box, ring, 1), [bar, west, east]);
    }

    /// <summary>A tower with its corners cut off.</summary>
    public static Footprint Octagon(Box box)
    {
        const double Cut = 0.5;
        (double, double)[] ring = [(-Cut, -1), (Cut, -1), (1, -Cut), (1, Cut), (Cut, 1), (-Cut, 1), (-1, Cut), (-1, -Cut)];
        return new Footprint(RingOf(box, ring, 1), [box]);
    }

    /// <summary>A running track: two straights and two half circles.</summary>
    public static Footprint Track(Box box)
    {
        var bend = box.DepthM / box.LengthM;
        var east = Enumerable.Range(12, 9).Select(i => (((1 - bend) + (bend * Circle[i % 16].Along)), Circle[i % 16].Across));
        var west = Enumerable.Range(4, 9).Select(i => ((bend - 1) + (bend * Circle[i].Along), Circle[i].Across));
        return new Footprint(RingOf(box, [.. east, .. west], 1), [box]);
    }

    /// <summary>A bowl: the sixteen-sided oval that fills the box.</summary>
    public static Footprint Oval(Box box) => new(RingOf(box, Circle, 1), [box]);

    private static Box Part(Box box, double alongM, double acrossM, double lengthM, double depthM) =>
        new(Plane.Plus(Plane.Plus(box.Middle, box.Along, alongM), Plane.Left(box.Along), acrossM), box.Along, lengthM, depthM);

    // Points in halves of the box; mirrored when side is −1, and then turned round to stay counter-clockwise.
    private static Place[] RingOf(Box box, (double Along, double Across)[] points, int side)
    {
        var places = points.Select(p => Plane.Plus(
            Plane.Plus(box.Middle, box.Along, side * p.Along * box.LengthM / 2), Plane.Left(box.Along), p.Across * box.DepthM / 2));
        return side > 0 ? [.. places] : [.. places.Reverse()];
    }
}
