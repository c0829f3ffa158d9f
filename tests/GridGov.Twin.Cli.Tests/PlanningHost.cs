using GridGov.Twin.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace GridGov.Twin.Cli.Tests;

/// <summary>A host in this process, whose experiments and drills are the files of a folder.</summary>
internal sealed class PlanningHost : IDisposable
{
    private const string Waits = "X-Waits";
    private readonly WebApplication _app;
    private volatile int _watches;

    public PlanningHost(TempFolder folder, string hamlet)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["GridGov:Data"] = folder.Path("data"),
            ["GridGov:Worlds:0:Scenario"] = hamlet,
            ["GridGov:Worlds:0:Pace"] = "1",
            ["GridGov:Experiments"] = folder.Path("there"),
            ["GridGov:Drills"] = folder.Path("there"),
        });
        builder.Services.AddTwinSilo(builder.Configuration);
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            _watches += context.Request.Path.Value!.EndsWith("/progress", StringComparison.Ordinal) && !context.Request.Headers.ContainsKey(Waits) ? 1 : 0;
            return next(context);
        });
        _app.MapTwinSilo();
        _app.StartAsync().Wait();
        using var http = new HttpClient();
        while (!http.GetAsync($"{Address}/health/ready").Result.IsSuccessStatusCode)
        {
            Thread.Sleep(20);
        }
    }

    public string Address => _app.Urls.First();

    /// <summary>How often somebody has looked how far an experiment is.</summary>
    public int Watches => _watches;

    /// <summary>Waits until somebody looks once more than before.</summary>
    public void WaitForWatcher(int before)
    {
        while (_watches == before)
        {
            Thread.Sleep(20);
        }
    }

    /// <summary>Waits until an experiment is in a state.</summary>
    public void Wait(string experiment, string state)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add(Waits, "yes");
        while (!http.GetStringAsync($"{Address}/api/v1/experiments/{experiment}/progress").Result.Contains($"\"state\":\"{state}\"", StringComparison.Ordinal))
        {
            Thread.Sleep(20);
        }
    }

    public void Dispose()
    {
        _app.StopAsync().Wait();
        ((IDisposable)_app).Dispose();
    }
}
