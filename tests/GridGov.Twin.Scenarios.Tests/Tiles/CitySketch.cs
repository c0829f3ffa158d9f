using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.Tests.Tiles;

/// <summary>Cities of nothing but given buildings, and outlines by chance.</summary>
internal static class CitySketch
{
    public static CityModel Of(params BuildingSite[] buildings) =>
        new("试验区", new Anchor(120, 30), [], [], [], buildings, [], [], new StreetNet([], []));

    public static BuildingSite Building(int index, double heightM, params (double East, double North)[] outline) =>
        Building(index, heightM, [.. outline.Select(at => new Place(at.East, at.North))]);

    public static BuildingSite Building(int index, double heightM, Place[] outline)
    {
        var centre = outline.Length > 0 ? outline[0] : new Place(0, 0);
        return new BuildingSite(index, 0, centre, outline, heightM, 1, (LandUse)(index % 7), 0, 0, default, null);
    }

    /// <summary>A simple outline: a star, a row of bars or a comb, turned and moved by chance.</summary>
    public static Place[] Outline(Random chance)
    {
        var (angle, east, north) = (chance.NextDouble() * Math.Tau, (chance.NextDouble() - 0.5) * 200, (chance.NextDouble() - 0.5) * 200);
        var (sine, cosine) = Math.SinCos(chance.Next(3) == 0 ? 0 : angle);
        var shape = chance.Next(3) switch { 0 => Star(chance), 1 => Bars(chance), _ => Comb(chance) };
        return Outlines.FromRing(shape.Select(at => new Place((at.EastM * cosine) - (at.NorthM * sine) + east, (at.EastM * sine) + (at.NorthM * cosine) + north)));
    }

    private static IEnumerable<Place> Star(Random chance)
    {
        var corners = chance.Next(3, 60);
        return Enumerable.Range(0, corners).Select(i => (Angle: Math.Tau * i / corners, Radius: 2 + (chance.NextDouble() * 30)))
            .Select(at => new Place(at.Radius * Math.Cos(at.Angle), at.Radius * Math.Sin(at.Angle)));
    }

    // Neighbours may be of one height, so that there are corners on straight walls.
    private static IEnumerable<Place> Bars(Random chance)
    {
        var bars = Enumerable.Range(0, chance.Next(1, 12)).Select(i => (West: i * 5.0, Height: 4.0 * chance.Next(1, 5))).ToArray();
        return [new Place(0, 0), new Place(bars.Length * 5.0, 0), .. bars.Reverse().SelectMany(bar => (Place[])[new(bar.West + 5, bar.Height), new(bar.West, bar.Height)])];
    }

    private static IEnumerable<Place> Comb(Random chance)
    {
        var teeth = chance.Next(2, 15);
        return [new Place(0, -3), new Place(teeth * 2, -3), .. Enumerable.Range(0, teeth).Reverse().SelectMany(i =>
            (Place[])[new((i * 2) + 1.5, 0), new((i * 2) + 1.2, 5 + (chance.NextDouble() * 20)), new((i * 2) + 0.5, 0)])];
    }
}
