using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>
/// Answers a browser in the place of Cesium ion and of Bing, whose imagery ion hands out: a flat land 50 m high under orange imagery. As their
/// public documentation describes them; the real ones were not at hand.
/// </summary>
internal sealed class IonStandIn(string? goodToken)
{
    private const int Deepest = 6;
    private const string Token = "token-for-the-asset";
    private static readonly byte[] Orange = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR42mN4ViFCEmIY1TCqYfhqAACGSXIQjerQEgAAAABJRU5ErkJggg==");

    /// <summary>Every address that was asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public async Task Answer(IBrowserContext context)
    {
        await context.RouteAsync("https://api.cesium.com/**", Endpoint);
        await context.RouteAsync("https://assets.ion.cesium.com/**", Terrain);
        await context.RouteAsync("https://dev.virtualearth.net/**", route => Give(route, Metadata));
        await context.RouteAsync("**/tiles/**.jpeg*", route => Give(route, Orange, "image/png"));
    }

    private Task Endpoint(IRoute route)
    {
        var url = route.Request.Url;
        return !url.EndsWith($"access_token={goodToken}", StringComparison.Ordinal) ? Give(route, """{"code":"InvalidCredentials","message":"Invalid access token"}""", 401)
            : url.Contains("/assets/1/", StringComparison.Ordinal) ? Give(route, $$"""
                {"type":"TERRAIN","url":"https://assets.ion.cesium.com/land/","accessToken":"{{Token}}","attributions":[]}
                """)
            : Give(route, """
                {"type":"IMAGERY","externalType":"BING","options":{"url":"https://dev.virtualearth.net","mapStyle":"Aerial","key":"a-key"},
                "attributions":[{"html":"<span>imagery of the stand-in</span>","collapsible":false}]}
                """);
    }

    private Task Terrain(IRoute route)
    {
        if (!route.Request.Headers.TryGetValue("authorization", out var authorization) || authorization != $"Bearer {Token}")
            return Give(route, "{}", 401);
        return route.Request.Url.Contains("layer.json", StringComparison.Ordinal) ? Give(route, Layers()) : Give(route, Flat(), "application/octet-stream");
    }

    private async Task Give(IRoute route, string json, int status = 200)
    {
        Asked.Enqueue(route.Request.Url);
        await route.FulfillAsync(new() { Status = status, ContentType = "application/json", Headers = Open, Body = json });
    }

    private async Task Give(IRoute route, byte[] bytes, string type)
    {
        Asked.Enqueue(route.Request.Url);
        await route.FulfillAsync(new() { ContentType = type, Headers = Open, BodyBytes = bytes });
    }

    // All of them answer pages of anywhere.
    private static Dictionary<string, string> Open { get; } = new() { ["Access-Control-Allow-Origin"] = "*", ["Access-Control-Allow-Headers"] = "*" };

    private static string Layers() => string.Create(CultureInfo.InvariantCulture, $$"""
        {"tilejson":"2.1.0","format":"heightmap-1.0","version":"1.0.0","scheme":"tms","tiles":["{z}/{x}/{y}.terrain?v={version}"],"maxzoom":{{Deepest}},
        "available":[{{string.Join(',', Enumerable.Range(0, Deepest + 1).Select(level => $$"""[{"startX":0,"startY":0,"endX":{{(2 << level) - 1}},"endY":{{(1 << level) - 1}}}]"""))}}]}
        """);

    // 65 × 65 heights in fifths of a metre above −1,000 m, four children, no water.
    private static byte[] Flat()
    {
        const int Posts = 65 * 65;
        var tile = new byte[(2 * Posts) + 2];
        for (var post = 0; post < Posts; post++)
            BitConverter.TryWriteBytes(tile.AsSpan(2 * post), (ushort)((50 + 1_000) * 5));
        tile[^2] = 15;
        return tile;
    }

    private const string Metadata = """
        {"resourceSets":[{"resources":[{"imageUrl":"http://{subdomain}.tiles.virtualearth.net/tiles/a{quadkey}.jpeg","imageUrlSubdomains":["ecn.t0","ecn.t3"],
        "imageWidth":256,"imageHeight":256,"zoomMin":1,"zoomMax":19,"imageryProviders":[]}]}]}
        """;
}
