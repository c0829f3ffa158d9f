using GridGov.Twin.Contracts;

namespace GridGov.Twin.Silo.Api;

/// <summary>A world, its clock and what does not change in it.</summary>
internal static class WorldRoutes
{
    public static void Map(RouteGroupBuilder world)
    {
        world.MapGet("", (string world, WorldDesks desks) => desks.Of(world).World()).WithSummary("One world and its clock");
        world.MapPut("/clock", Order).Accepts<ClockOrder>("application/json", "*/*").ProducesProblem(400).ProducesProblem(422)
            .WithSummary("Pause, pace, step or jump: exactly one; header X-Actor says who");
        world.MapGet("/indicators", (string world, WorldDesks desks) => desks.Of(world).Read((views, at) => views.Indicators(at.Model, at.Now)))
            .WithSummary("The indicators of the present day and since the start");
        world.MapGet("/workflow", (string world, WorldDesks desks) => desks.Of(world).Views.Workflow).WithSummary("The workflow: roles and states");
        world.MapGet("/kinds", (string world, WorldDesks desks) => desks.Of(world).Views.Kinds).WithSummary("The kinds of case");
        world.MapGet("/departments", (string world, WorldDesks desks) => desks.Of(world).Views.Departments).WithSummary("The departments");
    }

    private static async Task<ClockView> Order(string world, HttpRequest request, WorldDesks desks, CancellationToken stop)
    {
        var desk = desks.Of(world);
        var actor = Given.Actor(request);
        var order = await Given.Json<ClockOrder>(request, stop);
        return desk.Clock(await desk.Live.Order(order, actor));
    }
}
