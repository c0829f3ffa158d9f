using GridGov.Twin.Contracts;
using GridGov.Twin.Silo.Hosting;
using GridGov.Twin.Silo.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GridGov.Twin.Benchmarks;

/// <summary>The real host in this process, on Kestrel and a free port, with one world <c>live</c>, its journal on SQLite and its data in a folder of its own.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    /// <summary>The name of its world.</summary>
    public const string WorldId = "live";

    private readonly WebApplication _app;

    private RunningHost(WebApplication app, string folder) => (_app, Folder) = (app, folder);

    /// <summary>Where its data is; goes with it.</summary>
    public string Folder { get; }

    /// <summary>Its journal.</summary>
    public string Journal => Path.Combine(Folder, "twin.db");

    /// <summary>Talks to it over HTTP.</summary>
    public HttpClient Http { get; } = new();

    /// <summary>The world itself, to look at its clock without asking for it over HTTP.</summary>
    public LiveWorld World => _app.Services.GetRequiredService<IWorldDirectory>().All[0];

    /// <summary>Starts one and waits until its world runs.</summary>
    public static async Task<RunningHost> Start(string scenario)
    {
        var folder = Directory.CreateTempSubdirectory("gridgov-benchmark-").FullName;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["GridGov:Data"] = folder,
            ["GridGov:Worlds:0:Id"] = WorldId,
            ["GridGov:Worlds:0:Scenario"] = scenario,
        });
        builder.Services.AddTwinSilo(builder.Configuration);
        var host = new RunningHost(builder.Build(), folder);
        host._app.MapTwinSilo();
        await host._app.StartAsync();
        host.Http.BaseAddress = new Uri(host._app.Urls.First());
        while (host.World.Status.State == WorldState.Starting)
        {
            await Task.Delay(20);
        }

        return host;
    }

    /// <summary>Brings the world to a moment as fast as possible.</summary>
    public async Task JumpTo(long ms)
    {
        await World.Order(new ClockOrder(JumpToMs: ms), "benchmark");
        while (World.Status is { } status && (status.JumpTo is not null || status.Clock.Now.Milliseconds < ms))
        {
            await Task.Delay(20);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
