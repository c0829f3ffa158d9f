using Yarp.ReverseProxy.Forwarder;

namespace GridGov.Twin.Web.Hosting;

/// <summary>
/// Where the worlds live in another host, the browser still speaks to this one only: the API with the map's tiles, the map stream's socket
/// and the host's health are passed through, byte for byte.
/// </summary>
internal static class PassThrough
{
    private static readonly string[] Paths = ["/api/{**rest}", "/hubs/{**rest}", "/health/{**rest}", "/openapi/{**rest}"];

    // A world that stands still says nothing for long; a host that is gone is noticed by its closed connection.
    private static readonly ForwarderRequestConfig Patience = new() { ActivityTimeout = TimeSpan.FromMinutes(10) };

    /// <summary>Passes these addresses on to the other host.</summary>
    public static void MapPassThrough(this IEndpointRouteBuilder routes, Uri host)
    {
        foreach (var path in Paths)
            routes.MapForwarder(path, host.AbsoluteUri, Patience, new AsAsked());
    }

    // The other host compares where a page comes from with the name it was asked by: the name the browser used.
    private sealed class AsAsked : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(HttpContext context, HttpRequestMessage request, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(context, request, destinationPrefix, cancellationToken);
            request.Headers.Host = context.Request.Host.Value;
        }

        // A report has a policy of its own, which this host's would only narrow until nothing of it is left.
        public override ValueTask<bool> TransformResponseAsync(HttpContext context, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
        {
            if (proxyResponse?.Headers.Contains("Content-Security-Policy") == true)
            {
                context.Response.Headers.Remove("Content-Security-Policy");
                context.Response.Headers.Remove("Cross-Origin-Opener-Policy");
            }

            return base.TransformResponseAsync(context, proxyResponse, cancellationToken);
        }
    }
}
