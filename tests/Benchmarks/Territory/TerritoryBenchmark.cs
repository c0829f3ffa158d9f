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
        var (loop, world, handled, hash) = (default(Tally), default(Tally), 0L, 0UL);
        var expected = Loop();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Days} days, {expected.Arrived:#,0} cases, {expected.Events:#,0} events"));
        Contest.Run(output, "events", expected.Events, 9,
            ("hand-written loop, rows of structs, calendar", () => loop = Loop()),
            ("engine, a grain a cell, officer, department", () => (world, handled, hash) = World()));
        output.WriteLine($"mean wait by urgency: loop {Minutes(loop)}; engine {Minutes(world)}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(loop == world ? "the same to the last millisecond" : "THEY DIFFER")}; the engine handled {handled:#,0} messages, hash {hash:x16}"));
    }

    private static Tally Loop()
    {
        var loop = new TerritoryLoop(Seed);
        loop.RunUntil(Days * Town.DayMs);
        return loop.Tally;
    }

    private static (Tally Tally, long Handled, ulong Hash) World()
    {
        var world = TerritoryModel.World(Seed);
        world.RunUntil(Instant.Start + Duration.Days(Days));
        return (world.Model.Tally, world.Handled, world.EventHash);
    }

    private static string Minutes(Tally tally) => string.Create(CultureInfo.InvariantCulture,
        $"officers {Row(tally.Begun)} min, departments {Row(tally.Taken)} min");

    private static string Row(Waits waits) => string.Create(CultureInfo.InvariantCulture,
        $"{waits.First.MeanMinutes:0.00} / {waits.Second.MeanMinutes:0.00} / {waits.Third.MeanMinutes:0.00}");
}
