using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>A rectangle on the ground: its middle, the direction of its length (a unit vector), and its length and depth in metres.</summary>
internal readonly record struct Box(Place Middle, Place Along, double LengthM, double DepthM)
{
    public double ReachM => Math.Sqrt((LengthM * LengthM) + (DepthM * DepthM)) / 2;

    public Place[] Corners() => [Corner(-1, -1), Corner(1, -1), Corner(1, 1), Corner(-1, 1)];

    public Place Corner(int along, int across) =>
        Plane.Plus(Plane.Plus(Middle, Along, along * LengthM / 2), Plane.Left(Along), across * DepthM / 2);

    public Box Grown(double marginM) => this with { LengthM = LengthM + (2 * marginM), DepthM = DepthM + (2 * marginM) };

    public bool Holds(Place p)
    {
        var d = Plane.Minus(p, Middle);
        return Math.Abs(Plane.Dot(d, Along)) < LengthM / 2 && Math.Abs(Plane.Cross(Along, d)) < DepthM / 2;
    }

    /// <summary>Whether two boxes share ground: no side of either separates them.</summary>
    public bool Meets(Box other)
    {
        if (Middle.MetresTo(other.Middle) > ReachM + other.ReachM)
        {
            return false;
        }

        return !IsApart(this, other, Along) && !IsApart(this, other, Plane.Left(Along))
            && !IsApart(this, other, other.Along) && !IsApart(this, other, Plane.Left(other.Along));
    }

    /// <summary>Whether a stretch of line comes onto the box.</summary>
    public bool Meets(Place a, Place b)
    {
        var from = InFrame(a);
        var to = InFrame(b);
        var (enter, leave) = (0.0, 1.0);
        return Clip(from.EastM, to.EastM, LengthM / 2, ref enter, ref leave) && Clip(from.NorthM, to.NorthM, DepthM / 2, ref enter, ref leave);
    }

    private Place InFrame(Place p)
    {
        var d = Plane.Minus(p, Middle);
        return new Place(Plane.Dot(d, Along), Plane.Cross(Along, d));
    }

    private static bool Clip(double from, double to, double half, ref double enter, ref double leave)
    {
        var step = to - from;
        if (step == 0)
        {
            return Math.Abs(from) < half;
        }

        var (first, second) = ((-half - from) / step, (half - from) / step);
        enter = Math.Max(enter, Math.Min(first, second));
        leave = Math.Min(leave, Math.Max(first, second));
        return enter < leave;
    }

    private static bool IsApart(Box a, Box b, Place axis)
    {
        var distance = Math.Abs(Plane.Dot(Plane.Minus(b.Middle, a.Middle), axis));
        return distance >= a.HalfOn(axis) + b.HalfOn(axis);
    }

    /// <summary>Half the box's extent along a direction.</summary>
    public double HalfOn(Place axis) =>
        ((Math.Abs(Plane.Dot(Along, axis)) * LengthM) + (Math.Abs(Plane.Cross(Along, axis)) * DepthM)) / 2;
}
