using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Silo.Views;

/// <summary>Places of a district as points for screens.</summary>
internal sealed class Spots(CityModel city)
{
    private readonly LocalPlane _plane = new(city.Anchor);

    public PointView Of(Place place)
    {
        var (lon, lat) = _plane.ToDegrees(place);
        return new PointView(lon, lat, Math.Round(place.EastM, 1), Math.Round(place.NorthM, 1));
    }

    public Place ToPlace(double lon, double lat) => _plane.ToPlace(lon, lat);
}
