using System.Text.Json;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Tests.CityFiles;

/// <summary>A city with all its values as text, one array a line, so that two cities can be compared and a difference is seen.</summary>
internal static class CityText
{
    public static string Of(CityModel city) => string.Join(
        "\n",
        new object[] { city.Name, city.Anchor, city.Boundary, city.Org, city.Cells, city.Buildings, city.Devices, city.Ground, city.Streets }
            .Select(part => JsonSerializer.Serialize(part, part.GetType())));
}
