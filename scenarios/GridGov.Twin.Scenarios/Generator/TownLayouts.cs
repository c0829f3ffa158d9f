using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>How homes, shops, offices and works stand on their plots.</summary>
internal static class TownLayouts
{
    private const double HomeFloorM = 2.9;
    private const double ShopFloorM = 4.2;
    private const double OfficeFloorM = 3.9;

    /// <summary>An estate: rows or towers facing south, a row of shops where an avenue or street passes.</summary>
    public static void Estate(Plot plot, double style)
    {
        var along = plot.RowDirection();
        var shops = new RowPattern(26, 10, 3, 0, LandUse.Shops, 2, 2 * ShopFloorM, 0.1);
        Rows.Line(plot, shops, StreetClass.Avenue);
        if (style < 0.22)
        {
            Towers(plot, along, 26 + plot.Chance.Below(8));
        }
        else if (style < 0.5)
        {
            var floors = 11 + (plot.Chance.Below(4) * 2) - 2;
            RowsOfHomes(plot, along, 34, 13, floors, 1);
        }
        else if (style < 0.93)
        {
            RowsOfHomes(plot, along, 38 + (plot.Chance.Below(2) * 12), 11, 6, 0);
        }
        else
        {
            Rows.Fill(plot, along, new RowPattern(13, 11, 7 / plot.Density, 22 / plot.Density, LandUse.Housing, 3, 3 * 3.1, 0.06));
        }

        Rows.Fill(plot, along, new RowPattern(9, 7, 7, 40, LandUse.Civic, 1, 3.6, 0.5));
    }

    /// <summary>The core: office towers, department stores, shop rows; towers gain <paramref name="riseFloors"/> floors towards the middle.</summary>
    public static void Core(Plot plot, double bustle, int riseFloors)
    {
        var along = plot.SideDirection();
        var floors = 8 + (int)(bustle * riseFloors) + plot.Chance.Below(5);
        var offices = new RowPattern(32, 30, 13 / plot.Density, 46, LandUse.Offices, floors, floors * OfficeFloorM, 0.2, 3 + (int)(bustle * 6));
        Rows.Line(plot, offices with { LengthM = 36, DepthM = 28 }, StreetClass.Avenue, StreetClass.Street);
        Rows.Line(plot, new RowPattern(20, 13, 2, 0, LandUse.Shops, 4, 4 * ShopFloorM, 0.05, 1), StreetClass.Lane);
        Rows.Fill(plot, along, offices with { LengthM = 27, DepthM = 25, SkipShare = 0.15 });
        Rows.Fill(plot, along, new RowPattern(16, 12, 4, 17, LandUse.Shops, 3, 3 * ShopFloorM, 0.1, 1));
    }

    /// <summary>A commercial plot away from the middle: malls and markets with homes above.</summary>
    public static void Market(Plot plot)
    {
        var along = plot.SideDirection();
        Rows.Line(plot, new RowPattern(44, 20, 6, 0, LandUse.Shops, 5, 5 * ShopFloorM, 0.1, 1), StreetClass.Avenue, StreetClass.Street);
        Rows.Fill(plot, along, new RowPattern(24, 22, 12, 38, LandUse.Offices, 12, 12 * OfficeFloorM, 0.2, 4));
        Rows.Fill(plot, along, new RowPattern(15, 11, 3.5, 16, LandUse.Shops, 3, 3 * ShopFloorM, 0.12, 1));
    }

    /// <summary>The old quarter: shop houses along the lanes, courtyards and rows of low houses behind.</summary>
    public static void OldQuarter(Plot plot, bool courts)
    {
        var along = plot.RowDirection(0.7);
        Rows.Line(plot, new RowPattern(15, 9.5, 0.7, 0, LandUse.Shops, 4, 4 * 3.3, 0.05, 1), StreetClass.Avenue, StreetClass.Street);
        Rows.Line(plot, new RowPattern(13, 8.5, 0.7, 0, LandUse.Shops, 2, 2 * 3.3, 0.08, 1), StreetClass.Lane);
        if (courts)
        {
            Courtyards(plot, along);
        }

        Rows.Fill(plot, along, new RowPattern(16, 8, 1.2, 12.5 / plot.Density, LandUse.Housing, 2, 6, 0.06, 1));
        Rows.Fill(plot, along, new RowPattern(7, 6, 1.5, 9, LandUse.Housing, 1, 3.2, 0.2));
    }

    /// <summary>Works: large halls, an office by the gate, sheds.</summary>
    public static void Works(Plot plot)
    {
        var along = plot.SideDirection();
        Rows.Line(plot, new RowPattern(26, 11, 14, 0, LandUse.Offices, 4, 4 * 3.6, 0.45), StreetClass.Avenue, StreetClass.Street);
        var deep = plot.Chance.Happens(0.5);
        Rows.Fill(plot, along, new RowPattern(deep ? 58 : 44, deep ? 30 : 21, 9, deep ? 42 : 31, LandUse.Works, 1, 10.5, 0.05));
        Rows.Fill(plot, along, new RowPattern(22, 13, 7, 21, LandUse.Works, 1, 7.5, 0.12));
        Rows.Fill(plot, along, new RowPattern(10, 8, 6, 15, LandUse.Works, 1, 5, 0.35));
    }

    private static void RowsOfHomes(Plot plot, Place along, double lengthM, double depthM, int floors, int spread)
    {
        var heightM = floors * HomeFloorM;

        // Spacing by height, so that the low winter sun reaches the ground floor of the next row; wider rows for taller homes.
        var pitchM = depthM + ((floors <= 7 ? 0.95 * heightM : 14 + (0.55 * heightM)) / plot.Density);
        Rows.Fill(plot, along, new RowPattern(lengthM, depthM, floors <= 7 ? 8 : 13, pitchM, LandUse.Housing, floors, heightM, 0.03, spread));
        Rows.Fill(plot, along, new RowPattern(lengthM * 0.55, depthM, floors <= 7 ? 8 : 13, pitchM, LandUse.Housing, floors, heightM, 0.03));
    }

    private static void Towers(Plot plot, Place along, int floors)
    {
        var gapM = 17 / plot.Density;
        Rows.Fill(plot, along, new RowPattern(25, 18, gapM, 18 + (24 / plot.Density), LandUse.Housing, floors, floors * HomeFloorM, 0.04, 2));
        var lower = floors - 6;
        Rows.Fill(plot, along, new RowPattern(19, 16, 14 / plot.Density, 18 + (20 / plot.Density), LandUse.Housing, lower, lower * HomeFloorM, 0.1, 2));
    }

    private static void Courtyards(Plot plot, Place along)
    {
        var (west, east, south, north) = plot.Extent(along);
        for (var up = south + 9; up < north; up += 3)
        {
            for (var at = west + 9; at < east; at += 3)
            {
                var middle = Plane.Plus(new Place(along.EastM * at, along.NorthM * at), Plane.Left(along), up);
                var box = new Box(middle, along, 16 + plot.Chance.Below(4), 17);
                if (plot.Fits(box, 2) && !plot.Chance.Happens(0.25))
                {
                    plot.TryBuild(Footprint.Court(box, 5), 0, LandUse.Housing, 1, 4.2);
                }
            }
        }
    }
}
