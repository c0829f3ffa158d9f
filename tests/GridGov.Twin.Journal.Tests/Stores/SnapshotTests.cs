using GridGov.Twin.Journal.Tests.Recovery;
using Xunit.Abstractions;

namespace GridGov.Twin.Journal.Tests.Stores;

public class SnapshotTests(ITestOutputHelper output)
{
    [Theory]
    [OnBothStores]
    public void The_newest_three_are_kept_and_a_damaged_one_is_passed_over_for_the_one_before(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        journal.NewestSnapshot().ShouldBeNull();
        var batches = new RandomBatches(6);
        for (var i = 1; i <= 5; i++)
        {
            journal.Append(batches.Next(journal.Head));
            journal.Save(Nobody.Snapshot(100_000 + i, 7));
        }

        db.Count("snapshots").ShouldBe(3);
        Newest(journal).ShouldBe((5, Nobody.Snapshot(100_005, 7).ContentHash));
        var bytes = Nobody.Snapshot(100_005, 7).Bytes.ToArray();
        bytes[50_000] ^= 1;
        db.Do("UPDATE snapshots SET bytes = $1 WHERE record = 5", bytes);
        Newest(journal).ShouldBe((4, Nobody.Snapshot(100_004, 7).ContentHash));
        db.Do("UPDATE snapshots SET bytes = $1 WHERE record = 4", Array.Empty<byte>());
        Newest(journal).ShouldBe((3, Nobody.Snapshot(100_003, 7).ContentHash));
        // A snapshot of another moment is not taken for this one's.
        db.Do("UPDATE snapshots SET bytes = $1 WHERE record = 3", Nobody.Snapshot(100_002, 7).Bytes.ToArray());
        journal.NewestSnapshot().ShouldBeNull();
    }

    [Theory]
    [OnBothStores]
    public void A_snapshot_saved_twice_at_one_moment_is_one(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        journal.Save(Nobody.Snapshot(10, 7));
        journal.Save(Nobody.Snapshot(20, 7));
        db.Count("snapshots").ShouldBe(1);
        Newest(journal).ShouldBe((0, Nobody.Snapshot(20, 7).ContentHash));
        journal.Verify(null, CancellationToken.None).ShouldBeNull();
    }

    private static (long, ulong) Newest(IWorldHistory history) =>
        history.NewestSnapshot() is var (snapshot, record) ? (record, snapshot.ContentHash) : throw new ShouldAssertException("there is no snapshot");
}
