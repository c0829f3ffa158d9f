using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// The founding district grown to ten times its size, staff, demand and all: how speed and memory change when a world no longer fits
/// into the nearest cache. A grain is any cell, scene, building, device, officer, team or desk.
/// </summary>
internal sealed class GrowthBenchmark : IBenchmark
{
    private const int Days = 20;

    public string Name => "growth";

    public string What => "dongcheng at 1,540, 4,000 and 16,000 cells: messages per second, bytes per grain, a fork";

    public void Run(TextWriter output)
    {
        // Not printed: it only warms the code up.
        Measure(GrownDistrict.FoundingCells);
        output.WriteLine("cells    grains   CPU s to plan   M messages/s   ratio   bytes per grain   MB of plan   ms to fork");
        var first = 0.0;
        foreach (var cells in new[] { GrownDistrict.FoundingCells, 4000, 16_000 })
        {
            var size = Measure(cells);
            first = first == 0 ? size.PerSecond : first;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{cells,5} {size.Grains,9:#,0} {size.PlanSeconds,15:0.0} {size.PerSecond / 1e6,14:0.00} {size.PerSecond / first,7:0.00} "
                + $"{size.WorldBytes / size.Grains,17:0} {size.PlanBytes / 1e6,12:0.0} {size.ForkSeconds * 1000,12:0}"));
        }
    }

    // In a frame of its own, so that one size's world is gone before the next one's memory is counted.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Size Measure(int cells)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (setting, planSeconds) = Timed(() => new Setting(GrownDistrict.Plan(cells)));
        var planned = GC.GetTotalMemory(forceFullCollection: true);
        var world = Beginning.NewWorld(setting, seed: 7);
        world.Listen(new Ledger(setting.Plan));
        world.RunUntil(Instant.Start + Duration.Days(1));
        var handled = world.Handled;
        var (_, seconds) = Timed(() =>
        {
            world.RunUntil(Instant.Start + Duration.Days(1 + Days));
            return world.Handled;
        });
        var alive = GC.GetTotalMemory(forceFullCollection: true);
        var (_, forkSeconds) = Timed(() => world.Fork(new DistrictModel(setting)));
        var plan = setting.Plan;
        var grains = (2 * plan.City.Cells.Length) + plan.City.Buildings.Length + plan.City.Devices.Length + plan.Officers.Length + plan.Desks.Length;
        var size = new Size(grains, planSeconds, (world.Handled - handled) / seconds, alive - planned, planned - before, forkSeconds);
        GC.KeepAlive(world);
        return size;
    }

    private sealed record Size(int Grains, double PlanSeconds, double PerSecond, double WorldBytes, double PlanBytes, double ForkSeconds);

    private static (T Result, double CpuSeconds) Timed<T>(Func<T> work)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var result = work();
        return (result, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
    }
}
