using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>Reads a number for each of the six kinds of cell.</summary>
internal static class CellFactors
{
    public static readonly MapShape Shape = new("cell-factors", [], [.. Words.CellKinds.Keys]);
    public static readonly MapShape LandShape = new("land", [], [.. Words.CellKinds.Keys]);

    /// <summary>Factors of at least 0; a kind that is not named has 1.</summary>
    public static double[] Read(YamlValue value) => Read(value.Fields(Shape), 1, 1e6);

    /// <summary>Shares from 0 to 1; a kind that is not named has none.</summary>
    public static double[] ReadLand(YamlValue value) => Read(value.Fields(LandShape), 0, 1);

    private static double[] Read(YamlFields fields, double absent, double most) =>
        [.. Words.CellKinds.Keys.Select(kind => fields.Has(kind) ? fields[kind].Real(0, most) : absent)];
}
