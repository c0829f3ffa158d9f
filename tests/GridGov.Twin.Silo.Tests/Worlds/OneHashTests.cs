using GridGov.Twin.Contracts;
using GridGov.Twin.Silo.Worlds;
using Xunit.Abstractions;

namespace GridGov.Twin.Silo.Tests.Worlds;

/// <summary>The same seeded day with the same scripted commands ends in one hash, whatever the wall clock did meanwhile.</summary>
public class OneHashTests(ITestOutputHelper output)
{
    private const long DayMs = 24 * HourMs;
    private const int Kills = 5;
    private const long HourMs = 3_600_000;

    [Fact]
    public void A_day_with_scripted_commands_ends_in_one_hash_at_any_pace_and_after_five_kills()
    {
        var hashes = new Dictionary<string, ulong>
        {
            ["max"] = RunPaced("max"),
            ["60"] = RunPaced("60"),
            ["600"] = RunPaced("600"),
            ["5000"] = RunPaced("5000"),
            ["killed"] = RunKilled(null),
        };
        output.WriteLine(string.Join(", ", hashes.Select(one => $"{one.Key} {one.Value:x16}")));
        hashes.Values.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void So_does_one_that_is_killed_on_PostgreSQL()
    {
        if (ThrowAway.Database(output) is not { } address)
        {
            return;
        }

        RunKilled(address).ShouldBe(RunPaced("max"));
    }

    private static ulong RunPaced(string pace)
    {
        using var village = new VillageWorld();
        Script(village);
        Order(village, new ClockOrder(Pace: pace));
        foreach (var hour in pace == "max" ? (long[])[] : [8, 9, 12, 18])
        {
            // Quickly to shortly before something is to happen, then past it at the pace.
            village.JumpTo((hour * HourMs) - 5_000);
            Order(village, new ClockOrder(Paused: false));
            village.Wait(status => status.Clock.Now.Milliseconds > hour * HourMs);
            Order(village, new ClockOrder(Paused: true));
        }

        village.Live.Clock.Now.Milliseconds.ShouldBeLessThan(DayMs);
        return village.JumpTo(DayMs).Hash;
    }

    private static ulong RunKilled(string? db)
    {
        using var village = new VillageWorld(db);
        Script(village);
        for (var kills = 0; kills < Kills; kills++)
        {
            village.JumpTo(RoundBegins(kills));
            (village.Store.DiesAfter, village.Store.DiesIn) = (kills % 2 == 0, 0);
            // Not further than where the next round begins, however much of it the last commit held.
            village.JumpTo(RoundBegins(kills) + (2 * HourMs)).State.ShouldBe(WorldState.Failed);
            village.Restart();
        }

        return village.JumpTo(DayMs).Hash;
    }

    private static void Script(VillageWorld village)
    {
        // Some at round hours, where shifts change too, two at one moment, and one wherever a world is to be killed, so that it has something to commit there.
        Task[] scripted =
        [
            village.Silence(0, 90, 8 * HourMs), village.Report(3, 8 * HourMs), village.Report(11, (9 * HourMs) + 1),
            village.Silence(1, 5, 12 * HourMs), village.Report(3, 12 * HourMs), village.Report(20, 18 * HourMs),
            .. Enumerable.Range(0, Kills).Select(round => village.Report(5 + round, RoundBegins(round) + HourMs)),
        ];
        Task.WaitAll(scripted);
    }

    private static long RoundBegins(int round) => (2 + (4 * round)) * HourMs;

    private static void Order(VillageWorld village, ClockOrder order) => village.Live.Order(order, "test").GetAwaiter().GetResult();
}
