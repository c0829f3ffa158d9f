using GridGov.Twin.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace GridGov.Twin.Cli.Tests;

/// <summary>A host in this process, whose experiments are the files of a folder.</summary>
internal sealed class PlanningHost : IDisposable
{
    private readonly WebApplication _app;

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
        });
        builder.Services.AddTwinSilo(builder.Configuration);
        _app = builder.Build();
        _app.MapTwinSilo();
        _app.StartAsync().Wait();
        using var http = new HttpClient();
        while (!http.GetAsync($"{Address}/health/ready").Result.IsSuccessStatusCode)
        {
            Thread.Sleep(20);
        }
    }

    public string Address => _app.Urls.First();

    /// <summary>Waits until an experiment is in a state.</summary>
    public void Wait(string experiment, string state)
    {
        using var http = new HttpClient();
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
