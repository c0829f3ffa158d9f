using System.Text.Json;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Tiles;

/// <summary>Writes <c>tileset.json</c>: the tree of tiles under the transform that lays the city's plane on the globe (WGS 84).</summary>
internal static class Tileset
{
    private const double EquatorRadiusM = 6_378_137.0;
    private const double EccentricitySquared = 0.006_694_379_990_141_317;
    private const int VersionLetters = 16;

    public static void Write(Stream stream, Anchor anchor, Tile root, string hash)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteStartObject("asset");
        json.WriteString("version", "1.1");
        json.WriteString("tilesetVersion", hash[..VersionLetters]);
        json.WriteEndObject();
        json.WriteNumber("geometricError", root.ErrorM);
        json.WritePropertyName("root");
        Write(json, root, EastNorthUp(anchor));
        json.WriteEndObject();
    }

    /// <summary>
    /// The columns of the matrix from metres east, north and up at the anchor to earth-centred, earth-fixed metres.
    /// </summary>
    internal static double[] EastNorthUp(Anchor anchor)
    {
        var (sinLongitude, cosLongitude) = Math.SinCos(anchor.LongitudeDeg * Math.PI / 180);
        var (sinLatitude, cosLatitude) = Math.SinCos(anchor.LatitudeDeg * Math.PI / 180);
        var primeVerticalM = EquatorRadiusM / Math.Sqrt(1 - (EccentricitySquared * sinLatitude * sinLatitude));
        return
        [
            -sinLongitude, cosLongitude, 0, 0,
            -sinLatitude * cosLongitude, -sinLatitude * sinLongitude, cosLatitude, 0,
            cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude, 0,
            primeVerticalM * cosLatitude * cosLongitude, primeVerticalM * cosLatitude * sinLongitude,
            primeVerticalM * (1 - EccentricitySquared) * sinLatitude, 1,
        ];
    }

    private static void Write(Utf8JsonWriter json, Tile tile, double[]? transform)
    {
        json.WriteStartObject();
        if (transform is not null)
        {
            json.WriteStartArray("transform");
            foreach (var number in transform)
                json.WriteNumberValue(number);
            json.WriteEndArray();
        }

        json.WriteStartObject("boundingVolume");
        json.WriteStartArray("box");
        foreach (var number in tile.Box.Numbers())
            json.WriteNumberValue(number);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteNumber("geometricError", tile.ErrorM);
        if (tile.IsReplaced || transform is not null)
            json.WriteString("refine", tile.IsReplaced ? "REPLACE" : "ADD");
        WriteContent(json, tile);
        json.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter json, Tile tile)
    {
        if (tile.Content is { } content)
        {
            json.WriteStartObject("content");
            json.WriteString("uri", content);
            json.WriteEndObject();
        }

        if (tile.Children.Count == 0)
            return;
        json.WriteStartArray("children");
        foreach (var child in tile.Children)
            Write(json, child, null);
        json.WriteEndArray();
    }
}
