using System.Collections.Concurrent;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Stream;

/// <summary>The map streams of the host's worlds, and what drives them: five ticks a second where somebody looks, a sign of life about every second.</summary>
internal sealed partial class MapStreams(ILogger<MapStreams> log) : BackgroundService, IWorldFollowing
{
    private const int TickMs = 200;

    /// <summary>A sign of life every so many ticks: an even number, for areas where little happens speak at every other.</summary>
    public const int BeatEvery = 6;
    private readonly ConcurrentDictionary<string, MapStream> _streams = new(StringComparer.Ordinal);

    /// <summary>How many look at any map.</summary>
    public int Viewers => _streams.Values.Sum(stream => stream.Viewers);

    /// <summary>The stream of a world, or null.</summary>
    public MapStream? Find(string world) => _streams.GetValueOrDefault(world);

    public IWorldFollower Follow(LiveWorld world) => Add(world.Id, world.Plan);

    public void Leave(LiveWorld world)
    {
        if (_streams.TryRemove(world.Id, out var stream))
        {
            stream.End();
        }
    }

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
            foreach (var (world, stream) in _streams)
            {
                Tick(world, stream, isBeat: tick % BeatEvery == 0);
            }
        }
    }

    private void Tick(string world, MapStream stream, bool isBeat)
    {
        try
        {
            stream.Tick(isBeat);
        }
        catch (Exception fault)
        {
            // One world's map must not take the other maps, or the host, with it.
            LogFailure(world, fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "A tick of the map of world {World} failed")]
    private partial void LogFailure(string world, Exception fault);
}
