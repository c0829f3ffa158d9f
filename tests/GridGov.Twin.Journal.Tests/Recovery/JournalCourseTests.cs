using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Tests.Stores;
using Xunit.Abstractions;

namespace GridGov.Twin.Journal.Tests.Recovery;

/// <summary>A world is taken along its journal to any moment.</summary>
public class JournalCourseTests(ITestOutputHelper output)
{
    private const ulong Seed = 17;

    [Theory]
    [InlineData(1)]
    [InlineData(977)]
    [InlineData(60_000)]
    [InlineData(10_000_000)]
    public void However_long_its_steps_it_comes_by_the_same_moments_and_to_the_same_end(long stepMs)
    {
        using var db = TestDatabase.Of(TestDatabase.Sqlite, output)!;
        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        var live = new LiveChatter(3, Seed);
        for (var turn = 0; turn < 12; turn++)
        {
            live.Turn(journal);
        }

        var (world, passed) = (LiveChatter.Fresh(Seed), new List<(long, Instant, ulong)>());
        using var course = new JournalCourse<Engine.Tests.Models.Chatter>(
            world, journal, 0, journal.Head.Records, (record, _) => passed.Add((record, world.Now, world.EventHash)));
        for (var to = new Instant(stepMs); course.RunTo(to); to += new Duration(stepMs))
        {
            world.Now.ShouldBe(to);
        }

        world.StateHash().ShouldBe(live.World.StateHash());
        passed.ShouldBe(journal.Batches().Select(entry => (entry.Record, entry.Batch.To, entry.Batch.EventHash)));
    }

    [Fact]
    public void It_goes_no_further_than_the_record_it_is_to_end_with_and_begins_at_a_snapshot_that_is_not_later_than_wanted()
    {
        using var db = TestDatabase.Of(TestDatabase.Sqlite, output)!;
        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        var live = new LiveChatter(3, Seed);
        for (var turn = 1; turn <= 12; turn++)
        {
            live.Turn(journal);
            if (turn % 4 == 0)
            {
                journal.Save(live.World.Save());
            }
        }

        var ends = journal.Batches().ToDictionary(entry => entry.Record, entry => entry.Batch);
        JournalReplay.Restore(LiveChatter.Fresh(Seed), journal, ends[8].To).ShouldBe(8);
        JournalReplay.Restore(LiveChatter.Fresh(Seed), journal, new Instant(ends[4].To.Milliseconds - 1)).ShouldBe(0);
        var world = LiveChatter.Fresh(Seed);
        JournalReplay.Restore(world, journal, new Instant(ends[8].To.Milliseconds - 1)).ShouldBe(4);
        using var course = new JournalCourse<Engine.Tests.Models.Chatter>(world, journal, 4, 10, null);
        course.RunTo(Instant.Never).ShouldBeFalse();
        (world.Now, world.EventHash).ShouldBe((ends[10].To, ends[10].EventHash));
    }
}
