using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Benchmarks.Browser;

/// <summary>A camera that has nearly all of a city in its picture, looking north and down.</summary>
internal static class WideView
{
    private const double PitchDeg = -50;
    private const double HalfWidthsAway = 2.4;

    /// <summary>The view as a link of the map says it: <c>lon,lat,height,heading,pitch</c>.</summary>
    public static string Of(CityModel city)
    {
        var (west, east) = (city.Boundary.Min(p => p.EastM), city.Boundary.Max(p => p.EastM));
        var (south, north) = (city.Boundary.Min(p => p.NorthM), city.Boundary.Max(p => p.NorthM));
        var away = HalfWidthsAway * Math.Max(east - west, north - south) / 2;
        var (sine, cosine) = Math.SinCos(-PitchDeg * Math.PI / 180);
        var (lon, lat) = new LocalPlane(city.Anchor).ToDegrees(new Place((west + east) / 2, ((south + north) / 2) - (away * cosine)));
        return FormattableString.Invariant($"{lon},{lat},{away * sine:0},0,{PitchDeg}");
    }
}
