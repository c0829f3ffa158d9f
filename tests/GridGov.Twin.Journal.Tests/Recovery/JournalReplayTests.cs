using GridGov.Twin.Engine.Tests.Models;
using GridGov.Twin.Journal.Tests.Stores;
using Xunit.Abstractions;

namespace GridGov.Twin.Journal.Tests.Recovery;

public class JournalReplayTests(ITestOutputHelper output)
{
    private const ulong Seed = 7;

    [Theory]
    [OnBothStores]
    public void A_world_recovered_at_any_turn_is_the_world_that_was_lost(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        var live = new LiveChatter(seed, Seed);
        for (var turn = 1; turn <= 60; turn++)
        {
            live.Turn(journal);
            if (turn % 9 == 0)
            {
                journal.Save(live.World.Save());
            }

            var recovered = LiveChatter.Fresh(Seed);
            JournalReplay.Recover(recovered, journal).ShouldBe(turn / 9 * 9);
            (recovered.Now, recovered.EventCount, recovered.EventHash).ShouldBe((live.World.Now, live.World.EventCount, live.World.EventHash));
            recovered.StateHash().ShouldBe(live.World.StateHash());
        }

        live.World.EventCount.ShouldBeGreaterThan(100);
        journal.Head.Inputs.ShouldBeGreaterThan(50);
    }

    [Theory]
    [OnBothStores]
    public void Damaged_snapshots_cost_time_and_nothing_else(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        var live = Driven(journal, 30, 10);
        db.Do("UPDATE snapshots SET hash = $1 WHERE record = 30", new byte[32]);
        Recovered(journal, live).ShouldBe(20);
        db.Do("DELETE FROM snapshots");
        var heard = new List<(long, long)>();
        JournalReplay.Recover(LiveChatter.Fresh(Seed), journal, (record, last) => heard.Add((record, last)));
        heard.ShouldBe(Enumerable.Range(1, 30).Select(i => ((long)i, 30L)));

        // Whole, but of another model, or of a moment the journal says was otherwise: of no use.
        journal.Save(Nobody.Snapshot(10, Seed));
        Recovered(journal, live).ShouldBe(0);
        var elsewhere = LiveChatter.Fresh(Seed);
        elsewhere.RunUntil(journal.Head.Now);
        journal.Save(elsewhere.Save());
        Recovered(journal, live).ShouldBe(0);
    }

    [Fact]
    public void A_world_that_goes_another_way_is_stopped_at_the_first_record_that_tells()
    {
        using var db = TestDatabase.Of(TestDatabase.Sqlite, output)!;
        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        Driven(journal, 20, 100);
        var other = Should.Throw<JournalException>(() => JournalReplay.Recover(LiveChatter.Fresh(Seed + 1), journal));
        other.Problem.ShouldBe(JournalProblem.Damaged);
        other.Message.ShouldStartWith("record 1: the world's event hash is");

        var smaller = Should.Throw<JournalException>(() => JournalReplay.Recover(Chatter.World(1, Seed), journal));
        smaller.Message.ShouldStartWith("record 1: ");
    }

    private static long Recovered(IWorldHistory history, LiveChatter live)
    {
        var world = LiveChatter.Fresh(Seed);
        var after = JournalReplay.Recover(world, history);
        world.StateHash().ShouldBe(live.World.StateHash());
        return after;
    }

    private static LiveChatter Driven(IWorldJournal journal, int turns, int snapshotEvery)
    {
        var live = new LiveChatter(3, Seed);
        for (var turn = 1; turn <= turns; turn++)
        {
            live.Turn(journal);
            if (turn % snapshotEvery == 0)
            {
                journal.Save(live.World.Save());
            }
        }

        return live;
    }
}
