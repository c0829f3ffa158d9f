using GridGov.Twin.Contracts;
using GridGov.Twin.Silo.Cluster;

namespace GridGov.Twin.Silo.Api;

/// <summary>The cluster this process is a silo of, for its operators.</summary>
internal static class ClusterRoutes
{
    public static void Map(RouteGroupBuilder cluster)
    {
        cluster.MapGet("", (ClusterDesk desk, CancellationToken stop) => desk.Look(stop))
            .WithSummary("The silos with their grains and what they have done, the worlds, and the messages set aside; a process that is no silo answers not-a-cluster");
        cluster.MapPost("/retry", Retry).Accepts<RetryOrder>("application/json", "*/*").ProducesProblem(400).ProducesProblem(503)
            .WithSummary("Have a message that was set aside tried again; header X-Actor says who");
    }

    private static async Task<SetAsideRow> Retry(HttpRequest request, ClusterDesk desk, CancellationToken stop)
    {
        var actor = Given.Actor(request);
        return desk.Retry(await Given.Json<RetryOrder>(request, stop), actor);
    }
}
