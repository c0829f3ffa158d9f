namespace GridGov.Twin.Scenarios.Import;

/// <summary>What the importer's streams of chance are for: part of their key, so the numbers never change.</summary>
internal static class ImportPurpose
{
    public const uint LandUse = 0x1301;
    public const uint Households = 0x1302;

    /// <summary>Plus the device kind, 0 to 255.</summary>
    public const uint Devices = 0x1400;
}
