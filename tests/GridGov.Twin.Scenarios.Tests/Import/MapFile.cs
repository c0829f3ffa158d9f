using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.Tests.Import;

/// <summary>Builds small GeoJSON texts from plane metres around 120° E 30° N, one feature a line from line 2.</summary>
internal sealed class MapFile
{
    public static readonly LocalPlane Plane = new(new Anchor(120, 30));

    private readonly List<string> _features = [];

    public MapFile Box(double eastM, double northM, double sideM, string properties = "{}") => Box(eastM, northM, sideM, sideM, properties);

    public MapFile Box(double eastM, double northM, double widthM, double depthM, string properties) => Ring(
        properties,
        (eastM, northM),
        (eastM + widthM, northM),
        (eastM + widthM, northM + depthM),
        (eastM, northM + depthM),
        (eastM, northM));

    public MapFile Ring(string properties, params (double EastM, double NorthM)[] ring) =>
        Add("Polygon", $"[[{Positions(ring)}]]", properties);

    public MapFile Road(string properties, params (double EastM, double NorthM)[] line) => Add("LineString", $"[{Positions(line)}]", properties);

    public MapFile Point(double eastM, double northM) => Add("Point", Positions((eastM, northM)), "{}");

    public override string ToString() =>
        "{\"type\":\"FeatureCollection\",\"features\":[\n" + string.Join(",\n", _features) + "\n]}";

    private MapFile Add(string type, string coordinates, string properties)
    {
        _features.Add($"{{\"type\":\"Feature\",\"properties\":{properties},\"geometry\":{{\"type\":\"{type}\",\"coordinates\":{coordinates}}}}}");
        return this;
    }

    private static string Positions(params (double EastM, double NorthM)[] places) => string.Join(",", places.Select(place =>
    {
        var (longitude, latitude) = Plane.ToDegrees(new Place(place.EastM, place.NorthM));
        return string.Create(CultureInfo.InvariantCulture, $"[{longitude},{latitude}]");
    }));
}
