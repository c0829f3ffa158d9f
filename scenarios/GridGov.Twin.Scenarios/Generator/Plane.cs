using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>Plane geometry of rings: outer rings, not closed, counter-clockwise, in metres.</summary>
internal static class Plane
{
    public static double AreaM2(IReadOnlyList<Place> ring)
    {
        var twice = 0.0;
        for (var i = 0; i < ring.Count; i++)
        {
            twice += Cross(ring[i], ring[(i + 1) % ring.Count]);
        }

        return twice / 2;
    }

    public static Place Centroid(IReadOnlyList<Place> ring)
    {
        double east = 0, north = 0, twice = 0;
        var first = ring[0];
        for (var i = 1; i + 1 < ring.Count; i++)
        {
            var a = Minus(ring[i], first);
            var b = Minus(ring[i + 1], first);
            var cross = Cross(a, b);
            twice += cross;
            east += cross * (a.EastM + b.EastM);
            north += cross * (a.NorthM + b.NorthM);
        }

        return new Place(first.EastM + (east / (3 * twice)), first.NorthM + (north / (3 * twice)));
    }

    public static bool Contains(IReadOnlyList<Place> ring, Place p)
    {
        var inside = false;
        for (int i = 0, j = ring.Count - 1; i < ring.Count; j = i++)
        {
            var (a, b) = (ring[i], ring[j]);
            if (a.NorthM > p.NorthM != b.NorthM > p.NorthM
                && p.EastM < ((b.EastM - a.EastM) * (p.NorthM - a.NorthM) / (b.NorthM - a.NorthM)) + a.EastM)
            {
                inside = !inside;
            }
        }

        return inside;
    }

    /// <summary>The area of <see cref="Below"/>.</summary>
    public static double AreaBelow(IReadOnlyList<Place> ring, Place axis, double offset)
    {
        var kept = Below(ring, axis, offset);
        return kept.Count < 3 ? 0 : AreaM2(kept);
    }

    /// <summary>The part of a ring whose distance along <paramref name="axis"/> is below <paramref name="offset"/> (Sutherland and Hodgman 1974).</summary>
    public static List<Place> Below(IReadOnlyList<Place> ring, Place axis, double offset)
    {
        var kept = new List<Place>(ring.Count + 4);
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            var (da, db) = (Dot(a, axis) - offset, Dot(b, axis) - offset);
            if (da < 0)
            {
                kept.Add(a);
            }

            if (da < 0 != db < 0)
            {
                kept.Add(Between(a, b, da / (da - db)));
            }
        }

        return kept;
    }

    public static double DistanceToSegmentM(Place p, Place a, Place b)
    {
        var along = Minus(b, a);
        var squared = Dot(along, along);
        var t = squared > 0 ? Math.Clamp(Dot(Minus(p, a), along) / squared, 0, 1) : 0;
        return p.MetresTo(Between(a, b, t));
    }

    public static bool Crosses(Place a, Place b, Place c, Place d) =>
        Side(a, b, c) * Side(a, b, d) < 0 && Side(c, d, a) * Side(c, d, b) < 0;

    public static double Side(Place a, Place b, Place p) => Cross(Minus(b, a), Minus(p, a));

    public static Place Between(Place a, Place b, double t) =>
        new(a.EastM + ((b.EastM - a.EastM) * t), a.NorthM + ((b.NorthM - a.NorthM) * t));

    public static Place Minus(Place a, Place b) => new(a.EastM - b.EastM, a.NorthM - b.NorthM);

    public static Place Plus(Place a, Place direction, double metres) =>
        new(a.EastM + (direction.EastM * metres), a.NorthM + (direction.NorthM * metres));

    public static double Dot(Place a, Place b) => (a.EastM * b.EastM) + (a.NorthM * b.NorthM);

    public static double Cross(Place a, Place b) => (a.EastM * b.NorthM) - (a.NorthM * b.EastM);

    public static Place Unit(Place direction)
    {
        var length = Math.Sqrt(Dot(direction, direction));
        return new Place(direction.EastM / length, direction.NorthM / length);
    }

    /// <summary>A quarter turn to the left.</summary>
    public static Place Left(Place direction) => new(-direction.NorthM, direction.EastM);

    /// <summary>The place to the nearest centimetre: what the model keeps.</summary>
    public static Place Rounded(Place p) => new(Math.Round(p.EastM * 100) / 100, Math.Round(p.NorthM * 100) / 100);
}
