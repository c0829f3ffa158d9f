using System.Diagnostics;
using System.Globalization;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Experiments;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// An experiment's replications on one thread and on all cores, alternating: how much faster many are, that the result is the same, and what one
/// running replication of the founding district holds besides the plan that all share.
/// </summary>
internal sealed class ReplicationsBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private const string Experiment =
        """
        experiment: replications
        title: {zh: 重复, en: replications}
        question: {zh: 快多少？, en: How much faster?}
        scenario: SCENARIO
        with: {days: 10}
        replications: 8
        variants: {as-it-is: {title: {zh: 现状, en: as it is}}}
        """;

    public string Name => "replications";

    public string What => "8 replications of ten days of dongcheng on one thread and on all cores: speed-up, same result, memory of one";

    public void Run(TextWriter output)
    {
        var plan = Plan();
        var cores = Environment.ProcessorCount;
        var (one, many) = (new double[Rounds], new double[Rounds]);
        string[] hashes = [];
        for (var round = 0; round < Rounds; round++)
        {
            (one[round], var alone) = Time(plan, 1);
            (many[round], var together) = Time(plan, cores);
            hashes = [alone, together];
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Figures.Load()}; 8 replications: {one.Min():0.0} s on one thread, {many.Min():0.0} s on {cores}: {one.Min() / many.Min():0.00} times as fast; "
            + $"results {(hashes[0] == hashes[1] ? "equal" : "DIFFERENT")}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one running replication holds {HeldMb(plan):0.0} MB, the plan they share not counted"));
    }

    private static ExperimentPlan Plan()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("replications").FullName, "it.yaml");
        File.WriteAllText(file, Experiment.Replace("SCENARIO", Path.Combine(Shipped.Scenario("dongcheng"), "scenario.yaml"), StringComparison.Ordinal));
        try
        {
            return ExperimentPlan.Load(file);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static (double Seconds, string Hash) Time(ExperimentPlan plan, int threads)
    {
        var clock = Stopwatch.StartNew();
        var result = new ExperimentRun(plan, null, threads).Run(null, CancellationToken.None)!;
        return (clock.Elapsed.TotalSeconds, string.Join(' ', result.Observations.OutcomesOf(0).Select(outcome => outcome.Hash)));
    }

    private static double HeldMb(ExperimentPlan plan)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var world = Beginning.NewWorld(plan.Variants[0].Setting, 1);
        world.RunUntil(Instant.Start + Duration.Days(10));
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(world);
        return held / 1e6;
    }
}
