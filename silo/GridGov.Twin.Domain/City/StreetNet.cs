namespace GridGov.Twin.Domain.City;

/// <summary>How big a street is; decides its width on the map.</summary>
public enum StreetClass : byte
{
    /// <summary>主干道.</summary>
    Avenue,

    /// <summary>次干道.</summary>
    Street,

    /// <summary>支路.</summary>
    Lane,
}

/// <summary>How wide streets are.</summary>
public static class StreetWidth
{
    /// <summary>The width from kerb to kerb in metres: 32, 16 and 6.</summary>
    public static double WidthM(this StreetClass street) => street switch
    {
        StreetClass.Avenue => 32,
        StreetClass.Street => 16,
        _ => 6,
    };
}

/// <summary>A stretch of street between two nodes; may be walked and ridden both ways. Length in whole metres, at least 1.</summary>
public readonly record struct StreetEdge(int From, int To, int LengthM, StreetClass Class);

/// <summary>The net officers travel on: connected, nodes in plane metres.</summary>
public sealed record StreetNet(Place[] Nodes, StreetEdge[] Edges);
