using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.CityFiles;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Generator;

namespace GridGov.Twin.Scenarios.Building;

/// <summary>Gets the city of a scenario: generated, read, or for a world of desks alone, a single place.</summary>
internal static class CityBuilding
{
    public static CityModel Build(ScenarioFile file) => file.City switch
    {
        { Generate: { } plan } => DistrictGenerator.Generate(plan),
        { Folder: { } folder } => CityFolder.Read(folder),
        _ => OnePlace(file.Title.Zh),
    };

    private static CityModel OnePlace(string name)
    {
        var here = new Place(0, 0);
        return new CityModel(
            name, new Anchor(0, 0), [], [new OrgUnit(0, "000000", name, Level.District, -1)], [], [], [], [], new StreetNet([here], []));
    }
}
