using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Silo.Worlds;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridGov.Twin.Silo.Tests.Worlds;

/// <summary>A live world of the quiet village on a database of its own, paused at first; started again on the same database as often as wanted.</summary>
internal sealed class VillageWorld : IDisposable
{
    private static readonly Lazy<BuiltScenario> Village = new(() => ScenarioBuilder.Load(Path.Combine(AppContext.BaseDirectory, "scenarios", "quiet-village")));
    private readonly string _folder = Directory.CreateTempSubdirectory("gridgov-live-").FullName;
    private readonly string _db;

    public VillageWorld(string? db = null)
    {
        _db = db ?? Path.Combine(_folder, "twin.db");
        File.WriteAllText(Path.Combine(_folder, "live.pace.json"), """{"Pace":"1","Paused":true}""");
        Start();
    }

    public WatchedStore Store { get; private set; } = null!;

    public LiveWorld Live { get; private set; } = null!;

    public LiveWorldLimits Limits { get; init; } = new() { AnswerWithin = TimeSpan.FromSeconds(30), RetryAfter = TimeSpan.FromMilliseconds(5) };

    public static BuiltScenario Scenario => Village.Value;

    public void Start(BuiltScenario? scenario = null, LiveWorldLimits? limits = null, params IWorldFollower[] followers)
    {
        Store = new WatchedStore(Journals.Open(_db));
        Live = new LiveWorld(
            new WorldSettings("live", "quiet-village"), scenario ?? Scenario, Store, _folder, limits ?? Limits, TimeProvider.System, NullLogger.Instance);
        Array.ForEach(followers, Live.Follow);
        Live.Start();
        Wait(status => status.State is WorldState.Running or WorldState.Paused or WorldState.Failed);
    }

    public void Stop()
    {
        Live.Dispose();
        Store.Dispose();
    }

    public void Restart(LiveWorldLimits? limits = null, params IWorldFollower[] followers)
    {
        Stop();
        Start(null, limits, followers);
    }

    /// <summary>Runs as fast as possible to a moment, or until the world dies.</summary>
    public WorldStatus JumpTo(long ms)
    {
        if (Live.Status.Clock.Now.Milliseconds < ms && Live.Status.IsOpen)
        {
            Live.Order(new ClockOrder(JumpToMs: ms), "test").GetAwaiter().GetResult();
        }

        return Wait(status => status.State is WorldState.Failed || (status.JumpTo is null && status.Clock.Now.Milliseconds >= ms));
    }

    public WorldStatus Wait(Func<WorldStatus, bool> until)
    {
        SpinWait.SpinUntil(() => until(Live.Status), TimeSpan.FromSeconds(120)).ShouldBeTrue($"the world stands at {Live.Status}");
        return Live.Status;
    }

    public Task<StoredAnswer> Silence(int device, int minutes, long? atMs = null, string? key = null) => Give(
        $"silence {device}", atMs, key, reference => new Draft(Grain.DeviceOf(device), Body.Of(new Silence(reference, minutes * 60_000L))));

    public Task<StoredAnswer> Report(int cell, long? atMs = null) => Give("report", atMs, null, reference => new Draft(
        Grain.SceneOf(cell), Body.Of(new LoggedIncident(IncidentKey.OfInput(reference), Spot.Of(Scenario.Plan.City.Cells[cell].Centre), 0, (int)Channel.Centre))));

    public void Dispose()
    {
        Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<StoredAnswer> Give(string action, long? atMs, string? key, Func<long, Draft> message) =>
        Live.Give(WorldOrder.Of(new CommandSlip("tester", action, "target", key, (ulong)action.Length), atMs is { } at ? new Instant(at) : null, message));
}
