using System.Diagnostics;
using System.Globalization;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Experiments;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// An experiment's replications on one thread and on all cores: how much faster many are, beside what the machine gives at that very time to a
/// loop that shares nothing; that the result is the same; and what one running replication of the founding district holds besides the plan that
/// all share. Rounds alternate, and ratios are of pairs within a round, so that what else the machine does falls on both alike.
/// </summary>
internal sealed class ReplicationsBenchmark : IBenchmark
{
    private const int Rounds = 15;
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

    public string What => "8 replications of ten days of dongcheng on one thread and on all cores: speed-up beside a bare loop's, same result, memory of one";

    public void Run(TextWriter output)
    {
        var (plan, loop, cores) = (Plan(), new BareLoop(), Environment.ProcessorCount);
        _ = Measure(plan, loop, cores, isBackwards: false);
        Round[] rounds = [.. Enumerable.Range(0, Rounds).Select(round => Measure(plan, loop, cores, round % 2 == 1))];
        output.WriteLine($"{Figures.Load()}; {Rounds} rounds, medians (and middle halves)");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"8 replications: {Figures.Median([.. rounds.Select(round => round.One)]):0.00} s on one thread, "
            + $"{Figures.Median([.. rounds.Select(round => round.Many)]):0.00} s on {cores}; "
            + $"results {(Array.TrueForAll(rounds, round => round.IsEqual) ? "equal" : "DIFFERENT")}"));
        output.WriteLine($"times as fast on {cores}: {Middle(rounds, round => round.SpeedUp)}");
        output.WriteLine($"a loop that shares nothing, in the same rounds: {Middle(rounds, round => round.LoopSpeedUp)}");
        output.WriteLine($"of what the machine gave, the replications took: {Middle(rounds, round => round.SpeedUp / round.LoopSpeedUp)}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one running replication holds {HeldMb(plan):0.0} MB, the plan they share not counted"));
    }

    private sealed record Round(double One, double Many, double LoopOne, double LoopMany, bool IsEqual)
    {
        public double SpeedUp => One / Many;

        public double LoopSpeedUp => LoopOne / LoopMany;
    }

    // The loop stands around the replications, and every second round goes the other way: a drift of the machine's speed cancels out.
    private static Round Measure(ExperimentPlan plan, BareLoop loop, int cores, bool isBackwards)
    {
        var (first, last) = isBackwards ? (cores, 1) : (1, cores);
        var loopFirst = loop.Seconds(first);
        var (firstS, firstHash) = Time(plan, first);
        var (lastS, lastHash) = Time(plan, last);
        var loopLast = loop.Seconds(last);
        var isEqual = firstHash == lastHash;
        return isBackwards ? new Round(lastS, firstS, loopLast, loopFirst, isEqual) : new Round(firstS, lastS, loopFirst, loopLast, isEqual);
    }

    private static string Middle(Round[] rounds, Func<Round, double> figure)
    {
        double[] sorted = [.. rounds.Select(figure).Order()];
        return string.Create(CultureInfo.InvariantCulture,
            $"{Figures.Median([.. sorted]):0.00} ({Figures.Quantile(sorted, 0.25):0.00}–{Figures.Quantile(sorted, 0.75):0.00})");
    }

    private static ExperimentPlan Plan()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("replications").FullName, "it.yaml");
        File.WriteAllText(file, Experiment.Replace("SCENARIO", Path.Combine(Tree.Shipped("dongcheng"), "scenario.yaml"), StringComparison.Ordinal));
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
