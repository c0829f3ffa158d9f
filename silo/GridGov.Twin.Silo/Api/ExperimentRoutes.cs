using GridGov.Twin.Contracts;
using GridGov.Twin.Silo.Planning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridGov.Twin.Silo.Api;

/// <summary>Planners' experiments: the list, a run, its progress, its report, and single replications as worlds.</summary>
internal static class ExperimentRoutes
{
    public static void Map(RouteGroupBuilder experiments)
    {
        experiments.MapGet("", (Planners planners) => planners.All()).WithSummary("The experiments of this host");
        var one = experiments.MapGroup("/{experiment}").ProducesProblem(404);
        one.MapGet("", (string experiment, Planners planners) => planners.View(experiment)).WithSummary("One experiment with the replications of its last run");
        one.MapGet("/progress", (string experiment, Planners planners) => planners.Row(experiment))
            .WithSummary("One experiment without its replications: how far its run has come, for whoever asks again and again");
        one.MapPost("/run", Run).Produces<ExperimentRow>(202).ProducesProblem(400).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503)
            .WithSummary("Start it; one runs at a time. Goes on where an earlier run was stopped; header X-Actor says who");
        one.MapDelete("/run", Stop).Produces<ExperimentRow>(202).ProducesProblem(400).ProducesProblem(409).ProducesProblem(503)
            .WithSummary("Stop it; what is done is kept. Header X-Actor says who");
        one.MapGet("/report", (string experiment, HttpContext context, Planners planners, ExperimentShelf shelf) =>
                Report(experiment, ReportFile.ExperimentPage, context, planners, shelf))
            .Produces<string>(200, "text/html").WithSummary("The report of the last run, one page that needs nothing else");
        one.MapGet("/report/{file}", Report).Produces<string>(200, "application/octet-stream").WithSummary("A file of the last report: experiment.json or a table");
        one.MapPost("/replications", Open).Accepts<ReplicationOrder>("application/json", "*/*").Produces<OpenedReplication>(201)
            .ProducesProblem(400).ProducesProblem(422).ProducesProblem(503)
            .WithSummary("Open a replication as a world of kind run, which ends where the replication did; the oldest of a few is closed. Header X-Actor says who");
    }

    private static Accepted<ExperimentRow> Run(string experiment, HttpRequest request, Planners planners) =>
        TypedResults.Accepted((string?)null, planners.Run(experiment, Given.Actor(request)));

    private static Accepted<ExperimentRow> Stop(string experiment, HttpRequest request, Planners planners) =>
        TypedResults.Accepted((string?)null, planners.Stop(experiment, Given.Actor(request)));

    private static async Task<Created<OpenedReplication>> Open(string experiment, HttpRequest request, ReplicationWorlds replications, CancellationToken stop)
    {
        var actor = Given.Actor(request);
        var opened = await replications.Open(experiment, await Given.Json<ReplicationOrder>(request, stop), actor, stop);
        return TypedResults.Created($"/api/v1/worlds/{opened.World}", opened);
    }

    private static PhysicalFileHttpResult Report(string experiment, string file, HttpContext context, Planners planners, ExperimentShelf shelf) =>
        ReportFile.Send(shelf.ReportFile(planners.Source(experiment).Id, file), $"{experiment}-{file}", context);
}
