using System.Collections.Concurrent;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Stream;

/// <summary>The map streams of the host's worlds, and what drives them: five ticks a second where somebody looks, a sign of life every second.</summary>
internal sealed class MapStreams : BackgroundService, IWorldFollowing
{
    private const int TickMs = 200;
    private const int BeatEvery = 5;
    private readonly ConcurrentDictionary<string, MapStream> _streams = new(StringComparer.Ordinal);

    /// <summary>How many look at any map.</summary>
    public int Viewers => _streams.Values.Sum(stream => stream.Viewers);

    /// <summary>The stream of a world, or null.</summary>
    public MapStream? Find(string world) => _streams.GetValueOrDefault(world);

    public IWorldFollower Follow(LiveWorld world) => Add(world.Id, world.Plan);

    /// <summary>Opens the stream of a world; what is returned must hear its history.</summary>
    public MapProjection Add(string world, WorldPlan plan)
    {
        var map = new MapProjection(plan);
        _streams[world] = new MapStream(map, plan.City);
        return map;
    }

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
