namespace GridGov.Twin.Scenarios.Tiles;

/// <summary>A direction of length 1 in signed bytes, as glTF's KHR_mesh_quantization has it; x east, y up, z south.</summary>
internal readonly record struct Normal(sbyte X, sbyte Y, sbyte Z)
{
    /// <summary>The direction of a vector of length 1 in the plane's axes.</summary>
    public static Normal Of(double east, double north, double up) => new(Rounded(east), Rounded(up), Rounded(-north));

    private static sbyte Rounded(double share) => (sbyte)Math.Round(share * sbyte.MaxValue);
}

/// <summary>A corner of a triangle: position in metres (x east, y up, z south), direction, texture coordinate and the feature it belongs to.</summary>
internal readonly record struct Vertex(float X, float Y, float Z, Normal Normal, float U, float V, ushort Feature);
