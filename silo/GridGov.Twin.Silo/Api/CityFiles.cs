using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Hashing;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Tiles;
using GridGov.Twin.Silo.Hosting;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Api;

/// <summary>The city of a world as the map reads it, plain and zipped, with a tag that changes when it does.</summary>
internal sealed record CityText(byte[] Plain, byte[] Zipped, string Tag);

/// <summary>
/// The files of cities: text made once per plan, tiles baked once into the data folder under the city's hash, also for later starts. Baking begins
/// when it is first asked for.
/// </summary>
internal sealed class CityFiles(IConfiguration configuration)
{
    private readonly ConditionalWeakTable<WorldPlan, Lazy<CityText>> _texts = [];
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _tiles = new(StringComparer.Ordinal);

    public CityText City(LiveWorld world) => _texts.GetValue(world.Plan, plan => new Lazy<CityText>(() => TextOf(plan))).Value;

    /// <summary>The folder of a world's tiles, baked when it is not there.</summary>
    /// <exception cref="WorldRefusedException">The tiles cannot be written.</exception>
    public async Task<string> Tiles(LiveWorld world)
    {
        var hash = CityTiles.HashOf(world.Plan.City);
        try
        {
            return await _tiles.GetOrAdd(hash, _ => new Lazy<Task<string>>(() => Task.Run(() => Bake(world, hash)))).Value;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InputRejectedException)
        {
            _tiles.TryRemove(hash, out _);
            throw new WorldRefusedException(503, "tiles-unavailable", new Contracts.Name("建筑模型无法写入磁盘", "the tiles cannot be written")) { RetryAfterS = 5 };
        }
    }

    private string Bake(LiveWorld world, string hash)
    {
        var folder = Path.Combine(SiloSettings.Read(configuration).Data, "tiles", hash);
        if (!File.Exists(Path.Combine(folder, CityTiles.TilesetFile)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
            CityTiles.Write(world.Plan.City, folder);
        }

        return folder;
    }

    private static CityText TextOf(WorldPlan plan)
    {
        var plain = new ArrayBufferWriter<byte>();
        MapCity.Write(plain, plan);
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Optimal))
        {
            zip.Write(plain.WrittenSpan);
        }

        return new CityText(plain.WrittenSpan.ToArray(), zipped.ToArray(), RunningHash.Of(plain.WrittenSpan).ToString("x16", CultureInfo.InvariantCulture));
    }
}
