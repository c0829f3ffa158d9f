using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Scenarios.Output;

namespace GridGov.Twin.Scenarios.Tiles;

/// <summary>What was baked: content files, buildings in them, bytes of all files, and what could not be taken as it stands.</summary>
/// <param name="Tiles">Files with content, coarse ones included.</param>
/// <param name="Features">Buildings that are drawn.</param>
/// <param name="Bytes">The size of all files together.</param>
/// <param name="Repaired">Buildings whose outline crosses or touches itself and was mended.</param>
/// <param name="Skipped">Buildings without a shape that could be drawn.</param>
public sealed record TilesReport(int Tiles, int Features, long Bytes, IReadOnlyList<Finding> Repaired, IReadOnlyList<Finding> Skipped);

/// <summary>
/// Bakes the buildings of a city into 3D Tiles 1.1 (OGC 22-025r4): <c>tileset.json</c> and glTF 2.0 contents beside it. Everything is in plane
/// metres under one transform at the anchor, so that it fits whatever else is drawn on the city's plane. The same city gives the same bytes.
/// </summary>
public static class CityTiles
{
    /// <summary>The file a viewer opens.</summary>
    public const string TilesetFile = "tileset.json";

    private const string ContentSuffix = ".glb";

    /// <summary>
    /// Writes the tiles into <paramref name="folder"/>, which appears whole or not at all; one that holds anything but earlier tiles is left alone,
    /// unless told by <paramref name="force"/>. Not for two threads at once with one folder.
    /// </summary>
    /// <exception cref="InputRejectedException">The folder cannot be used.</exception>
    public static TilesReport Write(CityModel city, string folder, bool force = false)
    {
        ArgumentNullException.ThrowIfNull(city);
        using var output = OutputFolder.Open(folder, Earlier(folder), force);
        var bakery = new TileBakery(city, output.Fresh);
        var root = bakery.Bake();
        using (var stream = File.Create(output.PathOf(TilesetFile)))
            Tileset.Write(stream, new LocalPlane(city.Anchor).Anchor, root, HashOf(city));
        var bytes = Directory.EnumerateFiles(output.Fresh).Sum(file => new FileInfo(file).Length);
        output.Commit();
        return new TilesReport(bakery.Tiles, bakery.Features, bytes, bakery.Repaired, bakery.Skipped);
    }

    /// <summary>
    /// A hash, in 64 hexadecimal digits, of all that <see cref="Write"/> depends on; a key to keep baked tiles by. Other tiles have another key,
    /// also when a later version of this program bakes the same city otherwise.
    /// </summary>
    public static string HashOf(CityModel city)
    {
        ArgumentNullException.ThrowIfNull(city);
        return BuildingsHash.Of(city);
    }

    /// <summary>The name of a content file, such as <c>coarse-002.glb</c>.</summary>
    internal static string ContentFile(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number:000}{ContentSuffix}");

    // Tiles of another city may be more of the same names; they go with the old folder.
    private static string[] Earlier(string folder) => File.Exists(Path.Combine(folder, TilesetFile))
        ? [TilesetFile, .. Directory.EnumerateFiles(folder, $"*{ContentSuffix}").Select(file => Path.GetFileName(file)!)]
        : [];
}
