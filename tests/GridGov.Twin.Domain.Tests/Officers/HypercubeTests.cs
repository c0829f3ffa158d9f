using System.Globalization;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Tests.Desks;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using Xunit.Abstractions;

namespace GridGov.Twin.Domain.Tests.Officers;

/// <summary>
/// Larson's hypercube with three officers (Larson and Odoni, Urban Operations Research, sections 5.4.3–5.5.3): calls at rate 1.5, mean work 1,
/// the nearest free officer goes, a call that finds none waits. Real officers under <see cref="DispatchPolicy.NearestFree"/> wait at posts on a
/// lattice chosen so that the streets give the published orders of preference, and ride so fast that only work takes time. A test driver
/// posts the tasks, Poisson by place, as cases would. Published workloads .5574 .4734 .4693, each within the 99 % interval of 1 %.
/// </summary>
public class HypercubeTests(ITestOutputHelper output)
{
    private const double UnitMs = Rules.MinuteMs;
    private const int Replications = 24;
    private const double RunUnits = 40_000;
    private const double WarmUpUnits = 200;

    // A row of eight cells; the officers' posts, and the places of calls with their rates and the order in which officers prefer them.
    private static readonly int[] Posts = [3, 0, 7];
    private static readonly (int Cell, double Rate, int[] Order)[] Calls =
        [(2, 0.50, [0, 1, 2]), (4, 0.25, [0, 2, 1]), (0, 0.35, [1, 0, 2]), (7, 0.40, [2, 0, 1])];

    [Fact]
    public void The_streets_give_the_published_orders_of_preference()
    {
        var travel = Three().Plan.Travel;
        foreach (var (cell, _, order) in Calls)
        {
            int[] nearestFirst = [.. Enumerable.Range(0, 3).OrderBy(officer => travel.Metres(Posts[officer], cell))];
            nearestFirst.ShouldBe(order, $"to cell {cell}");
            Posts.Select(post => travel.Metres(post, cell)).Distinct().Count().ShouldBe(3, "no two are equally far");
        }
    }

    [Fact]
    public void The_officers_are_as_busy_as_published()
    {
        double[] published = [0.5574, 0.4734, 0.4693];
        var workloads = new double[Replications][];
        var setting = Three().Setting;
        Parallel.For(0, Replications, i => workloads[i] = Workloads(setting, (ulong)(70 + i)));
        for (var officer = 0; officer < 3; officer++)
        {
            var estimate = Estimate.OfMean([.. workloads.Select(run => run[officer])]);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"officer {officer + 1}: {estimate.Value:0.0000} ± {estimate.HalfWidth:0.0000}, published {published[officer]}"));
            estimate.Precision.ShouldBeLessThan(0.01);
            estimate.Holds(published[officer]).ShouldBeTrue();
        }
    }

    private static Town Three() =>
        Posts.Aggregate(new Town(8, 1).Policy(DispatchPolicy.NearestFree), (town, post) => town.Officer([post], speedMps: 1e9));

    private static double[] Workloads(Setting setting, ulong seed)
    {
        var world = Beginning.NewWorld(setting, seed);
        var busy = new BusyTime(Millis(WarmUpUnits));
        world.Listen(busy);
        var chance = ChanceStream.For(seed, 1, 99);
        var atMs = 0.0;
        for (var ticket = 0; atMs < Millis(RunUnits); ticket++)
        {
            atMs += chance.Exponential() * UnitMs / Calls.Sum(call => call.Rate);
            world.RunUntil(new Instant((long)atMs));
            var work = new Duration((long)(chance.Exponential() * UnitMs));
            var task = new OfficerTask(new GrainId(Grain.Case, ticket), work, ticket, CellOfCall(chance.Unit()), -1, 5, 3);
            world.Post(Grain.TeamOf(0), new TaskNeeded(task), world.Now);
        }

        world.RunUntil(new Instant((long)atMs));
        return busy.Shares(world.Now.Milliseconds);
    }

    private static int CellOfCall(double unit)
    {
        var left = unit * Calls.Sum(call => call.Rate);
        return Calls.First(call => (left -= call.Rate) < 0).Cell;
    }

    private static long Millis(double units) => (long)(units * UnitMs);

    // From the moment an officer takes a task in hand until he has finished it.
    private sealed class BusyTime(long fromMs) : IEventListener
    {
        private readonly double[] _busyMs = new double[3];

        public void On(in Event e)
        {
            if (e.Body.Kind == TaskFinished.Kind && e.At.Milliseconds > fromMs)
            {
                _busyMs[e.Source.Number] += Math.Min(e.Body.As<TaskFinished>().Busy.Milliseconds, e.At.Milliseconds - fromMs);
            }
        }

        public double[] Shares(long nowMs) => [.. _busyMs.Select(ms => ms / (nowMs - fromMs))];
    }
}
