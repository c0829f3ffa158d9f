using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>What a file says about a building; null where it says nothing that can be used.</summary>
internal sealed record BuildingFacts(double? HeightM, int? Floors, LandUse? Use, string? Name)
{
    private const double MaxHeightM = 1000;
    private const int MaxFloors = 250;
    private const double FeetM = 0.3048;

    private static readonly string[] HeightKeys = ["height", "building:height", "HEIGHT", "Height"];
    private static readonly string[] FloorKeys = ["building:levels", "levels", "floors", "Floor", "floor"];
    private static readonly string[] NameKeys = ["name", "name:zh"];

    /// <summary>Reads the properties people use for buildings (OpenStreetMap's keys and plain ones).</summary>
    public static BuildingFacts Of(GeoFeature feature, List<ImportNote> notes)
    {
        var heightM = Number(feature, HeightKeys, MaxHeightM, "a height in metres above 0, at most 1000", notes);
        var floors = Number(feature, FloorKeys, MaxFloors, "a number of floors above 0, at most 250", notes);
        var name = NameKeys.Select(feature.Text).FirstOrDefault(text => text is not null);
        return new BuildingFacts(heightM, floors is { } count ? Math.Max(1, (int)Math.Round(count)) : null, LandUseWords.Of(feature), name);
    }

    /// <summary>These facts, with what they lack taken from another feature about the same building.</summary>
    public BuildingFacts FilledFrom(BuildingFacts other) =>
        new(HeightM ?? other.HeightM, Floors ?? other.Floors, Use ?? other.Use, Name ?? other.Name);

    private static double? Number(GeoFeature feature, string[] keys, double max, string expected, List<ImportNote> notes)
    {
        foreach (var key in keys)
        {
            if (feature.Text(key) is not { } text)
                continue;
            if (Metres(text) is { } number && number > 0 && number <= max)
                return number;
            notes.Add(new ImportNote(ImportOutcome.DefaultUsed, feature.Find(text, expected, $"the {key} cannot be used, a default takes its place")));
        }

        return null;
    }

    // OpenStreetMap writes "12", "12.5 m" and, in places, "40 ft" or "40'".
    private static double? Metres(string text)
    {
        var digits = text.TrimEnd('m', 'M', 'f', 't', '\'', ' ');
        var unit = text.EndsWith("ft", StringComparison.Ordinal) || text.EndsWith('\'') ? FeetM : 1;
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number * unit : null;
    }
}
