using System.Net.Http.Json;
using System.Text.Json;
using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GridGov.Twin.Silo.Tests.Api;

/// <summary>A whole host on a free port, with a village <c>live</c> that is paused at first, and its data in a folder of its own.</summary>
public sealed class TwinHouse : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("gridgov-house-").FullName;
    private WebApplication? _app;

    public HttpClient Http { get; } = new();

    public ITwin Twin => new TwinClient(Http);

    public WebApplication App => _app!;

    /// <summary>An application that is not started yet, with settings such as <c>GridGov:Db</c>.</summary>
    public static WebApplication Build(string data, params (string Key, string Value)[] settings) => Build(data, _ => { }, settings);

    /// <summary>An application that is not started yet, with services of its own.</summary>
    public static WebApplication Build(string data, Action<IServiceCollection> services, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["GridGov:Data"] = data, ["GridGov:Worlds:0:Scenario"] = "quiet-village" });
        builder.Configuration.AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));
        services(builder.Services);
        builder.Services.AddTwinSilo(builder.Configuration);
        var app = builder.Build();
        app.MapTwinSilo();
        return app;
    }

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_data, "live.pace.json"), """{"Pace":"1","Paused":true}""");
        _app = Build(_data, ("GridGov:Worlds:1:Id", "other"), ("GridGov:Worlds:1:Scenario", "quiet-village"));
        await _app.StartAsync();
        Http.BaseAddress = new Uri(_app.Urls.First());
        while ((await Http.GetAsync("health/ready")).StatusCode != System.Net.HttpStatusCode.OK)
        {
            await Task.Delay(20);
        }
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    public async Task JumpTo(long ms)
    {
        await Twin.Order("live", new ClockOrder(JumpToMs: ms), "test");
        while ((await Twin.World("live")).Clock is { } clock && (clock.JumpTo is not null || clock.NowMs < ms))
        {
            await Task.Delay(20);
        }
    }

    /// <summary>A refused request: its status, its problem's word, and the whole problem.</summary>
    public async Task<(int Status, string Code, JsonElement Problem)> Refused(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"api/v1/worlds/{path}") { Content = body is null ? null : new StringContent(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await Http.SendAsync(request);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetRawText().ShouldNotContain("   at ");
        problem.GetProperty("zh").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("en").GetString().ShouldNotBeNullOrEmpty();
        return ((int)answer.StatusCode, problem.GetProperty("code").GetString()!, problem);
    }
}
