using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Scenarios.Building;
using Xunit.Abstractions;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Orleans.Tests;

/// <summary>Silos that die in the middle of a day that is run as fast as possible change nothing in it.</summary>
public class LooseClusterTests(ITestOutputHelper output)
{
    private const int Silos = 3;
    private const int Kills = 6;
    private static readonly Instant End = Instant.Start + Duration.Hours(12);

    [Fact]
    public void Half_a_day_on_three_silos_of_which_six_are_killed_is_the_half_day_of_one_process()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var scenario = ScenarioBuilder.Load(Path.Combine(AppContext.BaseDirectory, "scenarios", "quiet-village"));
        var setting = new Setting(scenario.Plan);
        var folder = Directory.CreateTempSubdirectory("gridgov-loose-");
        try
        {
            OnSilos(setting, scenario.Run.Seed, Path.Combine(folder.FullName, "twin.db"), new Random(seed)).ShouldBe(InProcess(setting, scenario.Run.Seed));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> OnSilos(Setting setting, ulong seed, string db, Random random)
    {
        var genesis = new Genesis("loose", "live", "quiet-village", 1, seed, DateTimeOffset.UnixEpoch);
        var time = new WorldTime(Instant.Start, DateTimeOffset.UnixEpoch, 0, End, "1", true);
        using var store = TurnStores.Open(db);
        using var journal = store.Open(genesis, Beginning.Messages(setting.Plan), time);
        using (var cluster = new LooseCluster(Silos, setting, () => store.Open(genesis, [], time)))
        {
            for (var kill = 0; kill < Kills; kill++)
            {
                var records = journal.Head.Records + random.Next(20, 120);
                SpinWait.SpinUntil(() => journal.Head.Records >= records || journal.Time().JumpTo is null, TimeSpan.FromMinutes(2)).ShouldBeTrue("the day stands still");
                cluster.Kill(random.Next(Silos));
            }

            SpinWait.SpinUntil(() => journal.Time().JumpTo is null, TimeSpan.FromMinutes(5)).ShouldBeTrue("the day does not end");
            cluster.Faults.ShouldBeEmpty();
        }

        journal.Verify(null, CancellationToken.None).ShouldBeNull();
        return [.. journal.Turns(1).SelectMany(record => record.Turns).SelectMany(turn => turn.Events).Select(Text)];
    }

    private static List<string> InProcess(Setting setting, ulong seed)
    {
        var (world, told) = (Beginning.NewWorld(setting, seed), new Told());
        world.Listen(told);
        world.RunUntil(End);
        told.Lines.Count.ShouldBeGreaterThan(100);
        return told.Lines;
    }

    // New cases and incidents have other numbers on a cluster; what happens when, and to what kind of grain, is the same.
    private static string Text(Event e) => $"{e.At} {e.Source.Kind} {e.Body.Kind}";

    private sealed class Told : IEventListener
    {
        public List<string> Lines { get; } = [];

        public void On(in Event e) => Lines.Add(Text(e));
    }
}
