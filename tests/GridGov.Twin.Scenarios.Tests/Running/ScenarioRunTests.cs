using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Running;
using GridGov.Twin.Scenarios.Tests.Building;

namespace GridGov.Twin.Scenarios.Tests.Running;

public class ScenarioRunTests
{
    private static readonly WorldPlan Plan = ScenarioSketch.Build(ScenarioSketch.Lines()).Plan;
    private static readonly RunTerms Morning = new(Seed: 5, Duration.Hours(12), Duration.Zero, Pace.Max);

    [Fact]
    public void Every_pace_gives_the_same_world()
    {
        // Twelve hours at 200,000 times the wall clock are about a fifth of a second.
        var atPace = Run(Morning with { Pace = Pace.Of(200_000) });
        var free = Run(Morning);
        atPace.Hash.ShouldBe(free.Hash);
        atPace.Events.ShouldBe(free.Events);
        Run(Morning with { Seed = 6 }).Hash.Whole.ShouldNotBe(free.Hash.Whole);
    }

    [Fact]
    public void A_longer_run_and_another_seed_have_other_hashes_even_where_nothing_happens()
    {
        RunHash.Of(1, 2, Duration.Days(1), 7).Whole.ShouldNotBe(RunHash.Of(1, 2, Duration.Days(2), 7).Whole);
        RunHash.Of(1, 2, Duration.Days(1), 7).Whole.ShouldNotBe(RunHash.Of(1, 2, Duration.Days(1), 8).Whole);
        RunHash.Of(1, 2, Duration.Days(1), 7).Whole.ShouldNotBe(RunHash.Of(2, 1, Duration.Days(1), 7).Whole);
        RunHash.Of(1, 2, Duration.Days(1), 7).ToString().ShouldMatch("^[0-9a-f]{16}$");
    }

    [Fact]
    public void A_warm_up_is_not_counted_but_is_part_of_the_history()
    {
        var whole = Run(Morning with { Length = Duration.Days(2) });
        var warm = Run(Morning with { Length = Duration.Days(2), WarmUp = Duration.Days(1) });
        warm.Hash.ShouldBe(whole.Hash);
        warm.Report.From.ShouldBe(Instant.Start + Duration.Days(1));
        Reports(warm).ShouldBeInRange(1, Reports(whole) - 1);
    }

    [Fact]
    public void Who_watches_sees_time_go_on_to_the_end()
    {
        var seen = new List<RunProgress>();
        var run = new ScenarioRun(Plan, Morning);
        run.Run(seen.Add, CancellationToken.None).ShouldBeTrue();
        seen.Count.ShouldBeGreaterThanOrEqualTo(12);
        seen.Select(progress => progress.Share).ShouldBeInOrder();
        seen[^1].Share.ShouldBe(1);
    }

    [Fact]
    public void A_stopped_run_has_no_result()
    {
        using var stop = new CancellationTokenSource();
        var run = new ScenarioRun(Plan, Morning);
        run.Run(progress => { if (progress.Share > 0.4) stop.Cancel(); }, stop.Token).ShouldBeFalse();
        run.Progress.Share.ShouldBeInRange(0.4, 0.6);
        Should.Throw<InvalidOperationException>(run.Result);
    }

    [Fact]
    public void Streets_and_kinds_add_up_to_all()
    {
        var report = Run(Morning with { Length = Duration.Days(3) }).Report;
        foreach (var id in (string[])["reports", "accepted", "closed", "backlog"])
        {
            var all = report.All.Single(indicator => indicator.Id == id).Value;
            all.ShouldBe(report.ByStreet.Sum(row => row[id].Value), id);
            all.ShouldBe(report.ByKind.Sum(row => row[id].Value), id);
        }
    }

    [Fact]
    public void Desks_of_one_role_or_department_are_one_row()
    {
        var report = Run(Morning).Report;
        report.Desks.Select(desk => desk.Id).ShouldBeUnique();
        report.Desks.Sum(desk => desk.Places).ShouldBe(Plan.Desks.Length);
        report.Teams.Sum(team => team.Places).ShouldBe(Plan.Officers.Length);
    }

    private static RunResult Run(RunTerms terms)
    {
        var run = new ScenarioRun(Plan, terms);
        run.Run(watch: null, CancellationToken.None).ShouldBeTrue();
        return run.Result();
    }

    private static double Reports(RunResult result) => result.Report.All.Single(indicator => indicator.Id == "reports").Value ?? 0;
}
