using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>How schools, hospitals, halls, parks and villages stand on their plots.</summary>
internal static class OpenLayouts
{
    /// <summary>A school: teaching wings to the north, the sports ground kept free.</summary>
    public static GroundSite? School(Plot plot, bool hasYard)
    {
        var along = plot.RowDirection();
        var yard = hasYard ? Yard(plot, along) : null;
        Rows.Fill(plot, along, new RowPattern(46, 11, 9, 27, LandUse.Civic, 5, 5 * 3.6, 0.05, 1));
        Rows.Fill(plot, along, new RowPattern(24, 14, 8, 24, LandUse.Civic, 3, 3 * 3.8, 0.2, 1));
        return yard;
    }

    /// <summary>A hospital: a large main building where it has its name, ward blocks about it.</summary>
    public static void Hospital(Plot plot, string? name)
    {
        var along = plot.RowDirection();
        if (name is not null)
        {
            Largest(plot, along, [(66, 44), (52, 36), (40, 30)], box => Footprint.Ell(box, 17, plot.Chance.Happens(0.5)), 12, 12 * 3.9, LandUse.Civic, name);
        }

        Rows.Fill(plot, along, new RowPattern(44, 15, 12, 34, LandUse.Civic, 8, 8 * 3.8, 0.1, 2));
        Rows.Fill(plot, along, new RowPattern(17, 12, 9, 26, LandUse.Civic, 3, 3 * 3.8, 0.3, 1));
    }

    /// <summary>A landmark that fills as much of the plot as it can, among lawns.</summary>
    public static void Landmark(Plot plot, PublicUse use, string? name)
    {
        var along = plot.SideDirection();
        if (use == PublicUse.Stadium)
        {
            Largest(plot, along, [(150, 118), (118, 94), (92, 74), (70, 56)], Footprint.Oval, 3, 32, LandUse.Landmark, name);
        }
        else if (use == PublicUse.Station)
        {
            Largest(plot, along, [(150, 44), (110, 40), (84, 34), (60, 28)], Footprint.Slab, 2, 24, LandUse.Landmark, name);
        }
        else
        {
            Largest(plot, along, [(70, 34), (56, 28), (42, 22)], Footprint.Slab, 6, 30, LandUse.Landmark, name);
        }
    }

    /// <summary>A civic plot without the landmark: a library, a hall, offices.</summary>
    public static void Civic(Plot plot)
    {
        var along = plot.SideDirection();
        Rows.Fill(plot, along, new RowPattern(38, 24, 26, 60, LandUse.Civic, 4, 4 * 4.5, 0.25, 1));
        Rows.Fill(plot, along, new RowPattern(16, 12, 20, 40, LandUse.Civic, 2, 2 * 4, 0.4));
    }

    /// <summary>A park: a pond in some of its cells, a pavilion here and there.</summary>
    public static GroundSite? Park(Plot plot)
    {
        var pond = plot.Chance.Happens(0.4) ? Pond(plot) : null;
        for (var i = 0; i < 2; i++)
        {
            TryAnywhere(plot, 9, 7, 20, LandUse.Civic, 1, 4.5);
        }

        return pond;
    }

    private static GroundSite? Pond(Plot plot)
    {
        var radiusM = 14 + (10 * plot.Chance.Unit());
        var box = new Box(plot.Middle, new Place(1, 0), 3 * radiusM, 3 * radiusM);
        if (!plot.Fits(box, 0))
        {
            return null;
        }

        plot.Keep(box);
        return new GroundSite(GroundKind.Water, null, Shore.Pond(plot.Middle, radiusM, plot.Chance.Bits()));
    }

    /// <summary>A village: houses close together about its middle, or a farm or two among the fields.</summary>
    public static void Village(Plot plot, bool isSettled)
    {
        if (!isSettled)
        {
            for (var i = 0; i < 2; i++)
            {
                TryAnywhere(plot, 12, 9, 25, LandUse.VillageHouse, 1, 3.8);
            }

            return;
        }

        var along = plot.RowDirection();
        var tilt = (plot.Chance.Unit() - 0.5) * 0.3;
        var turned = Plane.Unit(Plane.Plus(along, Plane.Left(along), tilt));
        Rows.Fill(plot, turned, new RowPattern(11, 10, 2.6 / plot.Density, 17 / plot.Density, LandUse.VillageHouse, 3, 3 * 3.2, 0.24, 1));
        Rows.Fill(plot, turned, new RowPattern(6, 5, 3, 15, LandUse.VillageHouse, 1, 3, 0.5));
    }

    private static GroundSite? Yard(Plot plot, Place along)
    {
        var left = Plane.Left(along);
        foreach (var (length, depth) in ((double, double)[])[(96, 50), (76, 42), (58, 32), (40, 24)])
        {
            for (var north = -30; north <= 30; north += 6)
            {
                for (var east = -24; east <= 24; east += 8)
                {
                    var box = new Box(Plane.Plus(Plane.Plus(plot.Middle, along, east), left, north), along, length, depth);
                    if (plot.Fits(box, 0))
                    {
                        plot.Keep(box.Grown(4));
                        return new GroundSite(GroundKind.SportsGround, null, [.. Footprint.Track(box).Ring.Select(Plane.Rounded)]);
                    }
                }
            }
        }

        return null;
    }

    private static void Largest(
        Plot plot, Place along, (double Length, double Depth)[] sizes, Func<Box, Footprint> shape, int floors, double heightM, LandUse use, string? name)
    {
        var left = Plane.Left(along);
        foreach (var (length, depth) in sizes)
        {
            foreach (var (lengthM, depthM, direction) in ((double, double, Place)[])[(length, depth, along), (length, depth, left)])
            {
                for (var shift = 0; shift <= 18; shift = shift > 0 ? -shift : 6 - shift)
                {
                    var box = new Box(Plane.Plus(plot.Middle, left, shift), direction, lengthM, depthM);
                    if (plot.TryBuild(shape(box), 0, use, floors, heightM, name))
                    {
                        plot.Keep(box.Grown(10));
                        return;
                    }
                }
            }
        }
    }

    private static void TryAnywhere(Plot plot, double lengthM, double depthM, double gapM, LandUse use, int floors, double heightM)
    {
        var along = plot.RowDirection();
        var (west, east, south, north) = plot.Extent(along);
        var at = west + ((east - west) * plot.Chance.Unit());
        var up = south + ((north - south) * plot.Chance.Unit());
        var box = new Box(Plane.Plus(new Place(along.EastM * at, along.NorthM * at), Plane.Left(along), up), along, lengthM, depthM);
        plot.TryBuild(Footprint.Slab(box), gapM, use, floors, heightM);
    }
}
