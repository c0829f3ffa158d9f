using System.Diagnostics.CodeAnalysis;
using GridGov.Twin.Journal;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Hosting;

/// <summary>
/// Brings the configured worlds up when the host starts and down when it stops. Starting fails with one line for people when something is
/// wrong with the configuration, a scenario or the journal; what goes wrong in one world later stops that world only.
/// </summary>
internal sealed partial class TwinHost(
    IConfiguration configuration, IHostEnvironment environment, IServiceProvider services, LiveWorldLimits limits, TimeProvider clock, ILoggerFactory logs)
    : IHostedService, IWorldDirectory, IDisposable
{
    private readonly ILogger _log = logs.CreateLogger<TwinHost>();
    private readonly Lock _changing = new();
    private volatile LiveWorld[] _worlds = [];
    private readonly List<IDisposable> _stores = [];
    private IJournalStore? _beside;

    public IReadOnlyList<LiveWorld> All => _worlds;

    /// <summary>The store of the journals of worlds beside the configured ones; on a cluster in the same database as theirs.</summary>
    /// <exception cref="InvalidOperationException">The host has not started.</exception>
    public IJournalStore Beside => _beside ?? throw new InvalidOperationException("the host has no store before it starts");

    public bool TryFind(string id, [NotNullWhen(true)] out LiveWorld? world)
    {
        world = Array.Find(_worlds, one => one.Id == id);
        return world is not null;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = SiloSettings.Read(configuration);
        var make = OpenStore(settings);
        var worlds = new List<LiveWorld>();
        foreach (var world in settings.Worlds)
        {
            worlds.Add(make(world, ScenarioPlace.Load(world, environment.ContentRootPath)));
        }

        _worlds = [.. worlds];
        foreach (var world in worlds)
        {
            Begin(world);
            LogWorld(world.Id, world.Settings.Scenario, world.Plan.City.Cells.Length, settings.Data);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Array.ForEach(_worlds, world => world.Stop());
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // The container holds it under two names, so it may be asked twice.
        Array.ForEach(_worlds, world => world.Dispose());
        _stores.ForEach(store => store.Dispose());
        _stores.Clear();
        _worlds = [];
    }

    /// <summary>Takes in a world that comes while the host runs, and starts it.</summary>
    /// <exception cref="StartRefusedException">Its journal cannot be opened.</exception>
    public void Add(LiveWorld world)
    {
        try
        {
            Begin(world);
        }
        catch
        {
            Remove(world);
            throw;
        }

        lock (_changing)
        {
            _worlds = [.. _worlds, world];
        }
    }

    /// <summary>Stops a world and lets go of it; nobody hears of it any more.</summary>
    public void Remove(LiveWorld world)
    {
        lock (_changing)
        {
            _worlds = [.. _worlds.Where(one => one != world)];
        }

        world.Dispose();
        foreach (var following in services.GetServices<IWorldFollowing>())
        {
            following.Leave(world);
        }
    }

    private void Begin(LiveWorld world)
    {
        foreach (var following in services.GetServices<IWorldFollowing>())
        {
            world.Follow(following.Follow(world));
        }

        Start(world);
    }

    private Func<WorldSettings, BuiltScenario, LiveWorld> OpenStore(SiloSettings settings)
    {
        try
        {
            Directory.CreateDirectory(settings.Data);
            return settings.IsOnCluster ? OnCluster(settings) : InProcess(settings);
        }
        catch (JournalException fault)
        {
            throw new StartRefusedException($"the journal cannot be opened: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"the data folder {settings.Data} cannot be used: {fault.Message}", fault);
        }
    }

    private Func<WorldSettings, BuiltScenario, LiveWorld> InProcess(SiloSettings settings)
    {
        var store = Keep(Journals.Open(settings.Db, clock));
        _beside = store;
        return (world, scenario) => new LiveWorld(world, scenario, store, settings.Data, limits, clock, logs.CreateLogger<LiveWorld>());
    }

    private Func<WorldSettings, BuiltScenario, LiveWorld> OnCluster(SiloSettings settings)
    {
        var host = services.GetService<IClusterHost>() ?? throw new StartRefusedException(
            "this program was built without the cluster; to get it: dotnet run --project silo/GridGov.Twin.Silo -p:OrleansHost=true -- --host orleans --db …");
        var seat = new ClusterSeat(host.Open(settings.Db), host);
        Keep(seat.Store);
        _beside = Keep(host.OpenWhole(settings.Db, clock));
        return (world, scenario) => new LiveWorld(
            world, scenario, limits, (live, door) => new ClusterLife(live, seat, door, limits, clock, logs.CreateLogger<LiveWorld>()));
    }

    private T Keep<T>(T store)
        where T : IDisposable
    {
        _stores.Add(store);
        return store;
    }

    private static void Start(LiveWorld world)
    {
        try
        {
            world.Start();
        }
        catch (JournalException fault)
        {
            throw new StartRefusedException($"the journal of world '{world.Id}' cannot be opened: {fault.Message}", fault);
        }
    }

    [LoggerMessage(LogLevel.Information, "World {World} of scenario {Scenario} ({Cells} cells), kept in {Data}")]
    private partial void LogWorld(string world, string scenario, int cells, string data);
}
