using GridGov.Twin.Silo.Worlds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridGov.Twin.Silo.Api;

/// <summary>Whether the process lives, and whether all its worlds run and can be written.</summary>
internal static class HealthRoutes
{
    /// <summary>How one world stands.</summary>
    internal sealed record WorldHealth(string World, string State, string? Problem);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new { status = "live" })).WithSummary("The process lives");
        routes.MapGet("/health/ready", Ready).Produces<WorldHealth[]>().Produces<WorldHealth[]>(503).WithSummary("All worlds run and their journals can be written");
    }

    private static JsonHttpResult<WorldHealth[]> Ready(IWorldDirectory directory)
    {
        // Drills, and replications that are looked at, come and go; the host is ready without them.
        LiveWorld[] own = [.. directory.All.Where(world => world.Settings.Kind == WorldSettings.Live)];
        WorldHealth[] worlds = [.. own.Select(world => HealthOf(world.Id, world.Status))];
        var isReady = worlds.Length > 0 && own.All(world => world.Status.IsOpen);
        return TypedResults.Json(worlds, statusCode: isReady ? 200 : 503);
    }

    private static WorldHealth HealthOf(string id, WorldStatus status) => new(id, status.State.ToString().ToLowerInvariant(), status.Problem);
}
