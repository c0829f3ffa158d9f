using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>A pattern of buildings in rows.</summary>
internal readonly record struct RowPattern(
    double LengthM, double DepthM, double GapM, double PitchM, LandUse Use, int Floors, double HeightM, double SkipShare = 0, int HeightSpreadFloors = 0);

/// <summary>Fills plots with rows of buildings and lines their sides.</summary>
internal static class Rows
{
    private const double StepM = 2.5;

    /// <summary>Rows from the plot's south to its north, in the direction given, each from west to east as far as buildings fit.</summary>
    public static void Fill(Plot plot, Place along, RowPattern pattern)
    {
        var (west, east, south, north) = plot.Extent(along);
        var up = south + (pattern.DepthM / 2);
        while (up < north)
        {
            up += FillRow(plot, along, pattern, up, west, east) ? pattern.PitchM : StepM;
        }
    }

    private static bool FillRow(Plot plot, Place along, RowPattern pattern, double up, double west, double east)
    {
        var any = false;
        var left = Plane.Left(along);
        for (var at = west + (pattern.LengthM / 2); at < east;)
        {
            var middle = Plane.Plus(new Place(along.EastM * at, along.NorthM * at), left, up);
            var box = new Box(middle, along, pattern.LengthM, pattern.DepthM);
            if (!plot.Fits(box, pattern.GapM - 0.1))
            {
                at += StepM;
                continue;
            }

            any = true;
            Build(plot, pattern, box);
            at += pattern.LengthM + pattern.GapM;
        }

        return any;
    }

    private static void Build(Plot plot, RowPattern pattern, Box box)
    {
        if (plot.Chance.Happens(pattern.SkipShare))
        {
            return;
        }

        var spread = pattern.HeightSpreadFloors;
        var floors = Math.Max(1, pattern.Floors + (spread > 0 ? plot.Chance.Below((2 * spread) + 1) - spread : 0));
        plot.TryBuild(Footprint.Slab(box), 0, pattern.Use, floors, pattern.HeightM * floors / pattern.Floors);
    }

    /// <summary>Lines every side that carries one of <paramref name="streets"/> with buildings that face it.</summary>
    public static void Line(Plot plot, RowPattern pattern, params StreetClass[] streets)
    {
        foreach (var side in plot.Frontages)
        {
            if (side.Street is { } street && streets.Contains(street) && side.LengthM > pattern.LengthM * 0.7)
            {
                LineSide(plot, side, pattern);
            }
        }
    }

    private static void LineSide(Plot plot, Frontage side, RowPattern pattern)
    {
        var along = side.Along;
        var inward = side.SetbackM + 0.05 + (pattern.DepthM / 2);
        for (var at = 0.0; at < side.LengthM;)
        {
            var length = pattern.LengthM * (0.75 + (0.5 * plot.Chance.Unit()));
            var middle = Plane.Plus(Plane.Plus(side.From, along, at + (length / 2)), Plane.Left(along), inward);
            var box = new Box(middle, along, length, pattern.DepthM);
            if (plot.Fits(box, pattern.GapM))
            {
                Build(plot, pattern, box);
                at += length + pattern.GapM + 0.1;
            }
            else
            {
                at += 3;
            }
        }
    }
}
