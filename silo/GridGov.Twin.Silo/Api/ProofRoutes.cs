using GridGov.Twin.Contracts;
using GridGov.Twin.Silo.Planning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridGov.Twin.Silo.Api;

/// <summary>The proofs: how they stand, a run, and the report.</summary>
internal static class ProofRoutes
{
    public static void Map(RouteGroupBuilder proofs)
    {
        proofs.MapGet("", (Provers provers) => provers.View()).WithSummary("How the program's proofs of itself stand");
        proofs.MapPost("/run", (HttpRequest request, Provers provers) => TypedResults.Accepted((string?)null, provers.Run(Given.Actor(request))))
            .Produces<ProofView>(202).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(503)
            .WithSummary("Start them; one thing runs at a time, these or an experiment. Header X-Actor says who");
        proofs.MapDelete("/run", (HttpRequest request, Provers provers) => TypedResults.Accepted((string?)null, provers.Stop(Given.Actor(request))))
            .Produces<ProofView>(202).ProducesProblem(400).ProducesProblem(409).ProducesProblem(503)
            .WithSummary("Stop them; what is done is kept. Header X-Actor says who");
        proofs.MapGet("/report", (HttpContext context, ProofShelf shelf) => Report(ReportFile.ProofPage, context, shelf))
            .Produces<string>(200, "text/html").ProducesProblem(404).WithSummary("The report of the last run, one page that needs nothing else");
        proofs.MapGet("/report/{file}", Report).Produces<string>(200, "application/octet-stream").ProducesProblem(404)
            .WithSummary("A file of the last report: proof.json");
    }

    private static PhysicalFileHttpResult Report(string file, HttpContext context, ProofShelf shelf) =>
        ReportFile.Send(shelf.ReportFile(file), $"gridgov-{file}", context);
}
