using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>
/// What is assumed of a building where the file is silent. The figures are rules of thumb of this project, for synthetic districts only.
/// </summary>
internal static class BuildingGuess
{
    private const double FloorHeightM = 3.2;

    /// <summary>The height in metres and the number of floors: the given ones, one from the other, or by the footprint's area in m².</summary>
    public static (double HeightM, int Floors) Size(BuildingFacts facts, double areaM2)
    {
        var floors = facts.Floors ?? (facts.HeightM is { } heightM ? FloorsOf(heightM) : DefaultFloors(areaM2));
        return (facts.HeightM ?? Math.Round(floors * FloorHeightM, 1), floors);
    }

    /// <summary>The land use by size where the file does not say: towers are offices or homes, wide low buildings works or shops.</summary>
    public static LandUse Use(double areaM2, double heightM, ref ChanceStream chance)
    {
        var roll = chance.Unit();
        return (areaM2, heightM) switch
        {
            ( < 40, _) => LandUse.Shops,
            (_, >= 120) => roll < 0.8 ? LandUse.Offices : LandUse.Housing,
            (_, >= 45) => roll < 0.75 ? LandUse.Housing : LandUse.Offices,
            ( >= 4000, < 15) => roll < 0.6 ? LandUse.Works : LandUse.Shops,
            ( >= 2000, _) => roll < 0.4 ? LandUse.Shops : roll < 0.7 ? LandUse.Offices : LandUse.Civic,
            _ => roll < 0.84 ? LandUse.Housing : roll < 0.92 ? LandUse.Shops : roll < 0.97 ? LandUse.Offices : LandUse.Civic,
        };
    }

    private static int FloorsOf(double heightM) => Math.Max(1, (int)Math.Round(heightM / FloorHeightM));

    private static int DefaultFloors(double areaM2) => areaM2 switch { < 60 => 1, < 200 => 3, < 3000 => 6, < 6000 => 4, _ => 2 };
}
