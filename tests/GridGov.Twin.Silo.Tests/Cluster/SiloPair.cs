using System.Collections.Concurrent;
using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Tests.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>
/// Two whole hosts over one database and, in place of a cluster, a room that says which of them a drill lives on: the one that was not asked for it
/// first, as long as that is there.
/// </summary>
internal sealed class SiloPair : IAsyncDisposable
{
    public const string Trainer = "王芳";

    private readonly string _folder = Directory.CreateTempSubdirectory("gridgov-pair-").FullName;
    private readonly ConcurrentDictionary<string, int> _holders = new();
    private readonly WebApplication?[] _apps = new WebApplication?[2];
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Where the first and the second are reached.</summary>
    public HttpClient[] Http { get; } = [new(), new()];

    /// <summary>What the room says instead of bringing a drill up; null: it does.</summary>
    public WorldAwayException? Away { get; set; }

    /// <summary>Where the room says that a drill is, whatever is there; null: where it is.</summary>
    public Uri? Elsewhere { get; set; }

    public static async Task<SiloPair> Start()
    {
        var pair = new SiloPair();
        await pair.Start(0);
        await pair.Start(1);
        return pair;
    }

    public ITwin Twin(int silo) => new TwinClient(Http[silo]);

    /// <summary>The name of a host.</summary>
    public static string Name(int silo) => silo == 0 ? "one" : "two";

    /// <summary>Opens a drill at the first; it lives on the second.</summary>
    public async Task<string> Opened()
    {
        var world = (await Twin(0).OpenDrill("first-steps", new DrillOrder(42), Trainer)).World;
        _holders[world].ShouldBe(1);
        await DrillPlay.Until(Twin(1), world, view => view.Clock is { JumpTo: null, NowMs: DrillPlay.Begins });
        return world;
    }

    /// <summary>A host goes away, with the drills on it.</summary>
    public async Task Leave(int silo)
    {
        await _apps[silo]!.StopAsync();
        await _apps[silo]!.DisposeAsync();
        _apps[silo] = null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in Enumerable.Range(0, 2).Where(silo => _apps[silo] is not null))
        {
            await Leave(silo);
        }

        Array.ForEach(Http, http => http.Dispose());
        _gate.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Start(int silo)
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, $"{silo}")).FullName;
        var app = TwinHouse.Build(
            data, services => services.AddSingleton<IWorldPlaces>(new Room(this, silo)).AddSingleton(all => new SiloHttp(all.GetRequiredService<IServer>(), "127.0.0.1", null)),
            ("GridGov:Db", Path.Combine(_folder, "twin.db")), ("GridGov:Worlds:0:Id", $"village-{silo}"));
        await app.StartAsync();
        _apps[silo] = app;
        Http[silo].BaseAddress = new Uri(app.Urls.First());
        while (!(await Http[silo].GetAsync("health/ready")).IsSuccessStatusCode)
        {
            await Task.Delay(20);
        }
    }

    private IWorldKeeper Keeper(int silo) => _apps[silo]!.Services.GetRequiredService<IWorldKeeper>();

    private async Task<int> Holder(string world, int asked)
    {
        await _gate.WaitAsync();
        try
        {
            if (!_holders.TryGetValue(world, out var holder) || _apps[holder] is null)
            {
                holder = _apps[1 - asked] is null ? asked : 1 - asked;
                await Keeper(holder).BringUp(world);
                _holders[world] = holder;
            }

            return holder;
        }
        finally
        {
            _gate.Release();
        }
    }

    private sealed class Room(SiloPair pair, int here) : IWorldPlaces
    {
        public string Here => Name(here);

        public async Task<WorldPlace?> Find(string world, CancellationToken stop) => pair.Away is { } away ? throw away
            : !pair.Keeper(here).IsKept(world) ? (await Look(stop)).FirstOrDefault(one => one.Worlds.Contains(world))?.Place
            : pair.Elsewhere is { } elsewhere ? new WorldPlace("three", elsewhere, IsHere: false)
            : Place(await pair.Holder(world, here));

        public Task<IReadOnlyList<SiloWorlds>> Look(CancellationToken stop) => Task.FromResult<IReadOnlyList<SiloWorlds>>(
            [.. Enumerable.Range(0, 2).Where(silo => pair._apps[silo] is not null).Select(silo => new SiloWorlds(Place(silo), pair.Keeper(silo).Here))]);

        private WorldPlace Place(int silo) => new(Name(silo), pair.Keeper(silo).Http!, silo == here);
    }
}
