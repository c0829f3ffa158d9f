using GridGov.Twin.Contracts;
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Api;

/// <summary>The API under <c>/api/v1</c>.</summary>
internal static class TwinApi
{
    private const string Root = "/api/v1/worlds";
    private const string Cluster = "/api/v1/cluster";
    private const string Experiments = "/api/v1/experiments";
    private const string Drills = "/api/v1/drills";
    private const string Proofs = "/api/v1/proofs";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var worlds = routes.MapGroup(Root).AddEndpointFilter(Problems.Filter);
        worlds.MapGet("", Worlds).WithSummary("The worlds of this host; on a cluster also those that live whole on other silos");
        var world = worlds.MapGroup("/{world}").ProducesProblem(404).ProducesProblem(503).AddEndpointFilter(DrillRoutes.ComeUp);
        WorldRoutes.Map(world);
        CaseRoutes.Map(world);
        PlaceRoutes.Map(world);
        CommandRoutes.Map(world);
        ReadingRoutes.Map(world);
        HistoryRoutes.Map(world);
        MapRoutes.Map(world);
        WhatIfRoutes.Map(world);
        DrillRoutes.MapWorld(world);
        ClusterRoutes.Map(routes.MapGroup(Cluster).AddEndpointFilter(Problems.Filter).ProducesProblem(404));
        ExperimentRoutes.Map(routes.MapGroup(Experiments).AddEndpointFilter(Problems.Filter));
        DrillRoutes.Map(routes.MapGroup(Drills).AddEndpointFilter(Problems.Filter));
        ProofRoutes.Map(routes.MapGroup(Proofs).AddEndpointFilter(Problems.Filter));
    }

    private static async Task<WorldView[]> Worlds(IWorldDirectory all, WorldDesks desks, WorldsElsewhere elsewhere, HttpRequest request)
    {
        WorldView[] here = [.. all.All.Select(world => desks.Find(world.Id)?.World()).OfType<WorldView>()];
        return [.. here, .. (await elsewhere.Worlds(request)).ExceptBy(here.Select(world => world.Id), world => world.Id)];
    }
}
