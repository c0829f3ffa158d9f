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

/// <summary>A stretch of street between two nodes; may be walked and ridden both ways. Length in whole metres, at least 1.</summary>
public readonly record struct StreetEdge(int From, int To, int LengthM, StreetClass Class);

/// <summary>The net officers travel on: connected, nodes in plane metres.</summary>
public sealed record StreetNet(Place[] Nodes, StreetEdge[] Edges);
