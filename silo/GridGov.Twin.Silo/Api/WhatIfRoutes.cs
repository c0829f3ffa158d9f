using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Silo.Drills;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridGov.Twin.Silo.Api;

/// <summary>What-ifs: questions about the next hours, answered from a fork of the world.</summary>
internal static class WhatIfRoutes
{
    public static void Map(RouteGroupBuilder world)
    {
        world.MapPost("/what-if", Ask).Accepts<WhatIfQuestion>("application/json", "*/*").Produces<WhatIfView>(202)
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(422).ProducesProblem(429)
            .WithSummary("Ask what becomes of the next 4 to 24 hours under some plans; the world itself is not touched. Header X-Actor says who asks; one at a time");
        world.MapGet("/what-if/{id:long}", One).WithSummary("How far a what-if is, and its answer when it is done; the last 8 of a world are kept");
        world.MapDelete("/what-if/{id:long}", Stop).Produces(204).WithSummary("Stop a what-if that is under way");
        world.MapGet("/streets", (string world, WorldDesks desks) => Streets(desks.Of(world))).WithSummary("The streets and towns, with the officers of their teams");
    }

    private static async Task<Accepted<WhatIfView>> Ask(
        string world, HttpRequest request, WorldDesks desks, DrillDesks drills, IHostApplicationLifetime host, CancellationToken stop)
    {
        var desk = desks.Of(world);
        if (desk.Live.Settings.Kind == Worlds.WorldSettings.OfDrill && !drills.IsOver(world))
        {
            throw Problems.Conflict("drill-goes-on", "演练结束前不能推演：推演会泄露后续情况", "no what-if before a drill is over: it would tell of what is still to come");
        }

        var actor = Given.Actor(request);
        var asked = await Given.Json<WhatIfQuestion>(request, stop);
        WhatIfReading.Check(asked);
        var view = await desk.WhatIfs.Begin(() => Fork(desk, asked, actor), host.ApplicationStopping);
        return TypedResults.Accepted(FormattableString.Invariant($"/api/v1/worlds/{world}/what-if/{view.Id}"), view);
    }

    // All that the world itself is asked for: its snapshot, on its own thread, between two turns.
    private static async Task<Scenarios.WhatIf.WhatIfQuestion> Fork(WorldDesk desk, WhatIfQuestion asked, string actor)
    {
        var (live, setting) = (desk.Live, desk.Live.Setting);
        new WhatIfReading(setting.Plan, live.Clock.Now).Plans(asked);
        var (moment, now) = await live.Save();
        var reading = new WhatIfReading(setting.Plan, now);
        var question = new Scenarios.WhatIf.WhatIfQuestion(
            moment, setting, live.Seed, now, WhatIfReading.Horizon(asked), asked.Seeds, reading.Circumstances(asked), reading.Plans(asked));
        live.Note(actor, "what-if", FormattableString.Invariant($"{asked.Hours} h, {asked.Plans.Length} plans, {asked.Seeds} futures each"), "asked");
        return question;
    }

    private static WhatIfView One(string world, long id, WorldDesks desks) => desks.Of(world).WhatIfs.Find(id) ?? throw NoSuchWhatIf();

    private static NoContent Stop(string world, long id, WorldDesks desks) =>
        desks.Of(world).WhatIfs.TryStop(id) ? TypedResults.NoContent() : throw NoSuchWhatIf();

    private static StreetRow[] Streets(WorldDesk desk)
    {
        var plan = desk.Live.Plan;
        return
        [
            .. plan.City.Org.Where(unit => unit.Level == Level.Street).Select(unit => new StreetRow(
                unit.Code, unit.Name, plan.Teams.Where(team => team.Org == unit.Index || plan.City.Org[team.Org].Level == Level.District).Sum(team => team.Officers.Length))),
        ];
    }

    private static Worlds.WorldRefusedException NoSuchWhatIf() =>
        Problems.NotFound("no-such-what-if", "没有此推演，或其结果已不再保留", "there is no such what-if, or its answer is not kept any more");
}
