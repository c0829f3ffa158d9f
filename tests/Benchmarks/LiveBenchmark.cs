using System.Diagnostics;
using System.Globalization;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// What a founding district costs that lives by the wall clock in the real host, from the morning of its second day on: the processor, how old
/// what is seen outside is, and memory. The paused row is the cost of the host and of looking.
/// </summary>
internal sealed class LiveBenchmark : IBenchmark
{
    private const long NineOnTheSecondDayMs = 33 * 3_600_000L;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan During = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    public string Name => "live";

    public string What => "dongcheng live in the real host at 60 and 600 times: % of a core, data age and memory";

    public void Run(TextWriter output) => Measure(output).GetAwaiter().GetResult();

    private static async Task Measure(TextWriter output)
    {
        await using var host = await RunningHost.Start("dongcheng");
        var clock = Stopwatch.StartNew();
        await host.JumpTo(NineOnTheSecondDayMs);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Figures.Load()}; {host.World.Plan.City.Cells.Length:#,0} cells; 33 hours journaled in {clock.Elapsed.TotalSeconds:0.0} s"));
        output.WriteLine("pace     reached   % of a core   data age ms: p50   p99   longest   events/s   MB in use   MB resident");
        await Row(output, host, "paused", new ClockOrder(Paused: true));
        await host.World.Order(new ClockOrder(Paused: false), "benchmark");
        await Row(output, host, "60", new ClockOrder(Pace: "60"));
        await Row(output, host, "600", new ClockOrder(Pace: "600"));
        output.WriteLine(Figures.Load());
    }

    private static async Task Row(TextWriter output, RunningHost host, string name, ClockOrder order)
    {
        await host.World.Order(order, "benchmark");
        await Task.Delay(Settle);
        var (before, cpu, clock) = (host.World.Status, Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var ages = await Ages(host);
        var seconds = clock.Elapsed.TotalSeconds;
        var (after, used) = (host.World.Status, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        var reached = (after.Clock.Now.Milliseconds - before.Clock.Now.Milliseconds) / 1_000.0 / seconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-8} {reached,7:0.0} {used / seconds * 100,13:0.0} {Figures.Quantile(ages, 0.5),18:0} {Figures.Quantile(ages, 0.99),5:0} {ages[^1],9:0} "
            + $"{(after.Events - before.Events) / seconds,10:#,0} {GC.GetTotalMemory(forceFullCollection: false) / 1e6,11:0.0} {Environment.WorkingSet / 1e6,13:0.0}"));
    }

    // How old the last commit is, looked at again and again: what ClockView.WallMs says, without the way over HTTP.
    private static async Task<double[]> Ages(RunningHost host)
    {
        var ages = new List<double>();
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(Look);
        while (clock.Elapsed < During && await timer.WaitForNextTickAsync())
        {
            ages.Add(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - host.World.Clock.WallMs);
        }

        ages.Sort();
        return [.. ages];
    }
}
