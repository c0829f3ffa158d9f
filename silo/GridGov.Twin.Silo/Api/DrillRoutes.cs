using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Reports;
using GridGov.Twin.Silo.Drills;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridGov.Twin.Silo.Api;

/// <summary>Drills: the files, opening one, and how it stands for those who play and for those who hold the script.</summary>
internal static class DrillRoutes
{
    public static void Map(RouteGroupBuilder drills)
    {
        drills.MapGet("", (DrillRoom room, HttpRequest request) => room.All(request)).WithSummary("The drills of this host: the files it has, and what was opened from them");
        drills.MapPost("/{drill}/open", Open).Accepts<DrillOrder>("application/json", "*/*").Produces<OpenedWorld>(201)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503)
            .WithSummary("Open a drill as a world of its own, which goes to StartEx and holds still there. Header X-Actor says who");
    }

    public static void MapWorld(RouteGroupBuilder world)
    {
        world.MapGet("/drill", (string world, DrillRoom room, WorldDesks desks) => room.View(desks.Of(world).Live))
            .WithSummary("A drill as its players see it: nothing of what is still to come");
        world.MapGet("/drill/script", (string world, HttpRequest request, DrillRoom room, WorldDesks desks) =>
                room.Script(desks.Of(world).Live, Given.Actor(request)))
            .ProducesProblem(400).WithSummary("A drill as its controllers and evaluators see it; header X-Actor says who looks");
        world.MapGet("/drill/report/{file}", Report).Produces<string>(200, "application/octet-stream")
            .WithSummary("A file of the after-action report, as far as the drill has come: report.html, actions.csv or debrief.json");
        world.MapPost("/drill/replay", Replay).Accepts<ReplayOrder>("application/json", "*/*").Produces<OpenedWorld>(201)
            .ProducesProblem(400).ProducesProblem(422)
            .WithSummary("Open a replay of a drill as a world that nothing can be done in; it goes on where the drill stands now, the oldest of a few is closed. "
                + "Header X-Actor says who");
    }

    /// <summary>A drill that has ended is down until somebody asks for it.</summary>
    public static async ValueTask<object?> ComeUp(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        await http.RequestServices.GetRequiredService<DrillWorlds>().ComeUp(http.Request.RouteValues["world"] as string ?? "", http.RequestAborted);
        return await next(context);
    }

    private static async Task<FileContentHttpResult> Report(string world, string file, HttpContext context, DrillRoom room, WorldDesks desks)
    {
        var live = desks.Of(world).Live;
        if (!DebriefReport.Files.Contains(file))
        {
            var all = string.Join(", ", DebriefReport.Files);
            throw Problems.NotFound("no-such-report", $"没有此文件；有 {all}", $"there is no such file; there are {all}");
        }

        var debrief = await room.Debrief(live);
        return ReportFile.Send(await Task.Run(() => DebriefReport.File(debrief, file)), file, $"{world}-{file}", context);
    }

    private static async Task<Created<OpenedWorld>> Replay(string world, HttpRequest request, DrillReplays replays, WorldDesks desks, CancellationToken stop)
    {
        var (live, actor) = (desks.Of(world).Live, Given.Actor(request));
        var opened = await replays.Open(live, await Given.Json<ReplayOrder>(request, stop), actor, stop);
        return TypedResults.Created($"/api/v1/worlds/{opened.World}", opened);
    }

    private static async Task<Created<OpenedWorld>> Open(string drill, HttpRequest request, DrillWorlds drills, CancellationToken stop)
    {
        var actor = Given.Actor(request);
        var opened = await drills.Open(drill, await Given.Json<DrillOrder>(request, stop), actor, stop);
        return TypedResults.Created($"/api/v1/worlds/{opened.World}", opened);
    }
}
