using Microsoft.AspNetCore.Http.HttpResults;

namespace GridGov.Twin.Silo.Api;

/// <summary>What the map is drawn from.</summary>
internal static class MapRoutes
{
    public static void Map(RouteGroupBuilder world)
    {
        world.MapGet("/city", City).Produces(200, contentType: "application/json").WithSummary("Cells, streets, ground, devices and names, in metres east and north of the anchor");
        world.MapGet("/tiles/{file}", Tile).Produces(200, contentType: "model/gltf-binary").WithSummary("The buildings as 3D Tiles 1.1: tileset.json and its contents");
    }

    private static FileContentHttpResult City(string world, HttpContext context, WorldDesks desks, CityFiles files)
    {
        var city = files.City(desks.Of(world).Live);
        context.Response.Headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return TypedResults.Bytes(city.Zipped, "application/json", entityTag: new($"\"{city.Tag}-gzip\""));
        }

        return TypedResults.Bytes(city.Plain, "application/json", entityTag: new($"\"{city.Tag}\""));
    }

    private static async Task<IResult> Tile(string world, string file, WorldDesks desks, CityFiles files)
    {
        var folder = await files.Tiles(desks.Of(world).Live);
        var isJson = file.EndsWith(".json", StringComparison.Ordinal);
        var isName = (isJson || file.EndsWith(".glb", StringComparison.Ordinal)) && file.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.');
        var path = Path.Combine(folder, file);
        return isName && File.Exists(path)
            ? TypedResults.PhysicalFile(path, isJson ? "application/json" : "model/gltf-binary", lastModified: File.GetLastWriteTimeUtc(path))
            : throw Problems.NotFound("no-such-tile", "没有此文件", "there is no such file of the map");
    }
}
