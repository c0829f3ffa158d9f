using System.Text.Json;

namespace GridGov.Twin.Cli.Tests;

public class ExperimentCommandTests
{
    private const string Experiment = """
        experiment: sketch
        title: {zh: 试, en: sketch}
        question: {zh: 几人够？, en: How many are enough?}
        scenario: hamlet/scenario.yaml
        replications: 2
        with: {demand: {incidents-per-day: 50}}
        variants: {few: {title: {zh: 少, en: few}}, more: {title: {zh: 多, en: more}, with: {officers: {count: 12}}}}
        """;

    [Fact]
    public void An_experiment_leaves_a_complete_report()
    {
        using var folder = new TempFolder();
        var said = CommandLine.Run("experiment", "run", Write(folder), "--afresh", "--out", folder.Path("report"));
        said.Code.ShouldBe(0, said.Error);
        folder.Names("report").ShouldBe(
            ["backlog.csv", "cells.csv", "curves.csv", "differences.csv", "experiment.json", "measures.csv", "observations.csv", "report.html", "runs.csv", "variants"]);
        folder.Names().ShouldBe(["hamlet", "it.yaml", "report"]);
    }

    [Fact]
    public void A_variant_of_a_report_can_be_run_alone_and_gives_the_hash_the_report_has()
    {
        using var folder = new TempFolder();
        CommandLine.Run("experiment", "run", Write(folder), "--afresh", "--out", folder.Path("report")).Code.ShouldBe(0);
        foreach (var variant in (string[])["few", "more"])
        {
            var said = CommandLine.Run("run", folder.Path($"report/variants/{variant}.yaml"), "--seed", "2", "--json");
            said.Code.ShouldBe(0, said.Error);
            var hash = JsonDocument.Parse(said.Out).RootElement.GetProperty("hash").GetString();
            File.ReadAllLines(folder.Path("report/runs.csv")).ShouldContain(line => line.StartsWith($"{variant},2,2,0,{hash},", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_stopped_experiment_leaves_no_report_and_says_how_to_go_on()
    {
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var said = CommandLine.Run(stop.Token, "experiment", "run", Write(folder), "--keep", folder.Path("kept"), "--out", folder.Path("report"));
        said.Code.ShouldBe(130);
        said.Error.ShouldContain("the same command goes on from there");
        folder.Names().ShouldBe(["hamlet", "it.yaml", "kept"]);
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_refused_before_anything_runs()
    {
        using var folder = new TempFolder();
        folder.Write("report/thesis.txt", "ten years of work");
        var said = CommandLine.Run("experiment", "run", Write(folder), "--keep", folder.Path("kept"), "--out", folder.Path("report"));
        said.Code.ShouldBe(2);
        said.Error.ShouldContain("thesis.txt");
        folder.Names("kept").ShouldBeEmpty();
    }

    private static string Write(TempFolder folder)
    {
        Ground.WriteHamlet(folder);
        return folder.Write("it.yaml", Experiment);
    }
}
