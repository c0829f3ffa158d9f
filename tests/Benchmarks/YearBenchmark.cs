using System.Diagnostics;
using System.Globalization;
using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Building;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// A simulated year of the founding district on one core, indicators counted, quarter by quarter: messages per second,
/// bytes allocated per message and bytes alive, which must not grow.
/// </summary>
internal sealed class YearBenchmark : IBenchmark
{
    private const int Quarters = 4;
    private const int QuarterDays = 91;

    public string Name => "year";

    public string What => "dongcheng, one simulated year on one core, quarter by quarter";

    public void Run(TextWriter output)
    {
        var setting = new Setting(ScenarioBuilder.Load(Tree.Shipped("dongcheng")).Plan);
        var world = Beginning.NewWorld(setting, seed: 7);
        var ledger = new Ledger(setting.Plan);
        world.Listen(ledger);
        world.RunUntil(Instant.Start + Duration.Days(1));
        output.WriteLine("quarter      messages    CPU s   M messages/s   bytes allocated per message   MB alive   open cases");
        var (handled, seconds) = (0L, 0.0);
        for (var quarter = 1; quarter <= Quarters; quarter++)
        {
            var before = (world.Handled, Allocated: GC.GetAllocatedBytesForCurrentThread(), Cpu: CpuSeconds());
            world.RunUntil(Instant.Start + Duration.Days((quarter * QuarterDays) + 1));
            var done = world.Handled - before.Handled;
            var cpu = CpuSeconds() - before.Cpu;
            var perMessage = (double)(GC.GetAllocatedBytesForCurrentThread() - before.Allocated) / done;
            (handled, seconds) = (handled + done, seconds + cpu);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{quarter,7} {done,13:#,0} {cpu,8:0.00} {done / cpu / 1e6,14:0.00} {perMessage,29:0.0} "
                + $"{GC.GetTotalMemory(forceFullCollection: true) / 1e6,10:0.0} {world.Model.Cases.Count,12:#,0}"));
        }

        ledger.CloseBooks(world.Now, world.Model.Cases);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"year: {handled:#,0} messages, {world.EventCount:#,0} events, {seconds:0.0} s of CPU, "
            + $"{handled / seconds / 1e6:0.00} M messages/s; {ledger.All.Accepted:#,0} cases; hash {world.EventHash:x16}"));
    }

    private static double CpuSeconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
