using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GridGov.Twin.Silo.Tests.Telemetry;

/// <summary>A span as it was received.</summary>
internal sealed record ReceivedSpan(string Service, string Trace, string Id, string Parent, string Name);

/// <summary>A collector that takes OTLP over HTTP on a free port and remembers what it was sent, by the field numbers of opentelemetry-proto 1.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Collector(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public string Address => _app.Urls.First();

    /// <summary>The spans.</summary>
    public ConcurrentQueue<ReceivedSpan> Spans { get; } = new();

    /// <summary>Service and name of the instruments that were measured.</summary>
    public ConcurrentQueue<(string Service, string Name)> Instruments { get; } = new();

    /// <summary>Service and text of the logs.</summary>
    public ConcurrentQueue<(string Service, string Text)> Logs { get; } = new();

    /// <summary>Starts it.</summary>
    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/v1/traces", (HttpRequest request) => Take(request, collector.TakeSpan));
        app.MapPost("/v1/metrics", (HttpRequest request) => Take(request, (service, metric) => collector.Instruments.Enqueue((service, metric.Text(1)))));
        app.MapPost("/v1/logs", (HttpRequest request) => Take(request, (service, log) => collector.Logs.Enqueue((service, log.All(5).Single().Text(1)))));
        await app.StartAsync();
        return collector;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void TakeSpan(string service, ProtoMessage span) =>
        Spans.Enqueue(new ReceivedSpan(service, Convert.ToHexString(span.Bytes(1)), Convert.ToHexString(span.Bytes(2)), Convert.ToHexString(span.Bytes(4)), span.Text(5)));

    // A request of any signal holds resources (1), those their attributes (1.1) and scopes (2), and those the things sent (2).
    private static async Task<IResult> Take(HttpRequest request, Action<string, ProtoMessage> take)
    {
        if (request.ContentType != "application/x-protobuf")
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        foreach (var resource in new ProtoMessage(body.ToArray()).All(1))
        {
            var service = resource.All(1).Single().All(1).Single(attribute => attribute.Text(1) == "service.name").All(2).Single().Text(1);
            foreach (var sent in resource.All(2).SelectMany(scope => scope.All(2)))
            {
                take(service, sent);
            }
        }

        return Results.Bytes([], "application/x-protobuf");
    }
}
