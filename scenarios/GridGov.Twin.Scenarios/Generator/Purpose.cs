namespace GridGov.Twin.Scenarios.Generator;

/// <summary>What a stream of chance is for: each part of the district draws from its own, so a change in one leaves the others alone.</summary>
internal static class Purpose
{
    public const uint Lattice = 1;
    public const uint BendEast = 2;
    public const uint BendNorth = 3;
    public const uint Meander = 4;
    public const uint Outline = 5;
    public const uint Blocks = 6;
    public const uint LandUse = 7;
    public const uint Estates = 9;
    public const uint Footprints = 10;
    public const uint Households = 11;
    public const uint Names = 12;
    public const uint Devices = 13;
    public const uint Lakes = 14;
}
