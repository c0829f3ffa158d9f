using System.Globalization;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// The same queue twice: as a world of two grains, and as the tightest loop one would write by hand over a
/// <see cref="PriorityQueue{TElement,TPriority}"/>, which knows no grains, messages, ties, hash or snapshot. What is counted are
/// arrivals and departures, two a customer; the world handles a third message for each customer, from the source to the desk.
/// </summary>
internal sealed class MmcBenchmark : IBenchmark
{
    private const long Customers = 1_500_000;

    public string Name => "mmc";

    public string What => "an M/M/c queue, c = 10, at 90 % load: a world of two grains against a hand-written loop";

    public void Run(TextWriter output)
    {
        var (loopWait, worldWait, handled) = (0.0, 0.0, 0L);
        Contest.Run(output, "events", 2 * Customers, 9,
            ("hand-written loop, PriorityQueue<int,double>", () => loopWait = Loop(7)),
            ("engine, one grain a source, one the desk", () => (worldWait, handled) = World(7)),
            ("engine, message by message (Step)", () => Steps(7)));

        // Erlang C with c = 10, a = 9: 0.66873 wait, 1 / (cμ − λ) = one mean service each.
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"mean wait in service times: loop {loopWait:0.000}, engine {worldWait:0.000}, Erlang C 0.669; the engine handled {handled} messages"));
    }

    private static (double Wait, long Handled) World(ulong seed)
    {
        var world = MmcModel.World(seed);
        while (world.Model.Served < Customers)
        {
            world.RunUntil(world.Now + Duration.Days(10));
        }

        return (world.Model.WaitedMs / MmcModel.ServiceMs / world.Model.Served, world.Handled);
    }

    private static void Steps(ulong seed)
    {
        var world = MmcModel.World(seed);
        while (world.Model.Served < Customers)
        {
            world.Step();
        }
    }

    private static double Loop(ulong seed)
    {
        const int arrival = -1;
        var arrivals = ChanceStream.For(seed, MmcModel.Source, 1);
        var services = ChanceStream.For(seed, MmcModel.Desk, 1);
        var queue = new PriorityQueue<int, double>();
        var waiting = new Queue<double>();
        var (busy, served, waited) = (0, 0L, 0.0);
        queue.Enqueue(arrival, 0);
        while (served < Customers && queue.TryDequeue(out var what, out var now))
        {
            if (what == arrival)
            {
                queue.Enqueue(arrival, now + (MmcModel.BetweenArrivalsMs * -Math.Log(arrivals.UnitAboveZero())));
                if (busy == MmcModel.Servers)
                {
                    waiting.Enqueue(now);
                    continue;
                }

                busy++;
            }
            else
            {
                served++;
                if (!waiting.TryDequeue(out var since))
                {
                    busy--;
                    continue;
                }

                waited += now - since;
            }

            queue.Enqueue(0, now + (MmcModel.ServiceMs * -Math.Log(services.UnitAboveZero())));
        }

        return waited / MmcModel.ServiceMs / served;
    }
}
