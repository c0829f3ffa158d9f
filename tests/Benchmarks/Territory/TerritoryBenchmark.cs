using System.Globalization;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Benchmarks.Territory;

/// <summary>
/// The territory-dispatch problem twice: as a world of 1,895 grains, and as a tight loop written by hand for it alone. Counted are
/// the town's events: a case arrives, an officer reaches it, finishes with it, passes it on, a department begins and finishes it,
/// a shift changes. The world handles more messages than that, for cells, officers and departments tell each other.
/// </summary>
internal sealed class TerritoryBenchmark : IBenchmark
{
    private const int Days = 365;
    private const ulong Seed = 7;

    public string Name => "territory";

    public string What => "territory dispatch, 1,500 cells and 375 officers, one simulated year: a world of grains against a hand-written loop";

    public void Run(TextWriter output)
    {
        var (own, loop, world, handled, hash) = (default(Tally), default(Tally), default(Tally), 0L, 0UL);
        var expected = Loop(new KeyedFate(Seed));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Days} days, {expected.Arrived:#,0} cases, {expected.Events:#,0} events"));
        Contest.Run(output, "events", expected.Events, 9,
            ("hand-written loop, one stream of chance", () => own = Loop(new OneStreamFate(Seed))),
            ("hand-written loop, the grains' streams", () => loop = Loop(new KeyedFate(Seed))),
            ("engine, a grain a cell, officer, department", () => (world, handled, hash) = World()));
        output.WriteLine("mean wait by urgency, min           officers            departments");
        Row(output, "loop, one stream", own);
        Row(output, "loop, the grains' streams", loop);
        Row(output, "engine", world);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(loop == world ? "the last two agree to the millisecond" : "THE LAST TWO DIFFER")}; the engine handled {handled:#,0} messages, hash {hash:x16}"));
    }

    private static Tally Loop<TFate>(TFate fate)
        where TFate : struct, IFate
    {
        var loop = new TerritoryLoop<TFate>(fate);
        loop.RunUntil(Days * Town.DayMs);
        return loop.Tally;
    }

    private static (Tally Tally, long Handled, ulong Hash) World()
    {
        var world = TerritoryModel.World(Seed);
        world.RunUntil(Instant.Start + Duration.Days(Days));
        return (world.Model.Tally, world.Handled, world.EventHash);
    }

    private static void Row(TextWriter output, string name, Tally tally) => output.WriteLine($"{name,-26} {Minutes(tally.Begun),20}  {Minutes(tally.Taken),20}");

    private static string Minutes(Waits waits) => string.Create(CultureInfo.InvariantCulture,
        $"{waits.First.MeanMinutes:0.0} / {waits.Second.MeanMinutes:0.0} / {waits.Third.MeanMinutes:0.0}");
}
