using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Silo.Projections;
using GridGov.Twin.Silo.Tests.Worlds;
using GridGov.Twin.Silo.Views;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>A day of the village whose grains live by themselves is, to the last event, the day of the village in one process.</summary>
public class ClusterDayTests
{
    private const long HourMs = 3_600_000;
    private const long DayMs = 24 * HourMs;

    [Fact]
    public void A_day_with_scripted_commands_is_the_same_on_a_cluster_as_in_one_process()
    {
        var (inProcess, onCluster) = (InProcess(), OnCluster(new TurnsInMemory()));
        onCluster.Told.Events.Count.ShouldBeGreaterThan(500);
        onCluster.Told.Events.ShouldBe(inProcess.Told.Events);
        onCluster.Told.Sequences.ShouldBe(inProcess.Told.Sequences);
        onCluster.Histories.ShouldBe(inProcess.Histories);
        onCluster.Indicators.ShouldBe(inProcess.Indicators);
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
        // A clock that stands at a moment has let on a cluster everything happen that is due at it, and in one process what is due before it.
        village.JumpTo(DayMs + 1);
        return day.End(village.Live);
    }

    private static Day OnCluster(ITurnStore store)
    {
        using var village = new ClusterVillage(store);
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
