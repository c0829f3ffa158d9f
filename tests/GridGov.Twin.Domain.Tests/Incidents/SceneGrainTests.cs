using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
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

    [Fact]
    public void What_a_person_reports_begins_as_truth_and_opens_or_joins_a_case_at_once()
    {
        var world = new Town(1, 1).Officer([0]).World(1);
        var heard = new Heard();
        world.Listen(heard);
        foreach (var input in (long[])[41, 42])
        {
            world.RunUntil(At(input));
            world.Post(Grain.SceneOf(0), new LoggedIncident(IncidentKey.OfInput(input), new Spot(50, -50), Rules.BurstMain, (int)Channel.Centre), world.Now);
            world.RunUntil(world.Now + new Duration(1));
        }

        heard.Of<IncidentStarted>().Select(started => started.Key).ShouldBe([IncidentKey.OfInput(41), IncidentKey.OfInput(42)]);
        var accepted = heard.Of<ReportAccepted>().Single();
        (accepted.Key, accepted.Channel).ShouldBe((IncidentKey.OfInput(41), (long)Channel.Centre));
        heard.Of<CaseOpened>().Single().Key.ShouldBe(IncidentKey.OfInput(41));
        heard.Of<ReportMerged>().Single().ShouldBe(new ReportMerged(accepted.Case, IncidentKey.OfInput(42), Rules.BurstMain, 0, (long)Channel.Centre));
    }

    [Theory]
    [InlineData(-1, 5, 0)]
    [InlineData(3, 5, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 6, 0)]
    [InlineData(1, 5, float.NaN)]
    [InlineData(1, 5, float.NegativeInfinity)]
    public void A_report_of_what_is_not_in_the_plan_is_refused_and_stops_no_world(int what, int channel, float eastM)
    {
        var scene = Scene(new Town(1, 1)).When(new LoggedIncident(IncidentKey.OfInput(7), new Spot(eastM, 0), what, channel));
        scene.Says<ReportRefused>().ShouldBe([new ReportRefused(IncidentKey.OfInput(7), what, channel)]);
        scene.Model.Scenes[0].Open.ShouldBeEmpty();
    }

    [Fact]
    public void The_keys_of_inputs_are_their_own()
    {
        IncidentKey.OfInput(7).ShouldNotBe(IncidentKey.OfInput(8));
        IncidentKey.OfInput(7).ShouldNotBe(IncidentKey.Of(0, 7));
        IncidentKey.OfInput((1L << 40) - 1).ShouldBe(IncidentKey.Of(IncidentKey.OfCase(IncidentKey.OfInput((1L << 40) - 1), 3)));
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
