using System.Globalization;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Desks;

/// <summary>A queue with the values its measures must have, and how it is run until each is known closely enough.</summary>
internal sealed record QueueRow(DeskRoom Room, params Measure[] Measures)
{
    private const int FirstLook = 64;
    private const int WarmUp = 2;
    private const int MostBatches = 20_000;

    /// <summary>
    /// Runs the desk in a world of its own until the half-width of every measure is under <paramref name="precision"/> of its value. A batch is
    /// many times as long as the queue remembers (about 2/(1−ρ)² arrivals before one server), the first two are left out.
    /// </summary>
    public Estimate[] Run(ulong seed, double precision)
    {
        var world = Room.World(seed);
        var shadow = new Shadow(Room, seed);
        var book = new DeskBook(Room.Classes.Length, shadow, BatchArrivals);
        world.Listen(book);
        for (var wanted = FirstLook; wanted <= MostBatches;)
        {
            while (book.Batches.Count < wanted + WarmUp)
            {
                world.RunUntil(world.Now + new Duration((long)(BatchArrivals / Room.Rate * DeskRoom.UnitMs)));
            }

            var estimates = Estimates(book.Batches[WarmUp..], shadow);
            var worst = estimates.Max(estimate => estimate.Precision);
            if (worst < precision)
            {
                Arrivals = (long)book.Batches.Count * BatchArrivals;
                return estimates;
            }

            wanted = Math.Max(wanted + 8, (int)Math.Min(wanted * 40.0, wanted * 1.1 * worst * worst / (precision * precision)));
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{Room.Name}: {MostBatches} batches are not enough"));
    }

    /// <summary>How many arrivals the last run took.</summary>
    public long Arrivals { get; private set; }

    private int BatchArrivals => Math.Max(4000 + (120 * Room.People), Room.Capacity > 0 || Room.Load >= 1
        ? 0
        : (int)(20 * (1 + Room.Classes.Max(each => each.Cs2)) / ((1 - Room.Load) * (1 - Room.Load))));

    private Estimate[] Estimates(List<Batch> batches, Shadow shadow)
    {
        var controls = Controls(batches, shadow);
        return [.. Measures.Select(measure => Estimate.OfRatio(
            [.. batches.Select(measure.Over)], [.. batches.Select(measure.Under)], controls))];
    }

    // What the chance of a batch gave beside what it gives on average: its length, its mix of callers, their work, their waits at the imagined desks.
    private double[][] Controls(List<Batch> batches, Shadow shadow)
    {
        var rate = Room.Rate;
        List<Func<Batch, double>> all = [b => (b.LengthMs / DeskRoom.UnitMs) - (b.AllArrived / rate)];
        for (var k = 0; k < Room.Classes.Length; k++)
        {
            var (callers, each) = (k, Room.Classes[k]);
            all.Add(b => (b.Brought[callers] / DeskRoom.UnitMs) - (b.Arrived[callers] * each.MeanWork));
            if (callers > 0)
            {
                all.Add(b => b.Arrived[callers] - (b.AllArrived * each.Rate / rate));
            }
        }

        for (var i = 0; i < shadow.Count; i++)
        {
            var desk = i;
            all.Add(b => (b.ShadowWaited[desk] - (b.AllArrived * shadow.MeanMs[desk])) / DeskRoom.UnitMs);
        }

        return [.. all.Select(control => batches.Select(control).ToArray())];
    }
}
