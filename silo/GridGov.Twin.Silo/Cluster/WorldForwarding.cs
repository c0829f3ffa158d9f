using System.Diagnostics;
using GridGov.Twin.Contracts;
using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Silo.Api;
using GridGov.Twin.Silo.Stream;
using GridGov.Twin.Silo.Worlds;
using Yarp.ReverseProxy.Forwarder;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>
/// Passes what is asked of a world that lives whole on another silo on to that silo, and its answer back: requests, streams and the map's socket,
/// byte for byte. What was passed on once is not passed on again.
/// </summary>
internal sealed class WorldForwarding(IWorldDirectory worlds, IHttpForwarder forwarder, IWorldPlaces? places = null) : IDisposable
{
    /// <summary>The header of what a silo asks of another one.</summary>
    public const string Mark = "X-GridGov-Silo";

    private const string Worlds = "/api/v1/worlds/";

    // A world that stands still says nothing for long; a silo that is gone is noticed by its closed connection.
    private static readonly ForwarderRequestConfig Patience = new() { ActivityTimeout = TimeSpan.FromMinutes(10) };
    private static readonly AsAsked Untouched = new();

    private readonly HttpMessageInvoker _silos = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        ActivityHeadersPropagator = new ReverseProxyPropagator(DistributedContextPropagator.Current),
    });

    /// <summary>Answers here, or has another silo answer.</summary>
    public async Task Answer(HttpContext context, RequestDelegate next)
    {
        WorldPlace? place;
        try
        {
            place = await PlaceOf(context);
        }
        catch (WorldAwayException away)
        {
            await Refuse(context, away);
            return;
        }

        await (place is null or { IsHere: true } ? next(context) : Pass(context, place));
    }

    public void Dispose() => _silos.Dispose();

    private async Task<WorldPlace?> PlaceOf(HttpContext context)
    {
        if (places is null || WorldOf(context.Request) is not { } world || IsUp(world))
        {
            return null;
        }

        return !context.Request.Headers.ContainsKey(Mark)
            ? await places.Find(world, context.RequestAborted)
            : throw new WorldAwayException($"世界 {world} 刚刚离开节点 {places.Here}", $"world {world} has just left silo {places.Here}");
    }

    // One that failed here may have come up elsewhere.
    private bool IsUp(string world) => worlds.TryFind(world, out var live) && live.Status.State != WorldState.Failed;

    private async Task Pass(HttpContext context, WorldPlace place)
    {
        var error = await forwarder.SendAsync(context, place.Http.AbsoluteUri, _silos, Patience, Untouched);
        if (error != ForwarderError.None && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Clear();
            var why = context.GetForwarderErrorFeature()?.Exception?.GetBaseException().Message ?? $"{error}";
            await Refuse(context, new WorldAwayException(
                $"无法连接节点 {place.Silo}（{place.Http}）：{why}", $"silo {place.Silo} cannot be reached at {place.Http}: {why}"));
        }
    }

    private static Task Refuse(HttpContext context, WorldAwayException away) => Problems.Result(
        context, new WorldRefusedException(503, "world-away", new Name(away.Zh, away.En)) { RetryAfterS = 2 }).ExecuteAsync(context);

    private static string? WorldOf(HttpRequest request) => request.Path.Value is not { } path ? null
        : path.StartsWith(Worlds, StringComparison.OrdinalIgnoreCase) ? path[Worlds.Length..].Split('/')[0] is { Length: > 0 } world ? world : null
        : request.Path.StartsWithSegments(MapStreamHosting.HubPath, StringComparison.OrdinalIgnoreCase) ? request.Query["world"] is [{ Length: > 0 } viewed] ? viewed : null
        : null;

    // The other silo compares where a page comes from with the name it was asked by: the name the browser used.
    private sealed class AsAsked : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(
            HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.Headers.Host = httpContext.Request.Host.Value;
            proxyRequest.Headers.TryAddWithoutValidation(Mark, "1");
        }
    }

    /// <summary>Puts it around the whole application, before routes are chosen.</summary>
    internal sealed class Around(WorldForwarding forwarding) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(forwarding.Answer);
            next(app);
        };
    }
}
