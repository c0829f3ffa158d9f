using GridGov.Twin.Contracts;

namespace GridGov.Twin.Silo.Api;

/// <summary>Cases.</summary>
internal static class CaseRoutes
{
    private const int MostAtOnce = 1_000;

    public static void Map(RouteGroupBuilder world)
    {
        world.MapGet("/cases", List).ProducesProblem(400).WithSummary("Cases: filtered, sorted, a page at a time");
        world.MapGet("/cases/{number:long}", One).WithSummary("One case with its history, its clocks and what may be done to it; its ETag is its version");
        world.MapGet("/cases/{number:long}/caller", Caller).ProducesProblem(400)
            .WithSummary("The synthetic person who called; header X-Actor says who looks, and every look is in the audit log");
    }

    private static Task<Page<CaseRow>> List(
        string world, string? text, string? open, string? stage, string? urgency, string? cell, string? sort, string? skip, string? take, WorldDesks desks)
    {
        var query = new CaseQuery(
            text, Given.YesNo(open, "open"), stage, urgency, cell, sort ?? "-opened",
            (int)Given.Whole(skip, "skip", 0, int.MaxValue, 0), (int)Given.Whole(take, "take", 0, MostAtOnce, 50));
        return desks.Of(world).Read((views, at) => views.Cases(query, at.Now));
    }

    private static async Task<CaseView> One(string world, long number, HttpResponse response, WorldDesks desks)
    {
        var found = await desks.Of(world).Read((views, at) => views.Case(at.Model, at.Now, number)) ?? throw NoSuchCase();
        response.Headers.ETag = FormattableString.Invariant($"\"{found.Row.Version}\"");
        return found;
    }

    private static async Task<CallerView> Caller(string world, long number, HttpRequest request, WorldDesks desks)
    {
        var desk = desks.Of(world);
        var actor = Given.Actor(request);
        var (isThere, caller) = await desk.Read((views, at) => (views.Case(at.Model, at.Now, number) is not null, views.Caller(number)));
        if (!isThere)
        {
            throw NoSuchCase();
        }

        // Noted before anything is shown; who cannot be noted sees nothing.
        desk.Live.Note(actor, "look at caller", FormattableString.Invariant($"case {number}"), caller is null ? "nobody called" : "shown");
        return caller ?? throw Problems.NotFound("no-caller", "无人来电反映此案件", "nobody called about this case");
    }

    private static Worlds.WorldRefusedException NoSuchCase() => Problems.NotFound("no-such-case", "没有此案件", "there is no such case");
}
