using System.Diagnostics;
using System.Globalization;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Silo.Stream;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// What a viewer of the map costs in bytes and processor time, as SignalR spells it for him, against JSON per thing and viewer;
/// and how old what he learns is, up to the socket.
/// </summary>
internal sealed class StreamBenchmark : IBenchmark
{
    private const int ViewerCount = 200;
    private const int TickMs = 200;
    private const int Ticks = 100;
    private const int ChangesATick = 200;
    private const int Speed = StreamedCrowd.Speed;
    private static readonly Load Usual = new(ChangesATick, Ticks);
    // Cheap ticks are counted for longer, so that what a compiler does at the side is lost in them.
    private static readonly Load Long = new(ChangesATick, Ticks * 30);
    private static readonly Load Everything = new(StreamedCrowd.Things, Ticks / 10);
    private readonly FrameHubProtocol _protocol = new();

    public string Name => "stream";

    public string What => "bytes and processor time per viewer and second of the map for 200 viewers of 5,000 changing things, against JSON per thing; age of data";

    public void Run(TextWriter output)
    {
        var plan = ScenarioBuilder.Load(Tree.Shipped("dongcheng")).Plan;
        output.WriteLine($"{StreamedCrowd.Things:#,0} things, {ChangesATick * 1000 / TickMs:#,0} changes/s, {ViewerCount} viewers, {1000 / TickMs} ticks/s, world at {Speed}×");
        var small = ScenarioBuilder.Load(Tree.Shipped("first-day")).Plan;
        Contend(output, "all 5,000 in every view", small, Usual, aboveEvery: 1);
        Contend(output, "so, and every one of them changes at every tick", small, Everything, aboveEvery: 1);
        Contend(output, "quarters of a large district", plan, Long, aboveEvery: int.MaxValue);
        Contend(output, "so, but a fifth sees all of it from above", plan, Usual, aboveEvery: 5);
        new StreamAges(plan, ViewerCount).Print(output, TickMs, ChangesATick);
    }

    private void Contend(TextWriter output, string how, WorldPlan plan, Load load, int aboveEvery)
    {
        // Without anybody looking, for what the changes themselves cost.
        var idle = Measure(plan, load, aboveEvery, (_, _, _) => 0);
        var ours = Measure(plan, load, aboveEvery, (crowd, viewers, _) => Stream(crowd, viewers));
        output.WriteLine(how);
        Print(output, "  frames", ours, idle, ours);
        Print(output, "  JSON, what changed", Naive(plan, load, aboveEvery, withWays: false), idle, ours);
        Print(output, "  JSON, and places on the way", Naive(plan, load, aboveEvery, withWays: true), idle, ours);
    }

    private static (double Bytes, double Seconds) Naive(WorldPlan plan, Load load, int aboveEvery, bool withWays)
    {
        NaiveStream? naive = null;
        return Measure(plan, load, aboveEvery, (crowd, _, rects) => (naive ??= new NaiveStream(plan, crowd.Map)).Tick(rects, crowd.Changed, withWays));
    }

    private static (double Bytes, double Seconds) Measure(
        WorldPlan plan, Load load, int aboveEvery, Func<StreamedCrowd, Viewer[], PlaneRect[], long> tick)
    {
        var crowd = new StreamedCrowd(plan, seed: 1);
        var plane = new LocalPlane(plan.City.Anchor);
        var views = Enumerable.Range(1, ViewerCount).Select(i => crowd.View(i % aboveEvery == 0 ? 3 : crowd.Between(0.03, 0.2))).ToArray();
        var (viewers, rects) = (views.Select(crowd.Stream.Join).ToArray(), views.Select(view => view.On(plane)).ToArray());
        var (bytes, before) = (0L, 0.0);
        for (var i = -load.Ticks / 5; i < load.Ticks; i++)
        {
            if (i == 0)
            {
                (bytes, before) = (0, CpuSeconds());
            }

            crowd.Changed.Clear();
            crowd.Change(load.ChangesATick, TickMs * Speed);
            bytes += tick(crowd, viewers, rects);
        }

        return (bytes / load.ViewerSeconds, (CpuSeconds() - before) / load.ViewerSeconds);
    }

    private long Stream(StreamedCrowd crowd, Viewer[] viewers)
    {
        var bytes = 0L;
        crowd.Tick();
        foreach (var viewer in viewers)
        {
            if (viewer.Frames.TryRead(out var frame))
            {
                bytes += _protocol.GetMessageBytes(new StreamItemMessage("1", frame)).Length;
            }
        }

        return bytes;
    }

    private static void Print(
        TextWriter output, string way, (double Bytes, double Seconds) cost, (double Bytes, double Seconds) idle, (double Bytes, double Seconds) ours)
    {
        var (own, least) = (cost.Seconds - idle.Seconds, Math.Max(ours.Seconds - idle.Seconds, 1e-6));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{way,-30} {cost.Bytes,9:#,0} bytes   {own * 1e6,7:0} µs a viewer-second   "
            + $"ratio {cost.Bytes / ours.Bytes,6:0.0} bytes {own / least,6:0.0} processor"));
    }

    private static double CpuSeconds()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }

    private sealed record Load(int ChangesATick, int Ticks)
    {
        public double ViewerSeconds => ViewerCount * Ticks * TickMs / 1000.0;
    }
}
