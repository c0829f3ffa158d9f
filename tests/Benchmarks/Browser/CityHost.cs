using System.Buffers;
using System.Text.Json;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Scenarios.Tiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace GridGov.Twin.Benchmarks.Browser;

/// <summary>
/// Serves one city to a browser on this machine: the data and tiles the map reads, the same buildings as bare outlines, the map itself as it
/// lies in the source tree, and the pages of the benchmark.
/// </summary>
internal sealed class CityHost : IAsyncDisposable
{
    private const string World = "/api/v1/worlds/bench";
    private readonly WebApplication _app;
    private readonly string _tiles;

    private CityHost(WebApplication app, string tiles) => (_app, _tiles) = (app, tiles);

    /// <summary>Where it listens.</summary>
    public string Address => _app.Urls.First();

    /// <summary>The folder CesiumJS is served from.</summary>
    public static string Cesium { get; } = "/weblib/cesium/" + Path.GetFileName(Directory.GetDirectories(Path.Combine(Built, "weblib", "cesium")).Single()) + "/";

    // The web twin built in the configuration of this program.
    private static string Built =>
        Path.Combine(Tree.Root, "twin-web", "GridGov.Twin.Web", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    /// <summary>Bakes the tiles and begins to serve.</summary>
    public static async Task<CityHost> Start(WorldPlan plan)
    {
        var tiles = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        CityTiles.Write(plan.City, tiles);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        Serve(app, "/pages", Path.Combine(Tree.Root, "tests", "Benchmarks", "Browser", "Pages"));
        Serve(app, "/twin", Path.Combine(Tree.Root, "twin-web", "GridGov.Twin.Web", "wwwroot", "twin"));
        Serve(app, "/weblib", Path.Combine(Built, "weblib"));
        Serve(app, World + "/tiles", tiles);
        var map = new ArrayBufferWriter<byte>();
        MapCity.Write(map, plan);
        var outlines = Outlines(plan.City);
        app.MapGet(World + "/city", () => Results.Bytes(map.WrittenMemory, "application/json"));
        app.MapGet(World + "/buildings", () => Results.Bytes(outlines, "application/json"));
        app.MapGet("/{variant}", (string variant) => Results.Text(Page(variant), "text/html"));
        await app.StartAsync();
        return new CityHost(app, tiles);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_tiles, recursive: true);
    }

    private static string Page(string variant) => $$"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{variant}}</title>
        <style>html, body, #map { margin: 0; height: 100% } #map { position: relative; overflow: hidden }</style></head>
        <body><div id="map" class="twin-map"></div><script type="module" src="/pages/{{variant}}.js"></script></body></html>
        """;

    private static void Serve(WebApplication app, string path, string folder)
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".glb"] = "model/gltf-binary";
        app.UseStaticFiles(new StaticFileOptions { RequestPath = path, FileProvider = new PhysicalFileProvider(folder), ContentTypeProvider = types });
    }

    // Of each building: height in metres, use, and the outline as longitude, latitude, longitude …
    private static byte[] Outlines(CityModel city)
    {
        var plane = new LocalPlane(city.Anchor);
        return JsonSerializer.SerializeToUtf8Bytes(city.Buildings.Select(building => new object[]
        {
            building.HeightM, (int)building.Use,
            building.Outline.SelectMany(corner => plane.ToDegrees(corner) is var (east, north) ? new[] { east, north } : []).ToArray(),
        }));
    }
}
