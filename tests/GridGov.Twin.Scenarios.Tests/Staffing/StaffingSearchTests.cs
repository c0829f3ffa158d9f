using System.Text.Json;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Staffing;

namespace GridGov.Twin.Scenarios.Tests.Staffing;

public class StaffingSearchTests
{
    // 8 erlang: 10 people wait 12.3 min in the mean, 9 people 39.6 min.
    [Fact]
    public void The_least_people_of_a_desk_are_those_of_Erlang_C()
    {
        var result = StaffingSketch.Search(StaffingSketch.Lines());
        result.Verdict.ShouldBe(StaffingVerdict.Proved);
        result.Chosen.Levels.People.ShouldBe([Erlang.LeastForMeanWait(8, 25 / 60.0)]);
        result.IsLean.ShouldBeTrue();
        result.Chosen.Cost.ShouldBe(10 * 100 * 7);
        result.Chosen.Findings[0].Estimate!.High!.Value.ShouldBeLessThan(25);
    }

    [Fact]
    public void Nobody_can_be_taken_away_from_what_is_suggested()
    {
        var result = StaffingSketch.Search(StaffingSketch.Lines());
        var fewer = result.Chosen.Levels.With(result.Plan.Posts[0], result.Chosen.Levels[result.Plan.Posts[0]] - 1);
        result.Trials.Single(trial => trial.Levels.Equals(fewer)).Standing.ShouldNotBe(Standing.Holds);
    }

    [Fact]
    public void The_proof_uses_seeds_no_trial_has_used()
    {
        var result = StaffingSketch.Search(StaffingSketch.Lines());
        result.Chosen.Purpose.ShouldBe(TrialPurpose.Proof);
        var used = result.Trials.Where(trial => trial.Purpose != TrialPurpose.Proof).Max(trial => trial.FirstSeed + (ulong)trial.Replications);
        result.Chosen.FirstSeed.ShouldBeGreaterThan(used);
    }

    [Fact]
    public void The_same_question_has_the_same_answer_on_any_number_of_threads() =>
        StaffingJson.Text(StaffingSketch.Search(StaffingSketch.Lines(), threads: 1)).ShouldBe(StaffingJson.Text(StaffingSketch.Search(StaffingSketch.Lines(), threads: 3)));

    [Fact]
    public void A_target_out_of_reach_is_called_so_with_how_close_it_comes()
    {
        var result = StaffingSketch.Search(
            [StaffingSketch.Targets, "posts: {desks: {hotline: {all-day: {min: 6, max: 9, cost: 100}}}}", StaffingSketch.Rest, StaffingSketch.Replications]);
        result.Verdict.ShouldBe(StaffingVerdict.OutOfReach);
        result.Binding!.Id.ShouldBe("hotline");
        var estimate = result.Most.Findings[0].Estimate!;
        estimate.Low!.Value.ShouldBeGreaterThan(25);
        StaffingAnswer.Of(result).En.ShouldContain("No staffing within the limits reaches the targets");
        StaffingAnswer.Of(result).En.ShouldContain(MeasureText.Estimate(result.Plan.Targets[0].Measure, estimate));
    }

    [Fact]
    public void What_a_budget_does_not_pay_for_is_said_with_what_it_does()
    {
        var result = StaffingSketch.Search(StaffingSketch.Lines("budget: 6500"));
        result.Verdict.ShouldBe(StaffingVerdict.OverBudget);
        result.Chosen.Cost.ShouldBe(7000);
        result.Affordable!.Levels.People.ShouldBe([9]);
        StaffingAnswer.Of(result).En.ShouldContain("The budget of 6,500 is not enough");
    }

    [Fact]
    public void A_limit_of_utilisation_asks_for_more_people_than_the_wait()
    {
        // 8 erlang on 11 people are 73 %, on 10 people 80 %.
        var result = StaffingSketch.Search(StaffingSketch.Lines("fairness: {utilisation: 0.76}"));
        result.Chosen.Levels.People.ShouldBe([11]);
    }

    [Fact]
    public void People_to_employ_follow_from_days_worked()
    {
        using var sketch = new StaffingSketch(StaffingSketch.Lines());
        var plan = sketch.Plan;
        plan.Posts[0].Employed(10, plan.File.Rest).ShouldBe(14);
    }

    [Fact]
    public void A_stop_gives_no_result_and_what_was_done_is_kept()
    {
        using var sketch = new StaffingSketch(StaffingSketch.Lines());
        using var stop = new CancellationTokenSource();
        var kept = Path.Combine(sketch.Folder, "kept");
        var search = new StaffingSearch(sketch.Plan, new ReplicationStore(kept), 1);
        search.Run(progress => stop.Cancel(), stop.Token).ShouldBeNull();
        Directory.GetFiles(kept).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_files_hold_every_trial_and_a_scenario_with_the_suggested_people()
    {
        using var sketch = new StaffingSketch(StaffingSketch.Lines());
        var result = new StaffingSearch(sketch.Plan, null, 2).Run(null, CancellationToken.None)!;
        var folder = Path.Combine(sketch.Folder, "out");
        using (var output = StaffingOutput.Open(folder, force: false))
        {
            output.Complete(result);
        }

        File.ReadAllLines(Path.Combine(folder, "tried.csv")).Length.ShouldBe(result.Trials.Count + 1);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "staffing.json")));
        json.RootElement.GetProperty("verdict").GetString().ShouldBe("proved");
        var scenario = ScenarioBuilder.Load(Path.Combine(folder, "staffing.yaml"));
        scenario.Plan.Desks.ShouldHaveSingleItem().Shifts.ShouldHaveSingleItem().People.ShouldBe(10);
    }
}
