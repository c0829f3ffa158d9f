using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Scenarios.Building;
using Microsoft.Extensions.Logging.Abstractions;
using Grain = GridGov.Twin.Domain.Worlds.Grain;

namespace GridGov.Twin.Orleans.Tests;

/// <summary>The home of a quiet village whose clock stands, with a storage that may fail; what is handed out is only noted.</summary>
internal sealed class LoneSilo : IGrainDoor, IStateShelf, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gridgov-lone-");
    private readonly ITurnStore _store;
    private readonly ITurnJournal _inner;
    private KeptState? _kept;

    public LoneSilo(WorldTime time)
    {
        var setting = new Setting(ScenarioBuilder.Load(Path.Combine(AppContext.BaseDirectory, "scenarios", "quiet-village")).Plan);
        _store = TurnStores.Open(Path.Combine(_folder.FullName, "twin.db"));
        _inner = _store.Open(new Genesis("lone", "live", "quiet-village", 1, 1, DateTimeOffset.UnixEpoch), [], time);
        (var journal, Brittle) = BrittleJournal.Around(_inner);
        Home = new WorldHome(setting, journal, this, TimeProvider.System, NullLogger.Instance);
    }

    public static WorldTime Standing(Instant at) => new(at, DateTimeOffset.UnixEpoch, 0, null, "1", true);

    public WorldHome Home { get; }

    public BrittleJournal Brittle { get; }

    public List<UnderWay> HandedOut { get; } = [];

    public GrainShell Shell(int device) => new(Grain.DeviceOf(device), Home, this);

    /// <summary>Takes in an order to be silent for some minutes.</summary>
    public UnderWay Enter(int device, Instant due, int minutes = 10) => _inner.Enter([new Entry(input =>
        [new Sent { Due = due, To = Grain.DeviceOf(device), Priority = Input.Priority, Message = Body.Of(new Silence(input, minutes * 60_000)) }], null)])[0].Messages[0];

    public GrainTurn[] Turns() => [.. _inner.Turns(1).SelectMany(record => record.Turns)];

    public Task Deliver(string world, IReadOnlyList<UnderWay> messages)
    {
        HandedOut.AddRange(messages);
        return Task.CompletedTask;
    }

    public Task<TurnMade> Handle(string world, UnderWay message) => Task.FromResult(TurnMade.Nothing);

    public Task Wake(string world, GrainId grain) => Task.CompletedTask;

    public Task<KeptState?> Read() => Task.FromResult(_kept);

    public Task Write(KeptState state)
    {
        _kept = state;
        return Task.CompletedTask;
    }

    /// <summary>Drops the kept state.</summary>
    public void Forget() => _kept = null;

    public void Dispose()
    {
        Home.Dispose();
        _inner.Dispose();
        _store.Dispose();
        _folder.Delete(recursive: true);
    }
}
