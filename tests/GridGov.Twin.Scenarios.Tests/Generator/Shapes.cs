using GridGov.Twin.Domain.City;
using NetTopologySuite.Geometries;

namespace GridGov.Twin.Scenarios.Tests.Generator;

/// <summary>The model's rings as NetTopologySuite geometries, the tests' independent judge.</summary>
internal static class Shapes
{
    private static readonly GeometryFactory Factory = new();

    public static Polygon Of(Place[] ring) =>
        Factory.CreatePolygon([.. ring.Append(ring[0]).Select(place => new Coordinate(place.EastM, place.NorthM))]);

    public static Point Of(Place place) => Factory.CreatePoint(new Coordinate(place.EastM, place.NorthM));

    public static Geometry Of(StreetNet net, StreetEdge edge) =>
        Factory.CreateLineString([Coordinate(net.Nodes[edge.From]), Coordinate(net.Nodes[edge.To])]);

    private static Coordinate Coordinate(Place place) => new(place.EastM, place.NorthM);
}
