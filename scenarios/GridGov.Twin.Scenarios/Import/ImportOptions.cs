namespace GridGov.Twin.Scenarios.Import;

/// <summary>What a city is imported from.</summary>
/// <param name="Buildings">A GeoJSON file of footprints, plain or gzip.</param>
/// <param name="Name">What the district is called.</param>
public sealed record ImportOptions(string Buildings, string Name)
{
    /// <summary>A GeoJSON file with the district's boundary; without it the boundary is drawn around the buildings.</summary>
    public string? Boundary { get; init; }

    /// <summary>A GeoJSON file of road centre lines; without it streets are laid along the cells' edges.</summary>
    public string? Roads { get; init; }

    /// <summary>The six digits of the district's division code (GB/T 2260); the default begins with 99, which no real place has.</summary>
    public string Division { get; init; } = "990101";

    /// <summary>The seed of what the files do not say: land use, households, devices. Every building and cell has its own stream.</summary>
    public ulong Seed { get; init; } = 1;
}
