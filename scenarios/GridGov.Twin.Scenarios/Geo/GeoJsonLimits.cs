namespace GridGov.Twin.Scenarios.Geo;

/// <summary>How much a GeoJSON file may ask of this machine. Reading holds one feature's bytes at a time, never the whole file.</summary>
/// <param name="MaxFileBytes">The longest file, counted after unpacking; longer ones are refused.</param>
/// <param name="MaxFeatureBytes">The longest single feature.</param>
/// <param name="MaxFindings">How many broken features are told before reading stops.</param>
public sealed record GeoJsonLimits(long MaxFileBytes, int MaxFeatureBytes, int MaxFindings)
{
    /// <summary>512 MB a file, 64 MB a feature, 50 findings.</summary>
    public static GeoJsonLimits Default { get; } = new(512L << 20, 64 << 20, 50);
}
