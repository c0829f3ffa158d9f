namespace GridGov.Twin.Domain.City;

/// <summary>A point of the district in metres: east and north of its anchor. Distances are plane distances.</summary>
public readonly record struct Place(double EastM, double NorthM)
{
    /// <summary>The straight-line distance in metres.</summary>
    public double MetresTo(Place other)
    {
        var east = other.EastM - EastM;
        var north = other.NorthM - NorthM;
        return Math.Sqrt((east * east) + (north * north));
    }
}

/// <summary>Where the district's plane touches the globe: WGS 84 degrees of the point (0, 0).</summary>
public readonly record struct Anchor(double LongitudeDeg, double LatitudeDeg);
