using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Tests.Worlds;
using GridGov.Twin.Silo.Worlds;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>The quiet village on the stand-in for a cluster, paused; its front comes and goes as often as wanted.</summary>
internal sealed class ClusterVillage : IDisposable
{
    private readonly IClusterHost? _host;

    /// <summary>The village on a host; without one, on a stand-in. It disposes of the host.</summary>
    public ClusterVillage(ITurnStore? store = null, LiveWorldLimits? limits = null, IClusterHost? host = null)
    {
        var kept = store ?? new TurnsInMemory();
        Front = new WatchedTurns(kept);
        Room = new RoomCluster(kept);
        _host = host;
        Limits = limits ?? new LiveWorldLimits { AnswerWithin = TimeSpan.FromSeconds(30), RetryAfter = TimeSpan.FromMilliseconds(5) };
        Start();
        Order(new ClockOrder(Paused: true));
    }

    public RoomCluster Room { get; }

    public LiveWorld Live { get; private set; } = null!;

    public LiveWorldLimits Limits { get; }

    public WatchedTurns Front { get; }

    public void Start(params IWorldFollower[] followers)
    {
        Live = Make();
        Array.ForEach(followers, Live.Follow);
        Live.Start();
        Wait(status => status.State is WorldState.Running or WorldState.Paused or WorldState.Failed);
    }

    /// <summary>A second silo's front of the same world.</summary>
    public LiveWorld Another()
    {
        var other = Make();
        other.Start();
        SpinWait.SpinUntil(() => other.Status.IsOpen, TimeSpan.FromSeconds(120)).ShouldBeTrue($"the other stands at {other.Status}");
        return other;
    }

    public void Restart(params IWorldFollower[] followers)
    {
        Live.Dispose();
        Start(followers);
    }

    public WorldStatus Order(ClockOrder order) => Live.Order(order, "test").GetAwaiter().GetResult();

    /// <summary>Runs as fast as possible to a moment.</summary>
    public WorldStatus JumpTo(long ms)
    {
        Order(new ClockOrder(JumpToMs: ms));
        return Wait(status => status.State is WorldState.Failed || (status.JumpTo is null && status.Clock.Now.Milliseconds >= ms));
    }

    public WorldStatus Wait(Func<WorldStatus, bool> until)
    {
        SpinWait.SpinUntil(() => until(Live.Status) || Room.Fault is not null, TimeSpan.FromSeconds(120)).ShouldBeTrue($"the world stands at {Live.Status}");
        Room.Fault.ShouldBeNull();
        return Live.Status;
    }

    public static WorldOrder Silencing(int device, int minutes, string? key) => WorldOrder.Of(
        new CommandSlip("tester", $"silence {device}", "target", key, (ulong)$"silence {device}".Length), null,
        reference => new Draft(Grain.DeviceOf(device), Body.Of(new Silence(reference, minutes * 60_000L))));

    public Task<StoredAnswer> Silence(int device, int minutes, long? atMs = null, string? key = null, ulong? hash = null) => Give(
        $"silence {device}", atMs, key, hash, reference => new Draft(Grain.DeviceOf(device), Body.Of(new Silence(reference, minutes * 60_000L))));

    public Task<StoredAnswer> Report(int cell, long? atMs = null, string? key = null) => Give("report", atMs, key, null, reference => new Draft(
        Grain.SceneOf(cell),
        Body.Of(new LoggedIncident(IncidentKey.OfInput(reference), Spot.Of(VillageWorld.Scenario.Plan.City.Cells[cell].Centre), 0, (int)Channel.Centre))));

    public Task<StoredAnswer> Give(string action, long? atMs, string? key, ulong? hash, Func<long, Draft> message) => Live.Give(
        WorldOrder.Of(new CommandSlip("tester", action, "target", key, hash ?? (ulong)action.Length), atMs is { } at ? new Instant(at) : null, message));

    private LiveWorld Make()
    {
        var seat = new ClusterSeat(Front, _host ?? Room);
        return new LiveWorld(
            new WorldSettings("live", "quiet-village"), VillageWorld.Scenario, Limits,
            (live, door) => new ClusterLife(live, seat, door, Limits, TimeProvider.System, NullLogger.Instance));
    }

    public void Dispose()
    {
        Live.Dispose();
        (_host as IDisposable)?.Dispose();
        Room.Dispose();
        Front.Dispose();
    }
}
