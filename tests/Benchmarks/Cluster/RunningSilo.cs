using System.Diagnostics;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Orleans.Cluster;
using GridGov.Twin.Orleans.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans;
using Grain = GridGov.Twin.Domain.Worlds.Grain;

namespace GridGov.Twin.Benchmarks.Cluster;

/// <summary>A silo in this process, with one world at home whose grains have nothing to do but what they are given.</summary>
internal sealed class RunningSilo : IAsyncDisposable
{
    public const string World = "benchmark";
    private readonly IHost _host;
    private readonly ITurnStore _store;

    private RunningSilo(IHost host, ITurnStore store, WorldHome home) => (_host, _store, Home) = (host, store, home);

    public WorldHome Home { get; }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<RunningSilo> Start(string db, Setting setting)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var database = ClusterDatabase.Prepare(db, TextWriter.Null);
        builder.AddGridSilo(ClusterSettings.Read(builder.Configuration.GetSection("GridGov:Cluster"), database.Host), database);
        var host = builder.Build();
        var store = TurnStores.Open(db);
        var journal = store.Open(new Genesis(World, "live", "none", 1, 1, DateTimeOffset.UnixEpoch), [], new WorldTime(Instant.Start, DateTimeOffset.UtcNow, 1, null, "1", false));
        var home = new WorldHome(setting, journal, host.Services.GetRequiredService<IGrainDoor>(), TimeProvider.System, NullLogger.Instance);
        host.Services.GetRequiredService<Homes>().Add(home);
        await host.StartAsync();
        return new RunningSilo(host, store, home);
    }

    /// <summary>Takes in one command for each of so many devices, and gives the messages that are now under way to them.</summary>
    public UnderWay[] Enter(int devices)
    {
        var now = Home.Clock.Now;
        return [.. Enumerable.Range(0, devices).Chunk(1_000).SelectMany(some => Home.Journal.Enter([.. some.Select(device => new Entry(
            input => [new Sent { Due = now, To = Grain.DeviceOf(device), Priority = Input.Priority, Message = Body.Of(new Silence(input, Duration.Hours(10).Milliseconds)) }], null))])
            .SelectMany(entered => entered.Messages))];
    }

    /// <summary>Hands the messages out, a few hundred at a time, and gives the seconds until every silo's grains have handled them durably.</summary>
    public async Task<double> Handle(UnderWay[] messages, RunningSilo[] all)
    {
        long Turns() => all.Sum(silo => silo.Home.Keeper.Done.Turns);
        var (before, clock) = (Turns(), Stopwatch.StartNew());
        foreach (var some in messages.Chunk(500))
        {
            await Home.Door.Deliver(World, some);
        }

        while (Turns() - before < messages.Length)
        {
            await Task.Delay(1);
        }

        return clock.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        Home.Dispose();
        Home.Journal.Dispose();
        _store.Dispose();
        _host.Dispose();
    }
}
