using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>The kind of a cell by what its floors are used for; a cell without buildings is public ground.</summary>
internal static class CellKindRule
{
    private const double Half = 0.5;
    private const double MostlyHomes = 0.75;

    public static CellKind Of(IEnumerable<BuildingSite> buildings)
    {
        var floorM2 = new double[Enum.GetValues<LandUse>().Length];
        foreach (var building in buildings)
            floorM2[(int)building.Use] += Geo.Outlines.AreaM2(building.Outline) * building.Floors;
        var all = floorM2.Sum();
        return all switch
        {
            0 => CellKind.Public,
            _ when Share(LandUse.VillageHouse) >= Half => CellKind.Village,
            _ when Share(LandUse.Works) >= Half => CellKind.Industrial,
            _ when Share(LandUse.Civic) + Share(LandUse.Landmark) >= Half => CellKind.Public,
            _ when Share(LandUse.Housing) >= MostlyHomes => CellKind.Residential,
            _ when Share(LandUse.Shops) + Share(LandUse.Offices) >= Half => CellKind.Commercial,
            _ => CellKind.Mixed,
        };

        double Share(LandUse use) => floorM2[(int)use] / all;
    }
}
