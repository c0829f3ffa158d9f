using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Silo.Projections;
using GridGov.Twin.Silo.Tests.Worlds;
using GridGov.Twin.Silo.Views;
using GridGov.Twin.Silo.Worlds;
using Xunit.Abstractions;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>A day of the village whose grains live by themselves is, to the last event, the day of the village in one process.</summary>
public class ClusterDayTests(ITestOutputHelper output)
{
    private const long HourMs = 3_600_000;
    private const long DayMs = 24 * HourMs;

    [Theory]
    [InlineData("memory", "hand")]
    [InlineData("memory", "shells")]
    [InlineData("SQLite", "hand")]
    [InlineData("SQLite", "shells")]
    [InlineData("PostgreSQL", "shells")]
#if ORLEANS_HOST
    [InlineData("SQLite", "Orleans")]
    [InlineData("PostgreSQL", "Orleans")]
#endif
    public void A_day_with_scripted_commands_is_the_same_on_a_cluster_as_in_one_process(string kept, string where)
    {
        using var turns = new ThrowAwayTurns(kept, output);
        if (turns.Store is null)
        {
            return;
        }

        var (inProcess, onCluster) = (InProcess(), OnCluster(turns, where));
        onCluster.Told.Events.Count.ShouldBeGreaterThan(500);
        onCluster.Told.Events.ShouldBe(inProcess.Told.Events);
        onCluster.Told.Sequences.ShouldBe(inProcess.Told.Sequences);
        onCluster.Histories.ShouldBe(inProcess.Histories);
        onCluster.Indicators.ShouldBe(inProcess.Indicators);
    }

    [Theory]
    [InlineData("memory", "hand")]
    [InlineData("SQLite", "shells")]
    [InlineData("PostgreSQL", "shells")]
#if ORLEANS_HOST
    [InlineData("PostgreSQL", "Orleans")]
#endif
    public async Task A_world_saved_in_the_middle_of_the_day_goes_on_in_an_engine_as_it_goes_on_on_its_cluster(string kept, string where)
    {
        using var turns = new ThrowAwayTurns(kept, output);
        if (turns.Store is null)
        {
            return;
        }

        using var village = new ClusterVillage(turns.Store, host: turns.Host(where));
        Task[] scripted = [village.Report(3, 8 * HourMs), village.Silence(1, 5, 12 * HourMs), village.Report(20, 18 * HourMs)];
        village.JumpTo(11 * HourMs);
        var (moment, now) = await village.Live.Save();
        now.Milliseconds.ShouldBe(11 * HourMs);
        var told = new Told();
        village.Restart(told);
        village.JumpTo(DayMs);
        await scripted[^1];
        var onCluster = told.Events.Where(e => e.AtMs >= now.Milliseconds).ToArray();
        onCluster.Length.ShouldBeGreaterThan(200);
        GoneOn(moment, now, village.Live).ShouldBe(onCluster);
    }

    [Theory]
    [InlineData("memory", "shells")]
    [InlineData("SQLite", "shells")]
    [InlineData("PostgreSQL", "shells")]
#if ORLEANS_HOST
    [InlineData("SQLite", "Orleans")]
    [InlineData("PostgreSQL", "Orleans")]
#endif
    public async Task A_morning_at_the_pace_of_the_wall_clock_is_mirrored_whole_and_its_commands_are_answered(string kept, string where)
    {
        using var turns = new ThrowAwayTurns(kept, output);
        if (turns.Store is null)
        {
            return;
        }

        using var village = new ClusterVillage(turns.Store, host: turns.Host(where));
        village.JumpTo(8 * HourMs);
        village.Order(new ClockOrder(Pace: "1000"));
        village.Order(new ClockOrder(Paused: false));
        var answers = new List<StoredAnswer>();
        for (var cell = 0; cell < 12; cell++)
        {
            answers.Add(await village.Report(cell));
            answers.Add(await village.Silence(cell, 30));
        }

        answers.ShouldAllBe(answer => answer.Outcome == StoredAnswer.Done);
        village.Order(new ClockOrder(Paused: true));
        (await village.Silence(0, 10)).Outcome.ShouldBe(StoredAnswer.Done);
        village.Live.Status.Problem.ShouldBeNull();
    }

    // What an engine makes of the rest of the day; cases and incidents are named from the morning on.
    private static (long AtMs, ulong, ulong, ulong, ulong, ulong, ulong)[] GoneOn(Snapshot moment, Instant now, LiveWorld live)
    {
        var told = new Told();
        foreach (var e in live.Events(0, int.MaxValue).TakeWhile(e => e.At < now))
        {
            told.Hear(e);
        }

        var morning = told.Events.Count;
        var world = new World<DistrictModel>(new DistrictModel(live.Setting), live.Seed);
        world.Restore(moment);
        world.EventCount.ShouldBe(morning);
        world.Listen(told);
        world.RunUntil(new Instant(DayMs));
        return [.. told.Events.Skip(morning)];
    }

    private static Day InProcess()
    {
        using var village = new VillageWorld();
        var day = new Day(village.Live.Setting);
        village.Restart(null, day.Told, day.Book);
        Task[] scripted =
        [
            village.Silence(0, 90, 8 * HourMs), village.Report(3, 8 * HourMs), village.Report(11, (9 * HourMs) + 1),
            village.Silence(1, 5, 12 * HourMs), village.Report(3, 12 * HourMs), village.Report(20, 18 * HourMs),
        ];
        Task.WaitAll(scripted);
        village.JumpTo(DayMs);
        return day.End(village.Live);
    }

    private static Day OnCluster(ThrowAwayTurns turns, string where)
    {
        using var village = new ClusterVillage(turns.Store, host: turns.Host(where));
        var day = new Day(village.Live.Setting);
        village.Restart(day.Told, day.Book);
        Task[] scripted =
        [
            village.Silence(0, 90, 8 * HourMs), village.Report(3, 8 * HourMs), village.Report(11, (9 * HourMs) + 1),
            village.Silence(1, 5, 12 * HourMs), village.Report(3, 12 * HourMs), village.Report(20, 18 * HourMs),
        ];
        Task.WaitAll(scripted);
        village.JumpTo(DayMs).Problem.ShouldBeNull();
        return day.End(village.Live);
    }

    private sealed class Day(Setting setting)
    {
        public Told Told { get; } = new();

        public WorldBook Book { get; } = new(setting.Plan);

        public string[] Histories { get; private set; } = [];

        public string[] Indicators { get; private set; } = [];

        public Day End(LiveWorld live)
        {
            var views = new WorldViews(setting, Book, live.Seed);
            (Histories, Indicators) = live.Read(world =>
            (
                Book.Cases.All.Select(entry => $"{entry.Code} {entry.Opened.Milliseconds} {entry.What}: " + string.Join("; ", entry.History.Select(line => $"{line}"))).ToArray(),
                views.Indicators(world.Model, new(DayMs)).SinceStart.Select(one => $"{one.Id} {one.Value} {one.Part} {one.Of}").ToArray())).GetAwaiter().GetResult();
            return this;
        }
    }
}
