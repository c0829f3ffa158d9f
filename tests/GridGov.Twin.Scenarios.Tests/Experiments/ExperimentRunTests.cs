using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Scenarios.Tests.Experiments;

public class ExperimentRunTests
{
    [Fact]
    public void Any_number_of_threads_gives_the_same_to_the_bit()
    {
        using var sketch = ExperimentSketch.Of(
            "replications: {least: 3, most: 20, half-widths: {discovery-rate: 0.05}}",
            "variants: {few: {title: {zh: 少, en: few}}, more: {title: {zh: 多, en: more}, with: {officers: {count: 12}}}}");
        var (one, three) = (sketch.Result(1), sketch.Result(3));
        three.Observations.Count.ShouldBe(one.Observations.Count);
        three.Reason.ShouldBe(one.Reason);
        Everything(three).ShouldBe(Everything(one));
    }

    [Fact]
    public void A_replication_is_the_run_of_its_seed()
    {
        using var sketch = new ExperimentSketch("seed: 5");
        var result = sketch.Result();
        var (plan, settings) = (result.Plan.Variants[1].Scenario.Plan, result.Plan.Variants[1].Scenario.Run);
        var run = new ScenarioRun(plan, RunTerms.Of(settings) with { Seed = 6, Pace = Pace.Max });
        run.Run(null, CancellationToken.None).ShouldBeTrue();
        var single = run.Result();
        var outcome = result.Observations.OutcomesOf(1)[1];
        (outcome.Seed, outcome.Hash, outcome.Messages).ShouldBe((6UL, single.Hash.ToString(), single.Messages));
        outcome.Values["discovery-rate"].ShouldBe(single.Report.All.Single(indicator => indicator.Id == "discovery-rate").Value);
    }

    [Fact]
    public void What_is_changed_for_nobody_changes_nothing()
    {
        using var sketch = ExperimentSketch.Of(
            "replications: 3", "variants: {same: {title: {zh: 甲, en: a}}, twin: {title: {zh: 乙, en: b}, with: {title: {zh: 丙, en: c}}}}");
        var result = sketch.Result();
        result.Plan.Variants[1].Changes.ShouldBeEmpty();
        foreach (var measure in result.Plan.Measures)
        {
            result.DifferenceOf(result.Plan.Variants[1], measure)?.Mean.ShouldBe(0, measure.Id);
        }

        result.Plan.Variants[1].InputHash.ShouldBe(result.Plan.Variants[0].InputHash);
        result.Plan.Variants[1].Setting.Plan.City.ShouldBeSameAs(result.Plan.Variants[0].Setting.Plan.City);
    }

    [Fact]
    public void Changes_are_told_with_what_stood_there_before()
    {
        using var sketch = new ExperimentSketch();
        sketch.Plan.Variants[1].Changes.ShouldBe([new ScenarioChange("officers.count", "6", "12")]);
    }

    [Fact]
    public void Nothing_is_computed_twice_and_a_broken_file_counts_as_not_there()
    {
        using var sketch = new ExperimentSketch();
        var first = Run(sketch, out var foundAtFirst);
        var again = Run(sketch, out var foundAgain);
        (foundAtFirst, foundAgain).ShouldBe((0, 8));
        Everything(again).ShouldBe(Everything(first));
        var files = Directory.GetFiles(sketch.StoreFolder);
        files.Length.ShouldBe(8);
        File.WriteAllText(files[0], "{");
        Everything(Run(sketch, out var foundAfter)).ShouldBe(Everything(first));
        foundAfter.ShouldBe(7);
    }

    [Fact]
    public void Another_scenario_is_another_outcome()
    {
        using var sketch = new ExperimentSketch();
        Run(sketch, out _);
        File.WriteAllText(sketch.Town, File.ReadAllText(sketch.Town).Replace("80", "81", StringComparison.Ordinal));
        Run(sketch, out var found);
        found.ShouldBe(0);
    }

    [Fact]
    public void A_stopped_experiment_has_no_result_and_goes_on_where_it_was()
    {
        using var sketch = new ExperimentSketch();
        using var stop = new CancellationTokenSource();
        new ExperimentRun(sketch.Plan, sketch.Store, 1).Run(progress => { if (progress.Replications == 3) stop.Cancel(); }, stop.Token).ShouldBeNull();
        Everything(Run(sketch, out var found)).ShouldBe(Everything(sketch.Result()));
        found.ShouldBe(3);
    }

    [Fact]
    public void Where_replications_run_is_all_the_same_and_one_that_fails_there_is_told_as_it_is_here()
    {
        using var sketch = new ExperimentSketch();
        var elsewhere = new RunnerElsewhere((replication, stop) =>
            replication.Seed == 2 ? throw new ReplicationFailedException("the world is stuck") : replication.Run(stop));
        var result = new ExperimentRun(sketch.Plan, null, elsewhere).Run(null, CancellationToken.None)!;
        result.Observations.Count.ShouldBe(3);
        result.Failures.ShouldAllBe(failure => failure.Contains("the world is stuck"));
        result.Observations.OutcomesOf(1).Select(outcome => outcome.Hash)
            .ShouldBe(sketch.Result().Observations.OutcomesOf(1).Where(outcome => outcome.Seed != 2).Select(outcome => outcome.Hash));
    }

    [Fact]
    public void A_place_that_can_run_nothing_of_it_ends_the_experiment_with_its_reason()
    {
        using var sketch = ExperimentSketch.Of("with: {days: 2000}", "replications: 4", "variants: {few: {title: {zh: 少, en: few}}}");
        var elsewhere = new RunnerElsewhere((replication, stop) =>
            replication.Seed == 2 ? throw new ExperimentFailedException("silo 2 has other files") : replication.Run(stop));
        Should.Throw<ExperimentFailedException>(() => new ExperimentRun(sketch.Plan, null, elsewhere).Run(null, CancellationToken.None))
            .Message.ShouldBe("silo 2 has other files");
    }

    [Fact]
    public void Two_copies_of_an_experiment_have_one_hash_until_one_of_their_files_changes()
    {
        using var here = new ExperimentSketch();
        using var there = new ExperimentSketch();
        ExperimentHash.Of(here.File_).ShouldBe(ExperimentHash.Of(there.File_));
        File.WriteAllText(there.Town, File.ReadAllText(there.Town).Replace("80", "81", StringComparison.Ordinal));
        ExperimentHash.Of(here.File_).ShouldNotBe(ExperimentHash.Of(there.File_));
        File.WriteAllText(here.Town, File.ReadAllText(there.Town));
        File.WriteAllText(here.File_, File.ReadAllText(here.File_).Replace("replications: 4", "replications: 5", StringComparison.Ordinal));
        ExperimentHash.Of(here.File_).ShouldNotBe(ExperimentHash.Of(there.File_));
    }

    [Fact]
    public void It_stops_at_the_first_number_of_replications_that_is_enough()
    {
        const string variants = "variants: {few: {title: {zh: 少, en: few}}}";
        using var sketch = ExperimentSketch.Of("replications: {least: 2, most: 40, half-widths: {discovery-rate: 0.03}}", variants);
        var result = sketch.Result(3);
        var count = result.Observations.Count;
        result.Reason.ShouldBe(StopReason.Reached);
        Half(sketch, result, count).ShouldBeLessThanOrEqualTo(0.03);
        count.ShouldBeGreaterThan(2);
        Half(sketch, result, count - 1).ShouldBeGreaterThan(0.03);
    }

    [Fact]
    public void What_is_not_reached_is_said()
    {
        using var sketch = ExperimentSketch.Of(
            "replications: {least: 2, most: 3, half-widths: {discovery-rate: 0.0001}}", "variants: {few: {title: {zh: 少, en: few}}}");
        var result = sketch.Result();
        (result.Reason, result.Observations.Count).ShouldBe((StopReason.NotReached, 3));
    }

    [Fact]
    public void No_time_is_no_result()
    {
        using var sketch = ExperimentSketch.Of("replications: {least: 2, most: 500, within: 1 ms}", "variants: {few: {title: {zh: 少, en: few}}}");
        Should.Throw<ExperimentFailedException>(() => sketch.Result(1)).Message.ShouldContain("time was over");
    }

    [Fact]
    public void Antithetic_pairs_run_each_seed_and_its_mirror()
    {
        using var sketch = new ExperimentSketch("antithetic: true", "seed: 9");
        var result = sketch.Result();
        result.Observations.Count.ShouldBe(4);
        var outcomes = result.Observations.OutcomesOf(0);
        outcomes.Select(outcome => outcome.Seed).ShouldBe([9, ChanceStream.MirrorOf(9), 10, ChanceStream.MirrorOf(10), 11, ChanceStream.MirrorOf(11), 12, ChanceStream.MirrorOf(12)]);
        result.Observations.Of(0, "reports")[0].ShouldBe((outcomes[0].Values["reports"] + outcomes[1].Values["reports"]) / 2);
    }

    [Fact]
    public void Batches_cut_one_long_run_and_add_up_to_it()
    {
        using var sketch = ExperimentSketch.Of("with: {days: 9, warm-up: 1 d}", "replications: {batches: 8}", "variants: {few: {title: {zh: 少, en: few}}}");
        var result = sketch.Result();
        result.Observations.Count.ShouldBe(8);
        result.BatchesOf(result.Plan.Variants[0])!.Count.ShouldBe(8);
        using var whole = ExperimentSketch.Of("with: {days: 9, warm-up: 1 d}", "replications: 2", "variants: {few: {title: {zh: 少, en: few}}}");
        result.Observations.Of(0, "reports").Sum().ShouldBe(whole.Result().Observations.Of(0, "reports")[0]);
    }

    [Fact]
    public void A_warm_up_is_found_and_left_out_of_every_variant()
    {
        using var sketch = new ExperimentSketch("warm-up: auto", "with: {days: 6}");
        var result = sketch.Result();
        var cut = result.WarmUp.Found!.Value;
        cut.ShouldBeInRange(Duration.Zero, Duration.Days(5));
        result.WarmUp.CutFor(result.Plan.Variants[1]).ShouldBe(cut);
    }

    [Fact]
    public void Cells_and_hours_tell_of_the_same_cases_as_the_measures()
    {
        using var sketch = new ExperimentSketch();
        var result = sketch.Result();
        var variant = result.Plan.Variants[0];
        result.CellsOf(variant).Closed.Sum().ShouldBe((int)result.Observations.Of(0, "closed").Sum()!.Value);
        var opened = result.CurveOf(variant, HourCurves.Opened).Sum(hour => hour.Mean);
        var cases = result.Observations.OutcomesOf(0).Average(outcome => outcome.Values["reports"]!.Value - (outcome.Values["merged"]!.Value * outcome.Values["reports"]!.Value)) / 2;
        opened.ShouldBe(cases, cases * 0.02);
        result.BacklogOf(variant).Length.ShouldBe(48);
        result.CurveOf(variant, HourCurves.OnDuty)[12].Mean.ShouldBe(6, 0.01);
    }

    private static double Half(ExperimentSketch sketch, ExperimentResult result, int count) =>
        GridGov.Twin.Scenarios.Statistics.Estimate.Of(result.Observations.Of(0, "discovery-rate").Take(count), 0.95)!.HalfWidth!.Value;

    private static ExperimentResult Run(ExperimentSketch sketch, out int found)
    {
        var seen = 0;
        var result = new ExperimentRun(sketch.Plan, sketch.Store, 2).Run(progress => seen = progress.FoundInStore, CancellationToken.None)!;
        found = seen;
        return result;
    }

    private static string Everything(ExperimentResult result) => string.Join('\n',
        from variant in result.Plan.Variants
        from outcome in result.Observations.OutcomesOf(variant.Index)
        select System.Text.Json.JsonSerializer.Serialize(outcome));

    private sealed class RunnerElsewhere(Func<Replication, CancellationToken, Outcome[]?> run) : IReplicationRunner
    {
        public int AtOnce => 3;

        public Outcome[]? Run(Replication replication, CancellationToken stop) => run(replication, stop);
    }
}
