using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Statistics;

namespace GridGov.Twin.Scenarios.Proofs;

/// <summary>How busy one of the three officers was, and the published share.</summary>
public sealed record Workload(int Officer, double Published, Estimate Estimate)
{
    /// <summary>Whether the published share lies in the interval.</summary>
    public bool Holds => Math.Abs(Estimate.Mean - Published) <= Estimate.HalfWidth;
}

/// <summary>
/// Larson's hypercube with three officers: calls at rate 1.5, mean work 1, one that finds nobody free waits. Officers under the policy
/// <c>nearest-free</c> are to be as busy as published: .5574, .4734, .4693.
/// </summary>
public static class HypercubeProof
{
    private const double UnitMs = 60_000;
    private const double WarmUpUnits = 200;
    private const uint Driver = 1;
    private const short CheckStage = 3;

    /// <summary>Runs so many replications of so many mean works each; null when <paramref name="stop"/> was asked for.</summary>
    /// <param name="replications">How many.</param>
    /// <param name="units">How long each is, in mean works.</param>
    /// <param name="threads">How many run at once.</param>
    /// <param name="watch">Told how many are done.</param>
    /// <param name="stop">Asks for a stop.</param>
    public static Workload[]? Run(int replications, double units, int threads, Action<int>? watch, CancellationToken stop)
    {
        var town = new HypercubeTown();
        var shares = new double[replications][];
        var (gate, done) = (new Lock(), 0);
        Parallel.For(0, replications, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) }, (i, loop) =>
        {
            shares[i] = Shares(town, (ulong)(i + 1), units);
            if (stop.IsCancellationRequested)
            {
                loop.Stop();
                return;
            }

            lock (gate)
            {
                watch?.Invoke(++done);
            }
        });

        // Three shares are held against three figures at once: 95 % for all of them.
        const double confidence = 1 - (0.05 / 3);
        return stop.IsCancellationRequested ? null
            : [.. Enumerable.Range(0, 3).Select(officer => new Workload(
                officer + 1, HypercubeTown.Published[officer], Estimate.Of(shares.Select(run => (double?)run[officer]), confidence)!))];
    }

    private static double[] Shares(HypercubeTown town, ulong seed, double units)
    {
        var world = Beginning.NewWorld(town.Setting, seed);
        var busy = new BusyTime((long)(WarmUpUnits * UnitMs));
        world.Listen(busy);
        var chance = ChanceStream.For(seed, Driver, Driver);
        var rate = HypercubeTown.Rates.Sum();
        var atMs = 0.0;
        for (var ticket = 0; atMs < units * UnitMs; ticket++)
        {
            atMs += chance.Exponential() * UnitMs / rate;
            world.RunUntil(new Instant((long)atMs));
            var work = new Duration((long)(chance.Exponential() * UnitMs));
            var task = new OfficerTask(new GrainId(Grain.Case, ticket), work, ticket, PlaceOf(town, chance.Unit() * rate), -1, 5, CheckStage);
            world.Post(Grain.TeamOf(0), new TaskNeeded(task), world.Now);
        }

        world.RunUntil(new Instant((long)atMs));
        return busy.Shares(world.Now.Milliseconds);
    }

    private static int PlaceOf(HypercubeTown town, double left)
    {
        var place = 0;
        while (place < town.Places.Length - 1 && (left -= HypercubeTown.Rates[place]) >= 0)
        {
            place++;
        }

        return town.Places[place];
    }

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
