using System.Globalization;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Domain.Tests.Build;

/// <summary>
/// A city like squared paper: cells of 100 m, row by row from the north-west, a street node in the middle of each and a lane to each neighbour.
/// One district (unit 0), one street (1), one community (2); in every cell one house with ten residents.
/// </summary>
internal static class Lattice
{
    public const int District = 0;
    public const int Street = 1;
    public const int Community = 2;
    private const double CellM = 100;

    public static CityModel City(int across, int down, params (DeviceKind Kind, int Cell)[] devices) => new(
        "lattice",
        new Anchor(120, 36),
        Square(0, -down * CellM, across * CellM, 0),
        [
            new OrgUnit(District, "370200", "District", Level.District, -1),
            new OrgUnit(Street, "370200001", "Street", Level.Street, District),
            new OrgUnit(Community, "370200001001", "Community", Level.Community, Street),
        ],
        [.. Enumerable.Range(0, across * down).Select(cell => CellAt(cell, cell % across, cell / across))],
        [.. Enumerable.Range(0, across * down).Select(cell => House(cell, Middle(cell % across, cell / across)))],
        [.. devices.Select((device, index) => new DeviceSite(
            index, string.Create(CultureInfo.InvariantCulture, $"3702000101{index:000000}"), device.Kind, device.Cell,
            Middle(device.Cell % across, device.Cell / across)))],
        [],
        Streets(across, down));

    /// <summary>A city with nothing in it but its units and a crossroads: for worlds that are desks alone.</summary>
    public static CityModel Nowhere => City(0, 0) with { Streets = new StreetNet([new Place(0, 0)], []) };

    private static CellSite CellAt(int cell, int column, int row) => new(
        cell, string.Create(CultureInfo.InvariantCulture, $"370200001001{cell + 1:000}"), CellKind.Residential, Community, Middle(column, row),
        Square(column * CellM, -(row + 1) * CellM, (column + 1) * CellM, -row * CellM), CellM * CellM, cell);

    private static BuildingSite House(int cell, Place at) => new(
        cell, cell, at, Square(at.EastM - 5, at.NorthM - 5, at.EastM + 5, at.NorthM + 5), 9, 3, LandUse.Housing, 4, 10, new Needs(1, 0), null);

    private static StreetNet Streets(int across, int down)
    {
        List<StreetEdge> lanes = [];
        for (var cell = 0; cell < across * down; cell++)
        {
            if ((cell % across) + 1 < across)
            {
                lanes.Add(new StreetEdge(cell, cell + 1, (int)CellM, StreetClass.Lane));
            }

            if (cell + across < across * down)
            {
                lanes.Add(new StreetEdge(cell, cell + across, (int)CellM, StreetClass.Lane));
            }
        }

        return new StreetNet([.. Enumerable.Range(0, across * down).Select(cell => Middle(cell % across, cell / across))], [.. lanes]);
    }

    private static Place Middle(int column, int row) => new((column + 0.5) * CellM, -(row + 0.5) * CellM);

    private static Place[] Square(double west, double south, double east, double north) =>
        [new(west, south), new(east, south), new(east, north), new(west, north)];
}
