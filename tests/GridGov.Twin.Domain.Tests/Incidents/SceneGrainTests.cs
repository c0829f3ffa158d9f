using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Tests.Desks;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Incidents;

public class SceneGrainTests
{
    [Fact]
    public void An_officer_who_passes_is_shown_every_incident_that_lasts()
    {
        var scene = Scene(new Town(1, 1).Demand(1));
        scene.Minutes = 1;
        scene.When(new NextIncident()).When(new NextIncident()).When(new NextIncident());
        var open = scene.Model.Scenes[0].Open.ToArray();
        scene.When(new IncidentLeaves(open[1])).When(new PatrolPasses(0));
        scene.SendsTo<LookedAt>().Select(sent => sent.To).ShouldBe([open[0], open[2]]);
    }

    [Fact]
    public void A_script_begins_so_many_at_its_place()
    {
        var script = new ScriptedIncident(Instant.Start, Rules.Manhole, 0, new Place(30, -70), 3);
        var scene = Scene(new Town(1, 1).Change(plan => plan with { Script = [script] })).When(new ScriptRuns(0));
        var started = scene.Sends<IncidentStarts>();
        started.Length.ShouldBe(3);
        started.ShouldAllBe(each => each.What == Rules.Manhole && each.At == new Spot(30, -70) && each.Imagined == 0);
        started.Select(each => each.Key).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void A_cell_without_demand_never_begins_anything() =>
        Scene(new Town(1, 1)).Effects.ShouldBe(0);

    [Fact]
    public void An_arrival_rounded_up_to_the_full_hour_is_of_a_kind_of_the_hour_before()
    {
        // Rubbish only in the first hour of the day, and a rhythm nothing follows after it in the list.
        var demand = Rules.Demand(1, 1);
        var first = demand.Rhythms[0] with { ByHour = [1, .. new double[23]] };
        var town = new Town(1, 1).Change(plan => plan with
        {
            Demand = demand with { Rhythms = [first, first with { Index = 1 }], Kinds = [demand.Kinds[0]] },
        });
        var chance = ChanceStream.For(1, 2, 3);
        town.Setting.Demand.DrawKind(0, Instant.Start + Duration.Hours(1), 1, ref chance).ShouldBe(Rules.Rubbish);
    }

    [Fact]
    public void Incidents_come_as_often_as_the_plan_says_by_hour_and_in_a_surge()
    {
        // Twice as often from noon; in the second day's afternoon four times that for burst mains.
        var town = new Town(1, 1).Demand(10).Change(plan => plan with
        {
            Demand = plan.Demand with
            {
                Rhythms = [plan.Demand.Rhythms[0] with { ByHour = [.. Enumerable.Range(0, 24).Select(hour => hour < 12 ? 1.0 : 2.0)] }],
                Surges = [new Surge("surge", At(36), At(48), [false, true, false], [], 4, null)],
            },
        });
        var runs = Enumerable.Range(1, 400).Select(seed => Started(town, (ulong)seed)).ToArray();
        Mean(runs, e => e.At < At(12)).Holds(15).ShouldBeTrue();
        Mean(runs, e => e.At >= At(12) && e.At < At(24)).Holds(30).ShouldBeTrue();
        Mean(runs, e => e.At >= At(36) && e.What == Rules.BurstMain).Holds(40).ShouldBeTrue();
        Mean(runs, e => e.At >= At(36) && e.What == Rules.Rubbish).Holds(10).ShouldBeTrue();
    }

    private static List<(Instant At, int What)> Started(Town town, ulong seed)
    {
        var world = town.World(seed);
        var heard = new Heard(IncidentStarted.Kind);
        world.Listen(heard);
        world.RunUntil(At(48));
        return [.. heard.Events.Select(e => (e.At, e.Body.As<IncidentStarted>().What))];
    }

    private static Estimate Mean(List<(Instant At, int What)>[] runs, Func<(Instant At, int What), bool> counts) =>
        Estimate.OfMean([.. runs.Select(run => (double)run.Count(counts))]);

    private static Instant At(double hours) => new((long)(hours * Rules.HourMs));

    private static OneGrain Scene(Town town) => new(town, Grain.SceneOf(0));
}
