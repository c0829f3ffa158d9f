using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>A building before it is counted into the model.</summary>
internal readonly record struct Draft(Place[] Ring, double HeightM, int Floors, LandUse Use, string? Name);

/// <summary>One side of a plot: where it runs, what runs along it, and how far from it a building must keep.</summary>
internal readonly record struct Frontage(Place From, Place To, StreetClass? Street, double SetbackM)
{
    public Place Along { get; } = Plane.Unit(Plane.Minus(To, From));

    public double LengthM { get; } = From.MetresTo(To);

    /// <summary>How far inside the line of this side the nearest point of a box lies, in metres; negative when it is across.</summary>
    public double ClearanceM(Box box) => Plane.Cross(Along, Plane.Minus(box.Middle, From)) - box.HalfOn(Plane.Left(Along));
}

/// <summary>One cell as land to build on: nothing is put nearer a side than its setback or onto another building.</summary>
internal sealed class Plot
{
    private const double PavementM = 2.5;
    private readonly List<Box> _built = [];
    private readonly bool _isConvex;

    /// <param name="outline">The cell's outline.</param>
    /// <param name="streets">What runs along each of its sides.</param>
    /// <param name="passing">Streets that only touch a corner; they are kept free too.</param>
    /// <param name="density">How densely to build; 1 is usual.</param>
    /// <param name="chance">The plot's own stream.</param>
    /// <param name="backM">The setback from a side with no street.</param>
    public Plot(Place[] outline, StreetClass?[] streets, IEnumerable<Box> passing, double density, ChanceStream chance, double backM)
    {
        _built.AddRange(passing);
        Outline = outline;
        Density = density;
        Chance = chance;
        Middle = Plane.Centroid(outline);
        Frontages = [.. outline.Select((from, i) =>
            new Frontage(from, outline[(i + 1) % outline.Length], streets[i], SetbackOf(streets[i], backM)))];
        _isConvex = Enumerable.Range(0, outline.Length)
            .All(i => Plane.Side(outline[i], outline[(i + 1) % outline.Length], outline[(i + 2) % outline.Length]) > -0.5);
    }

    public Place[] Outline { get; }

    public Frontage[] Frontages { get; }

    public double Density { get; }

    public Place Middle { get; }

    public List<Draft> Drafts { get; } = [];

    /// <summary>The plot's own stream of chance.</summary>
    public ChanceStream Chance;

    /// <summary>
    /// The direction of rows of homes: along the side that lies most nearly east–west, if its eastward part is at least
    /// <paramref name="leastEast"/> (0.96 is some 16 degrees off), else due east.
    /// </summary>
    public Place RowDirection(double leastEast = 0.96)
    {
        var best = Frontages.Where(side => side.LengthM > 30).Select(side => side.Along)
            .Select(along => along.EastM < 0 ? new Place(-along.EastM, -along.NorthM) : along)
            .MaxBy(along => along.EastM);
        return best.EastM > leastEast ? best : new Place(1, 0);
    }

    /// <summary>The direction of the plot's longest side.</summary>
    public Place SideDirection()
    {
        var along = Frontages.MaxBy(side => side.LengthM).Along;
        return along.EastM < 0 ? new Place(-along.EastM, -along.NorthM) : along;
    }

    /// <summary>The box that holds the plot's outline, lying in the direction given.</summary>
    public (double West, double East, double South, double North) Extent(Place along)
    {
        var left = Plane.Left(along);
        return (Outline.Min(p => Plane.Dot(p, along)), Outline.Max(p => Plane.Dot(p, along)),
            Outline.Min(p => Plane.Dot(p, left)), Outline.Max(p => Plane.Dot(p, left)));
    }

    /// <summary>Whether a box may be built on, keeping <paramref name="gapM"/> from what is built already.</summary>
    public bool Fits(Box box, double gapM)
    {
        if (!(_isConvex ? InsideConvex(box) : InsideAny(box)))
        {
            return false;
        }

        var grown = box.Grown(gapM);
        foreach (var other in _built)
        {
            if (grown.Meets(other))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Builds if every part of the footprint fits.</summary>
    public bool TryBuild(Footprint footprint, double gapM, LandUse use, int floors, double heightM, string? name = null)
    {
        foreach (var part in footprint.Parts)
        {
            if (!Fits(part, gapM))
            {
                return false;
            }
        }

        Drafts.Add(new Draft([.. footprint.Ring.Select(Plane.Rounded)], Math.Round(heightM, 1), floors, use, name));
        _built.AddRange(footprint.Parts);
        return true;
    }

    /// <summary>Keeps a box free of buildings.</summary>
    public void Keep(Box box) => _built.Add(box);

    private static double SetbackOf(StreetClass? street, double backM) =>
        street is { } known ? (known.WidthM() / 2) + PavementM + (known == StreetClass.Avenue ? 3 : 0) : backM;

    private bool InsideConvex(Box box)
    {
        foreach (var side in Frontages)
        {
            if (side.ClearanceM(box) < side.SetbackM)
            {
                return false;
            }
        }

        return true;
    }

    private bool InsideAny(Box box)
    {
        if (!Plane.Contains(Outline, box.Middle))
        {
            return false;
        }

        foreach (var side in Frontages)
        {
            if (box.Grown(side.SetbackM).Meets(side.From, side.To))
            {
                return false;
            }
        }

        return true;
    }
}
