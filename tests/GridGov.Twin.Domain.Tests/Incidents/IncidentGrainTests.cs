using GridGov.Twin.Domain.Buildings;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Incidents;

public class IncidentGrainTests
{
    private static readonly GrainId Self = new(Grain.Incident, 0);
    private static readonly GrainId Case = new(Grain.Case, 9);

    [Fact]
    public void A_patrol_that_sees_it_reports_it_as_seen_by_an_officer()
    {
        var incident = Begun(Seen);
        incident.Minutes = 30;
        var report = incident.When(new LookedAt(2)).Sends<ReportArrives>().Single();
        (report.Verified, report.Reporter, report.Channel).ShouldBe(((byte)1, (ushort)2, Channel.Patrol));
        incident.Says<IncidentDiscovered>().Single().Delay.ShouldBe(Duration.Minutes(30));
    }

    [Fact]
    public void A_patrol_passes_by_what_a_case_is_open_for_and_sees_it_again_when_that_is_given_up()
    {
        var incident = Begun(Seen).When(new LookedAt(2));
        incident.When(new LookedAt(3)).Effects.ShouldBe(0);
        incident.When(new GivenUp()).When(new LookedAt(3)).Sends<ReportArrives>().Length.ShouldBe(1);
        incident.Says<IncidentDiscovered>().ShouldBeEmpty("it is discovered once");
    }

    [Fact]
    public void A_patrol_may_miss_it()
    {
        var incident = Begun(town => town);
        incident.When(new LookedAt(2)).Effects.ShouldBe(0);
    }

    [Fact]
    public void A_device_in_the_cell_that_can_sense_it_is_disturbed_and_reports_for_it()
    {
        var incident = Begun(town => town.Kind(Rules.BurstMain, kind => kind with { Sensors = 1 << (int)DeviceKind.Pressure }));
        incident.SendsTo<Disturbs>().Single().To.ShouldBe(Grain.DeviceOf(0));
        var report = incident.When(new Sensed(0)).Sends<ReportArrives>().Single();
        (report.Verified, report.Channel).ShouldBe(((byte)0, Channel.Device));
    }

    [Fact]
    public void A_resident_calls_the_hotline_and_what_he_said_is_a_report_when_he_has_been_heard()
    {
        var incident = Begun(Called).When(new ResidentCalls());
        var call = incident.SendsTo<JobArrives>().Single();
        call.To.ShouldBe(Grain.DeskOf(Town.Hotline));
        incident.Sends<ResidentCalls>().Length.ShouldBe(1, "and another will call");
        incident.When(new JobDone(call.Message.Ticket, Town.Hotline)).Sends<ReportArrives>().Single().Channel.ShouldBe(Channel.Hotline);
    }

    [Fact]
    public void Without_a_hotline_residents_use_the_app() =>
        Begun(town => town).When(new ResidentCalls()).Sends<ReportArrives>().Single().Channel.ShouldBe(Channel.App);

    [Fact]
    public void A_caller_who_hung_up_calls_again_and_nothing_is_known_until_he_is_heard()
    {
        var incident = Begun(town => Called(town).Telephone(Distribution.Constant(60_000), callsAgain: 1)).When(new ResidentCalls());
        incident.When(new JobLost(1, Town.Hotline)).Sends<Redials>().Length.ShouldBe(1);
        State(incident).Known.ShouldBe(Knowledge.Unknown);
        incident.When(new Redials()).Sends<JobArrives>().Single().Patience.ShouldBe(Duration.Minutes(1));
        State(incident).OnTheLine.ShouldBe(1);
    }

    [Fact]
    public void A_caller_who_does_not_call_again_is_gone()
    {
        var incident = Begun(Called).When(new ResidentCalls()).When(new JobLost(1, Town.Hotline));
        incident.Effects.ShouldBe(0);
        State(incident).OnTheLine.ShouldBe(0);
    }

    [Fact]
    public void Put_right_it_is_over_and_its_scene_and_house_are_told()
    {
        var incident = Begun(Seen).When(new LookedAt(2));
        incident.Minutes = 90;
        incident.When(new PutRight());
        incident.Says<IncidentEnded>().Single().ShouldBe(new IncidentEnded(Duration.Minutes(90), Rules.BurstMain, 0, 1, 1, 0, 0));
        incident.Sends<IncidentLeaves>().Length.ShouldBe(1);
        incident.Sends<TroubleEnds>().Length.ShouldBe(1);
        incident.Model.Incidents.Count.ShouldBe(0);
    }

    [Fact]
    public void What_goes_away_by_itself_before_anyone_knew_was_never_discovered()
    {
        var incident = Begun(town => town).When(new GoesAway());
        incident.Says<IncidentEnded>().Single().WasDiscovered.ShouldBe(0);
    }

    [Fact]
    public void It_stays_at_hand_while_a_caller_is_on_the_line()
    {
        var incident = Begun(Called).When(new ResidentCalls()).When(new PutRight());
        incident.Model.Incidents.Count.ShouldBe(1);
        incident.When(new JobDone(1, Town.Hotline)).Sends<ReportArrives>().Length.ShouldBe(1, "he reports what is no more");
        incident.Model.Incidents.Count.ShouldBe(0);
    }

    [Fact]
    public void Grown_worse_it_is_called_about_twice_as_often()
    {
        // The same chance, half the wait: the first call is drawn alike in both worlds, the second at another rate.
        var (same, worse) = (Begun(Called), Begun(Called).When(new GrowsWorse()));
        worse.Says<IncidentWorsened>().Length.ShouldBe(1);
        var usual = same.When(new ResidentCalls()).SendsTo<ResidentCalls>().Single().AfterMinutes;
        var often = worse.When(new ResidentCalls()).SendsTo<ResidentCalls>().Single().AfterMinutes;
        often.ShouldBe(usual / 2, 0.001);
    }

    [Fact]
    public void An_officer_who_inspects_it_finds_it_until_it_is_over()
    {
        var incident = Begun(town => town);
        incident.When(new Inspect(Case, 3)).SendsTo<Found>().Single().ShouldBe((Case, new Found(3, 1), 0));
        incident.When(new PutRight()).When(new Inspect(Case, 4)).SendsTo<Found>().Single().ShouldBe((Case, new Found(4, 0), 0));
    }

    [Fact]
    public void An_imagined_one_is_called_about_once_and_then_there_is_nothing()
    {
        var incident = new OneGrain(Called(new Town(1, 1)), Self, begins: false).When(Starts with { Imagined = 1 });
        incident.Sends<JobArrives>().Length.ShouldBe(1);
        incident.When(new Inspect(Case, 3)).Sends<Found>().Single().IsThere.ShouldBe(0);
        incident.When(new JobDone(1, Town.Hotline)).Sends<ReportArrives>().Length.ShouldBe(1);
        incident.Says<IncidentDiscovered>().ShouldBeEmpty();
        incident.Says<IncidentEnded>().Single().Imagined.ShouldBe(1);
        incident.Model.Incidents.Count.ShouldBe(0);
    }

    private static IncidentStarts Starts => new(42, new Spot(50, -50), 0, 0, Rules.BurstMain, 0);

    private static OneGrain Begun(Func<Town, Town> change) =>
        new OneGrain(change(new Town(1, 1, (DeviceKind.Pressure, 0))), Self, begins: false).When(Starts);

    private static Town Seen(Town town) => town.Kind(Rules.BurstMain, kind => kind with { SeenByPatrol = 1 });

    private static Town Called(Town town) => town.Telephone().Kind(Rules.BurstMain, kind => kind with { CallsPerHour = 1 });

    private static IncidentFacts State(OneGrain incident) => incident.Model.Incidents.Find(0)!.Facts;
}
