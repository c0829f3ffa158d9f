using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>Draws lakes and ponds: shores that wander round a middle.</summary>
internal static class Shore
{
    private const int Points = 40;

    /// <summary>A lake in the middle of a lawn, round where there is room and never more than 82 % of the way to the edge.</summary>
    public static Place[] In(Place[] lawn, ulong seed)
    {
        var noise = new SmoothNoise(seed, Purpose.Lakes, 60);
        var middle = Plane.Centroid(lawn);
        var roundM = 0.86 * Math.Sqrt(Plane.AreaM2(lawn) / Math.PI);
        return Round(middle, ray =>
        {
            var wander = noise.At(middle.EastM + (ray.EastM * 90), middle.NorthM + (ray.NorthM * 90));
            return Math.Min(ReachM(lawn, middle, ray) * (0.7 + (0.12 * wander)), roundM * (0.8 + (0.3 * wander)));
        });
    }

    /// <summary>A pond of about the given radius, inside the circle of one and a half times that radius.</summary>
    public static Place[] Pond(Place middle, double radiusM, ulong seed)
    {
        var noise = new SmoothNoise(seed, Purpose.Lakes, 1);
        return Round(middle, ray => radiusM * (1 + (0.45 * noise.At(1.3 * ray.EastM, 1.3 * ray.NorthM))));
    }

    private static Place[] Round(Place middle, Func<Place, double> reachM) =>
        [.. Enumerable.Range(0, Points).Select(i => Plane.Unit(Ray(i))).Select(ray => Plane.Rounded(Plane.Plus(middle, ray, reachM(ray))))];

    private static Place Ray(int point)
    {
        var turn = point * (double)Footprint.Circle.Length / Points;
        var (from, to) = (Footprint.Circle[(int)turn], Footprint.Circle[((int)turn + 1) % Footprint.Circle.Length]);
        return Plane.Between(new Place(from.Along, from.Across), new Place(to.Along, to.Across), turn - (int)turn);
    }

    private static double ReachM(Place[] ring, Place from, Place direction)
    {
        var nearest = double.MaxValue;
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            var side = Plane.Minus(b, a);
            var across = Plane.Cross(direction, side);
            var t = across == 0 ? -1 : Plane.Cross(Plane.Minus(a, from), side) / across;
            var u = across == 0 ? -1 : Plane.Cross(Plane.Minus(a, from), direction) / across;
            nearest = t > 0 && u is >= 0 and <= 1 ? Math.Min(nearest, t) : nearest;
        }

        return nearest;
    }
}
