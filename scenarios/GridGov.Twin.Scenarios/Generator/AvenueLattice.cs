using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>
/// Where the avenues run before they are bent: columns and rows at uneven spacing, one thin row for the river, and the
/// superblocks between them that belong to the district. <see cref="At"/> bends lattice metres into the district's plane.
/// </summary>
internal sealed class AvenueLattice
{
    private readonly SmoothNoise _bendEast;
    private readonly SmoothNoise _bendNorth;
    private readonly SmoothNoise _meander;
    private readonly double _bendM;
    private readonly double _meanderM;
    private readonly Place _heading;
    private double _scale = 1;
    private Place _middle;

    public AvenueLattice(DistrictPlan plan)
    {
        var chance = ChanceStream.For(plan.Seed, 0UL, Purpose.Lattice);
        var areaM2 = plan.Cells * 10_000.0;
        SpacingM = Math.Clamp(Math.Sqrt(areaM2 / 6), 200, 500);
        var spanM = Math.Sqrt(areaM2 * 1.7);
        var across = Math.Max(3, (int)Math.Ceiling(spanM / SpacingM));
        Columns = Lines(ref chance, across);
        Rows = Lines(ref chance, across);
        RiverRow = plan.River ? Math.Clamp((int)(across * (0.36 + (0.24 * chance.Unit()))), 1, across - 1) : -1;
        RiverWidthM = 44 + Math.Clamp(0.022 * spanM, 8, 70);
        if (plan.River)
        {
            Rows = [.. Rows[..(RiverRow + 1)], .. Rows[RiverRow..].Select(north => north + RiverWidthM)];
        }

        _bendEast = new SmoothNoise(plan.Seed, Purpose.BendEast, 2.9 * SpacingM);
        _bendNorth = new SmoothNoise(plan.Seed, Purpose.BendNorth, 2.9 * SpacingM);
        _meander = new SmoothNoise(plan.Seed, Purpose.Meander, 2.6 * SpacingM);
        _bendM = 0.2 * SpacingM;
        _meanderM = 0.6 * SpacingM;
        var tilt = Plane.Unit(new Place(1, (chance.Unit() - 0.5) * 0.24));
        _heading = chance.Happens(0.4) ? Plane.Left(tilt) : tilt;
        Chosen = new OutlineGrowth(this, plan, areaM2).Grow();
        Fit(areaM2);
    }

    public double SpacingM { get; }

    public double RiverWidthM { get; }

    public double[] Columns { get; }

    public double[] Rows { get; }

    /// <summary>The thin row of superblocks the river fills, or −1.</summary>
    public int RiverRow { get; }

    /// <summary>Which superblocks, by column and row, are in the district.</summary>
    public bool[,] Chosen { get; }

    public bool IsChosen(int column, int row) =>
        column >= 0 && row >= 0 && column < Columns.Length - 1 && row < Rows.Length - 1 && Chosen[column, row];

    /// <summary>A point of the lattice, bent, turned and scaled into the district.</summary>
    public Place At(double across, double up)
    {
        var bent = new Place(
            across + (_bendM * _bendEast.At(across, up)),
            up + (_bendM * _bendNorth.At(across, up)) + (_meanderM * _meander.At(across, 0) * NearRiver(up)));
        var left = Plane.Left(_heading);
        var east = (bent.EastM * _heading.EastM) + (bent.NorthM * left.EastM);
        var north = (bent.EastM * _heading.NorthM) + (bent.NorthM * left.NorthM);
        return new Place((east - _middle.EastM) * _scale, (north - _middle.NorthM) * _scale);
    }

    /// <summary>Points along a row from one column to the next, ends included; more of them near the river, which winds.</summary>
    public double[] AlongRow(int column, int row)
    {
        var (from, to) = (Columns[column], Columns[column + 1]);
        var pieces = RiverRow >= 0 && Math.Abs(row - RiverRow - 0.5) < 1 ? Math.Max(2, (int)((to - from) / 50)) : 3;
        return [.. Enumerable.Range(0, pieces + 1).Select(i => i == pieces ? to : from + ((to - from) * i / pieces))];
    }

    /// <summary>Points along a column from one row to the next, ends included.</summary>
    public double[] AlongColumn(int row)
    {
        var (from, to) = (Rows[row], Rows[row + 1]);
        return row == RiverRow ? [from, to] : [from, from + ((to - from) / 3), from + ((to - from) * 2 / 3), to];
    }

    /// <summary>
    /// The ring of the superblocks from one column to another in a row, in lattice metres, counter-clockwise. Where the district's
    /// outline turns outwards the ring cuts the corner, so that the outline is not a staircase.
    /// </summary>
    public List<Place> RingOf(int west, int east, int row)
    {
        var ring = new List<Place>();
        for (var column = west; column < east; column++)
        {
            ring.AddRange(AlongRow(column, row).SkipLast(1).Select(across => new Place(across, Rows[row])));
        }

        ring.AddRange(AlongColumn(row).SkipLast(1).Select(up => new Place(Columns[east], up)));
        for (var column = east - 1; column >= west; column--)
        {
            ring.AddRange(AlongRow(column, row + 1).Reverse().SkipLast(1).Select(across => new Place(across, Rows[row + 1])));
        }

        ring.AddRange(AlongColumn(row).Reverse().SkipLast(1).Select(up => new Place(Columns[west], up)));
        return CutCorners(ring, west, east, row);
    }

    // A superblock's only outward corner is cut from a third of the way along its sides; where it has several, from two thirds, so that
    // land is left.
    private List<Place> CutCorners(List<Place> ring, int west, int east, int row)
    {
        (int Column, int Row, int East, int North)[] corners =
            [(west, row, -1, -1), (east, row, 1, -1), (east, row + 1, 1, 1), (west, row + 1, -1, 1)];
        foreach (var corner in corners.Where(corner => IsOutwardCorner(corner.East < 0 ? west : east - 1, row, corner.East, corner.North)))
        {
            var reach = corners.Count(other => IsOutwardCorner(corner.East < 0 ? west : east - 1, row, other.East, other.North)) == 1 ? 1 : 0;
            var at = ring.IndexOf(new Place(Columns[corner.Column], Rows[corner.Row]));
            var cut = Enumerable.Range(-reach, (2 * reach) + 1).Select(step => ring[(at + step + ring.Count) % ring.Count]).ToArray();
            ring.RemoveAll(cut.Contains);
        }

        return ring;
    }

    private bool IsOutwardCorner(int column, int row, int eastward, int northward)
    {
        var bank = RiverRow >= 0 && Math.Abs(row - RiverRow) <= 1;
        return !bank && !IsChosen(column + eastward, row) && !IsChosen(column, row + northward) && !IsChosen(column + eastward, row + northward);
    }

    private double[] Lines(ref ChanceStream chance, int spaces)
    {
        var lines = new double[spaces + 1];
        for (var i = 1; i <= spaces; i++)
        {
            lines[i] = lines[i - 1] + (SpacingM * (1 + ((chance.Unit() - 0.5) * 0.36)));
        }

        return lines;
    }

    private double NearRiver(double up)
    {
        if (RiverRow < 0)
        {
            return 0;
        }

        var away = (up - Rows[RiverRow]) / (1.5 * SpacingM);
        return 1 / (1 + (away * away));
    }

    private void Fit(double areaM2)
    {
        var area = 0.0;
        double east = 0, north = 0;
        for (var column = 0; column < Columns.Length - 1; column++)
        {
            for (var row = 0; row < Rows.Length - 1; row++)
            {
                if (!Chosen[column, row])
                {
                    continue;
                }

                Place[] ring = [.. RingOf(column, column + 1, row).Select(p => At(p.EastM, p.NorthM))];
                var part = Plane.AreaM2(ring);
                var centre = Plane.Centroid(ring);
                area += part;
                east += part * centre.EastM;
                north += part * centre.NorthM;
            }
        }

        _middle = new Place(east / area, north / area);
        _scale = Math.Sqrt(areaM2 / area);
    }
}
