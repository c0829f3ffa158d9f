using System.Collections.Concurrent;

namespace GridGov.Twin.Silo.Stream;

/// <summary>The maps of the host's worlds, as the stream finds them.</summary>
public interface IMapWorlds
{
    /// <summary>The map of a world and its city; null when there is no such world.</summary>
    MapWorld? Find(string world);
}

/// <summary>A world's map and the city it lies in.</summary>
public sealed record MapWorld(Domain.City.CityModel City, MapProjection Map);

/// <summary>Drives the streams of all worlds: five ticks a second where somebody looks, a sign of life every second.</summary>
internal sealed class MapStreams(IMapWorlds worlds) : BackgroundService
{
    private const int TickMs = 200;
    private const int BeatEvery = 5;
    private readonly ConcurrentDictionary<string, MapStream> _streams = new(StringComparer.Ordinal);

    /// <summary>The stream of a world, or null.</summary>
    public MapStream? Find(string world) =>
        _streams.TryGetValue(world, out var known) ? known
        : worlds.Find(world) is { } map ? _streams.GetOrAdd(world, _ => new MapStream(map.Map, map.City))
        : null;

    /// <summary>How many look at any map.</summary>
    public int Viewers => _streams.Values.Sum(stream => stream.Viewers);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(TickMs));
        for (var tick = 0L; await timer.WaitForNextTickAsync(stoppingToken); tick++)
        {
            foreach (var stream in _streams.Values)
            {
                stream.Tick(tick % BeatEvery == 0);
            }
        }
    }
}
