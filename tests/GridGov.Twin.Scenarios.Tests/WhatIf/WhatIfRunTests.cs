using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.WhatIf;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Tests.WhatIf;

/// <summary>Asked of a small district at ten in the morning of its third day.</summary>
public class WhatIfRunTests
{
    private static readonly Instant Now = Instant.Start + Duration.Hours(58);
    private static readonly Duration Horizon = Duration.Hours(4);
    private static readonly Lazy<(Setting Setting, Engine.World.World<DistrictModel> World)> Lived = new(Live);

    [Fact]
    public void The_answer_is_the_same_on_any_number_of_threads_and_the_world_stays_as_it_was()
    {
        var before = Lived.Value.World.StateHash();
        var (one, three) = (Answer(1, Extra(2)), Answer(3, Extra(2)));
        three.Plans.SelectMany(plan => plan.Hashes).ShouldBe(one.Plans.SelectMany(plan => plan.Hashes));
        three.Sentence.ShouldBe(one.Sentence);
        Lived.Value.World.StateHash().ShouldBe(before);
    }

    [Fact]
    public void Fans_open_from_one_known_point_and_their_quantiles_are_in_order()
    {
        var answer = Answer(2, Extra(2));
        answer.Points.Length.ShouldBe(17);
        (answer.Points[0], answer.Points[^1]).ShouldBe((Now, Now + Horizon));
        foreach (var plan in answer.Plans)
        {
            plan.Backlog[0].Distinct().ShouldHaveSingleItem().ShouldBe(answer.Plans[0].Backlog[0][0]);
            plan.Backlog[^1].Distinct().Count().ShouldBeGreaterThan(1);
            plan.Backlog.ShouldAllBe(fan => fan.Length == 5 && fan.SequenceEqual(fan.Order()));
            plan.OnTime.Where(fan => fan is not null).ShouldAllBe(fan => fan!.SequenceEqual(fan!.Order()) && fan![0] >= 0 && fan[4] <= 1);
            plan.Hashes.Distinct().Count().ShouldBe(10);
        }
    }

    [Fact]
    public void A_plan_that_changes_nothing_differs_in_nothing()
    {
        var answer = Answer(2, new ExtraStaff(0, 1, Now + Duration.Hours(20), Now + Duration.Hours(21)));
        (answer.Plans[1].BacklogMore!.Mean, answer.Plans[1].IsBacklogClear, answer.Plans[1].IsOnTimeClear).ShouldBe((0, false, false));
        answer.Sentence.En.ShouldContain("makes no improvement");
        answer.Sentence.Zh.ShouldContain("没有带来");
    }

    [Fact]
    public void A_great_storm_raises_the_backlog_clearly_whether_it_is_a_plan_s_or_everybody_s()
    {
        var storm = new Storm(Now, Now + Horizon, 10);
        var calm = Answer(2, storm);
        (calm.Plans[1].BacklogMore!.Mean > 0, calm.Plans[1].IsBacklogClear).ShouldBe((true, true));
        var stormy = new WhatIfRun(Question([storm], new WhatIfPlan(new Title("加人", "more"), [Extra(1)])), 2).Run(null, CancellationToken.None)!;
        stormy.Plans[0].BacklogAtEnd.Mean.ShouldBe(calm.Plans[1].BacklogAtEnd.Mean);
        stormy.Plans[1].BacklogAtEnd.Mean.ShouldBeGreaterThan(calm.Plans[0].BacklogAtEnd.Mean);
    }

    [Fact]
    public void Two_more_officers_stand_at_the_end_of_the_plan_with_beats_in_the_street()
    {
        var (plan, more) = (Lived.Value.Setting.Plan, Extra(2).Apply(Lived.Value.Setting.Plan));
        more.Officers.Length.ShouldBe(plan.Officers.Length + 2);
        more.Officers[..^2].ShouldBe(plan.Officers);
        var team = more.Teams[more.Officers[^1].Team];
        team.Officers[^2..].ShouldBe([plan.Officers.Length, plan.Officers.Length + 1]);
        more.Officers[^2..].ShouldAllBe(officer => officer.Beat.Length > 0 && officer.Beat.All(cell => plan.City.StreetOf(plan.City.Cells[cell].Community) == Street));
        more.Officers[^1].Beat.Intersect(more.Officers[^2].Beat).ShouldBeEmpty();
    }

    [Fact]
    public void Calling_in_leaves_who_is_on_duty_and_brings_the_others_until_their_time()
    {
        var plan = Lived.Value.Setting.Plan;
        var night = Instant.Start + Duration.Hours(74);
        var called = new CallIn(null, night, night + Duration.Hours(2)).Apply(plan);
        int OnDuty(WorldPlan each, Instant at) => each.Officers.Count(officer => Roster.PeopleAt(officer.Shifts, each.Calendar, at) > 0);
        OnDuty(plan, night).ShouldBeLessThan(plan.Officers.Length);
        OnDuty(called, night).ShouldBe(plan.Officers.Length);
        OnDuty(called, night + Duration.Hours(2)).ShouldBe(OnDuty(plan, night + Duration.Hours(2)));
        OnDuty(called, night + Duration.Hours(24)).ShouldBe(OnDuty(plan, night + Duration.Hours(24)));
    }

    [Fact]
    public void The_day_s_weather_is_what_it_is_in_every_future_and_the_morrow_s_is_drawn_anew()
    {
        var question = Question([], new WhatIfPlan(new Title("暴雨", "storm"), [new Storm(Now, Now + Duration.Hours(1), 1)])) with { Horizon = Duration.Hours(24) };
        question.Points().Length.ShouldBe(25);
        var (asItIs, storm) = (question.Settings()[0].Demand, question.Settings()[1].Demand);
        Weather[] In(Func<ulong, Weather> weather) => [.. Enumerable.Range(0, 60).Select(nth => weather(Future.SeedOf(7, nth))).Distinct()];
        var today = Lived.Value.Setting.Demand.DayWeather(Now, 7);
        In(seed => asItIs.WeatherAt(Now, seed)).ShouldBe([today]);
        In(seed => storm.WeatherAt(Now, seed)).ShouldBe([Weather.Storm]);
        In(seed => storm.WeatherAt(Now + Duration.Hours(13), seed)).ShouldBe([today]);
        In(seed => storm.WeatherAt(Now + Duration.Hours(14), seed)).Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void One_that_is_stopped_has_no_answer()
    {
        using var stop = new CancellationTokenSource();
        var progress = new List<WhatIfProgress>();
        var answer = new WhatIfRun(Question([], new WhatIfPlan(new Title("加人", "more"), [Extra(1)])), 2).Run(
            done =>
            {
                progress.Add(done);
                stop.Cancel();
            },
            stop.Token);
        answer.ShouldBeNull();
        progress.ShouldAllBe(each => each.Of == 20);
        progress.Count.ShouldBeInRange(1, 3);
    }

    private static int Street => Array.Find(Lived.Value.Setting.Plan.City.Org, unit => unit.Level == Level.Street)!.Index;

    private static ExtraOfficers Extra(int count) => new(Street, count, Now, Now + Horizon);

    private static WhatIfAnswer Answer(int threads, params PlannedChange[] changes) =>
        new WhatIfRun(Question([], new WhatIfPlan(new Title("方案", "plan"), changes)), threads).Run(null, CancellationToken.None)!;

    private static WhatIfQuestion Question(PlannedChange[] circumstances, params WhatIfPlan[] plans)
    {
        var (setting, world) = Lived.Value;
        lock (world)
        {
            return new WhatIfQuestion(world.Save(), setting, world.Seed, Now, Horizon, WhatIfQuestion.LeastSeeds, circumstances, plans);
        }
    }

    private static (Setting Setting, Engine.World.World<DistrictModel> World) Live()
    {
        var setting = new Setting(ScenarioBuilder.Load(Tree.Shipped("storm-night")).Plan);
        var world = Beginning.NewWorld(setting, 7);
        world.RunUntil(Now);
        return (setting, world);
    }
}
