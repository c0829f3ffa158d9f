using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Tests.Worlds;

/// <summary>A moment has many futures, each its own, and the same ones under every plan.</summary>
public class FutureTests
{
    private static readonly Instant Noon = Instant.Start + Duration.Hours(36);
    private static readonly Instant End = Noon + Duration.Days(2);

    public static TheoryData<int> EveryTown => [.. Enumerable.Range(0, Towns.All.Length)];

    [Theory]
    [MemberData(nameof(EveryTown))]
    public void The_same_moment_plan_and_seed_give_the_same_future_and_another_seed_another(int town)
    {
        var (moment, setting, _) = Moment(town);
        ulong[] hashes = [.. new ulong[] { 1, 1, 2, 3 }.Select(seed => Run(Future.Of(moment, setting, setting, seed)).EventHash)];
        hashes[1].ShouldBe(hashes[0]);
        hashes.Distinct().Count().ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(EveryTown))]
    public void Nothing_that_futures_do_touches_the_world_they_part_from(int town)
    {
        var (moment, setting, parent) = Moment(town);
        var before = moment.ContentHash;
        Run(Future.Of(moment, setting, new Setting(WithOneMore(setting.Plan)), 1));
        (moment.ContentHash, parent.StateHash()).ShouldBe((before, before));
        var undisturbed = new World<DistrictModel>(new DistrictModel(setting), 0);
        undisturbed.Restore(moment);
        (Run(parent).EventHash, parent.StateHash()).ShouldBe((Run(undisturbed).EventHash, undisturbed.StateHash()));
    }

    [Theory]
    [MemberData(nameof(EveryTown))]
    public void One_more_officer_changes_what_is_done_and_leaves_every_arrival_as_it_was(int town)
    {
        var (moment, setting, _) = Moment(town);
        var (asItIs, more) = (Future.Of(moment, setting, setting, 4), Future.Of(moment, setting, new Setting(WithOneMore(setting.Plan)), 4));
        var (arrivals, same) = (Arrivals(asItIs), Arrivals(more));
        var newcomer = new Heard();
        more.Listen(newcomer);
        (Run(asItIs).EventHash == Run(more).EventHash).ShouldBeFalse();
        same.ShouldBe(arrivals, ignoreOrder: true);
        arrivals.Count.ShouldBeGreaterThan(10);
        newcomer.Events.ShouldContain(e => e.Source == Grain.OfficerOf(setting.Plan.Officers.Length) && e.Body.Kind == LegStarted.Kind);
    }

    [Fact]
    public void Arrivals_on_their_way_at_the_moment_are_other_ones_in_every_future()
    {
        var (moment, setting, _) = Moment(0);
        Instant[] first = [.. Enumerable.Range(0, 20).Select(nth => FirstArrival(Future.Of(moment, setting, setting, Future.SeedOf(7, nth))))];
        first.Distinct().Count().ShouldBeGreaterThan(15);
    }

    [Fact]
    public void Work_in_hand_ends_at_another_time_in_every_future_and_never_before_the_moment()
    {
        var (moment, setting, _) = Moment(0);
        var ends = new List<Instant>();
        var other = 0;
        for (var nth = 0; nth < 20; nth++)
        {
            var future = Future.Of(moment, setting, setting, Future.SeedOf(7, nth));
            var inHand = future.Model.Desks.ToArray().SelectMany(desk => desk.InService.Keys.Select(job => job.Item)).ToHashSet();
            var finished = new Heard(JobFinished.Kind);
            future.Listen(finished);
            Run(future);
            inHand.Count.ShouldBeGreaterThan(0);
            foreach (var item in inHand)
            {
                ends.Add(finished.Events.First(e => e.Body.As<JobFinished>().Item == item).At);
            }

            other += ends.Distinct().Count() == ends.Count ? 1 : 0;
        }

        ends.ShouldAllBe(end => end >= Noon);
        other.ShouldBe(20);
    }

    [Fact]
    public void A_newcomer_s_shift_and_a_desk_s_extra_people_begin_and_end_at_their_time()
    {
        var (moment, setting, _) = Moment(0);
        var (from, until) = (Noon + Duration.Hours(1), Noon + Duration.Hours(3));
        var plan = WithOneMore(setting.Plan, OnceShift.Between("extra", from, until, 1));
        plan = plan with { Desks = [.. plan.Desks.Select(desk => desk.Index == 0 ? desk with { Shifts = [.. desk.Shifts, OnceShift.Between("extra", from, until, 3)] } : desk)] };
        var future = Future.Of(moment, setting, new Setting(plan), 1);
        var heard = new Heard();
        future.Listen(heard);
        Run(future);
        var people = setting.Plan.Desks[0].Shifts[0].People;
        heard.Events.Where(e => e.Body.Kind == DutyChanged.Kind && e.Source == Grain.DeskOf(0)).Select(e => (e.At, e.Body.As<DutyChanged>().People))
            .ShouldBe([(from, people + 3), (until, people)]);
        var newcomer = heard.Events.Where(e => e.Body.Kind == OfficerDutyChanged.Kind && e.Source == Grain.OfficerOf(plan.Officers.Length - 1)).ToArray();
        newcomer[0].At.ShouldBe(from);
        newcomer[1].At.ShouldBeGreaterThanOrEqualTo(until);
        newcomer.Length.ShouldBe(2);
    }

    [Fact]
    public void A_world_that_has_not_begun_has_a_future_with_as_much_in_it_as_any()
    {
        var setting = new Setting(Towns.All[0].Build().Plan);
        var (future, usual) = (Future.Of(Beginning.NewWorld(setting, 3).Save(), setting, setting, 8), Beginning.NewWorld(setting, 9));
        var (arrivals, others) = (Arrivals(future), Arrivals(usual));
        Run(future);
        Run(usual);
        arrivals.Count.ShouldBeInRange(others.Count * 2 / 3, others.Count * 3 / 2);
    }

    [Fact]
    public void A_plan_that_does_not_continue_the_one_lived_under_is_refused()
    {
        var (moment, setting, _) = Moment(0);
        var fewer = setting.Plan with { Desks = setting.Plan.Desks[..^1], Hotline = null, Calls = [] };
        Should.Throw<ArgumentException>(() => Future.Of(moment, setting, new Setting(fewer), 1)).Message.ShouldContain("does not continue");
    }

    private static (Snapshot Moment, Setting Setting, World<DistrictModel> Parent) Moment(int town)
    {
        var setting = new Setting(Towns.All[town].Build().Plan);
        var world = Beginning.NewWorld(setting, 6);
        world.RunUntil(Noon);
        return (world.Save(), setting, world);
    }

    private static WorldPlan WithOneMore(WorldPlan plan, Shift? shift = null)
    {
        var index = plan.Officers.Length;
        var newcomer = plan.Officers[0] with { Index = index, Name = "newcomer", Beat = [.. Enumerable.Range(0, plan.City.Cells.Length)], Shifts = shift is null ? Rules.AllDay(1) : [shift], Patrols = true };
        return plan with { Officers = [.. plan.Officers, newcomer], Teams = [plan.Teams[0] with { Officers = [.. plan.Teams[0].Officers, index] }] };
    }

    private static World<DistrictModel> Run(World<DistrictModel> world)
    {
        world.RunUntil(End);
        return world;
    }

    // When, where and what: the number of an incident's grain is given in the order of the whole world.
    private static List<(Instant, ulong, int, int)> Arrivals(World<DistrictModel> world)
    {
        var arrivals = new Arriving();
        world.Listen(arrivals);
        return arrivals.All;
    }

    private static Instant FirstArrival(World<DistrictModel> world)
    {
        var arrivals = Arrivals(world);
        Run(world);
        return arrivals[0].Item1;
    }

    private sealed class Arriving : IEventListener
    {
        public List<(Instant, ulong, int, int)> All { get; } = [];

        public void On(in Engine.Grains.Event e)
        {
            if (e.Body.Kind == IncidentStarted.Kind)
            {
                var started = e.Body.As<IncidentStarted>();
                All.Add((e.At, started.Key, started.Cell, started.What));
            }
        }
    }
}
