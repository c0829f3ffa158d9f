using GridGov.Twin.Silo.Worlds;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridGov.Twin.Silo.Stream;

/// <summary>Puts the map stream into a host.</summary>
public static class MapStreamHosting
{
    /// <summary>Where the hub is.</summary>
    public const string HubPath = "/hubs/twin";

    /// <summary>Adds the stream.</summary>
    public static IServiceCollection AddMapStream(this IServiceCollection services)
    {
        services.AddSignalR(options => (options.MaximumReceiveMessageSize, options.EnableDetailedErrors) = (4 * 1024, false));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHubProtocol, FrameHubProtocol>());
        services.AddSingleton<MapStreams>();
        services.AddSingleton<IWorldFollowing>(all => all.GetRequiredService<MapStreams>());
        return services.AddHostedService(all => all.GetRequiredService<MapStreams>());
    }

    /// <summary>Maps the hub, for pages of this same host only: browsers let any page open a socket to anywhere.</summary>
    public static void MapMapStream(this IEndpointRouteBuilder endpoints) => endpoints.MapHub<TwinHub>(HubPath).Add(builder =>
    {
        var answer = builder.RequestDelegate!;
        builder.RequestDelegate = context => IsSameOrigin(context.Request) ? answer(context) : Refuse(context.Response);
    });

    // Programs send no Origin; a browser always does.
    private static bool IsSameOrigin(HttpRequest request) =>
        request.Headers.Origin is not [{ Length: > 0 } origin] || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority == request.Host.Value);

    private static Task Refuse(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
