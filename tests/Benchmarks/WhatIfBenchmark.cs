using System.Diagnostics;
using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.WhatIf;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// What if, asked of the founding district at noon of its fourth day: three plans and to go on as it is, fifty futures of four hours each, on all
/// cores. What the live world is held up by is the snapshot alone.
/// </summary>
internal sealed class WhatIfBenchmark : IBenchmark
{
    private const int Seeds = 50;
    private const int Forks = 5;
    private static readonly Instant Noon = Instant.Start + Duration.Hours(84);

    public string Name => "whatif";

    public string What => "dongcheng at noon: three plans and as it is × 50 futures × 4 h on all cores: seconds, fork, memory";

    public void Run(TextWriter output)
    {
        var scenario = ScenarioBuilder.Load(Tree.Shipped("dongcheng"));
        var setting = new Setting(scenario.Plan);
        var world = Beginning.NewWorld(setting, scenario.Run.Seed);
        world.RunUntil(Noon);
        var hash = world.StateHash();
        var clock = Stopwatch.StartNew();
        var moment = world.Save();
        var saveMs = clock.Elapsed.TotalMilliseconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Figures.Load()}; snapshot {moment.Bytes.Length / 1e6:0.0} MB in {saveMs:0} ms; fork {ForkMs(setting, world.Seed, moment):0} ms"));

        var (until, street) = (Noon + Duration.Hours(4), Array.Find(setting.Plan.City.Org, unit => unit.Level == Level.Street)!.Index);
        WhatIfPlan[] plans =
        [
            new(new Title("增派两人", "two more officers"), [new ExtraOfficers(street, 2, Noon, until)]),
            new(new Title("召回全员", "call everybody in"), [new CallIn(null, Noon, until)]),
            new(new Title("加席", "more acceptors"), [new ExtraStaff(Array.FindIndex(setting.Plan.Desks, desk => desk.Role >= 0), 4, Noon, until)]),
        ];
        var question = new WhatIfQuestion(moment, setting, world.Seed, world.Now, Duration.Hours(4), Seeds, [], plans);
        var (cpu, most) = (Environment.CpuUsage.TotalTime, 0L);
        clock.Restart();
        var answer = new WhatIfRun(question, Environment.ProcessorCount).Run(_ => most = Math.Max(most, Environment.WorkingSet), CancellationToken.None)!;
        var (seconds, used) = (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{answer.Plans.Length} × {Seeds} futures of 4 h: {seconds:0.0} s, {used:0.0} s of CPU; {seconds * 3 / 4:0.0} s for each three; {most / 1e6:0} MB resident at most"));
        output.WriteLine(answer.Sentence.En);
        output.WriteLine($"the world's state hash before {hash:x16}, after {world.StateHash():x16}; {Figures.Load()}");
    }

    // The best of a few, so that what is measured is the fork and not the first use of its code.
    private static double ForkMs(Setting setting, ulong seed, Engine.Snapshots.Snapshot moment)
    {
        var best = double.MaxValue;
        for (var nth = 0; nth < Forks; nth++)
        {
            var clock = Stopwatch.StartNew();
            var future = Future.Of(moment, setting, setting, Future.SeedOf(seed, nth));
            future.RunUntil(future.Now + new Duration(1));
            best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
        }

        return best;
    }
}
