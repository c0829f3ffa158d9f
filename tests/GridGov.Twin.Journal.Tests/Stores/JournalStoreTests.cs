using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using Xunit.Abstractions;

namespace GridGov.Twin.Journal.Tests.Stores;

public class JournalStoreTests(ITestOutputHelper output)
{
    [Theory]
    [OnBothStores]
    public void Random_batches_are_read_back_as_they_were_appended_also_after_opening_again(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var batches = new RandomBatches(seed);
        var written = new List<Batch>();
        for (var opening = 0; opening < 3; opening++)
        {
            using var store = Journals.Open(db.Address);
            using var journal = opening == 0 ? store.Create(RandomBatches.Genesis()) : store.Open("first-day").ShouldNotBeNull();
            for (var i = 0; i < 40; i++)
            {
                written.Add(batches.Next(journal.Head));
                journal.Append(written[^1]);
            }
        }

        using var again = Journals.OpenToRead(db.Address);
        using var history = again.Read("first-day").ShouldNotBeNull();
        history.Genesis.ShouldBe(RandomBatches.Genesis());
        var read = history.Batches().ToArray();
        read.Select(entry => entry.Record).ShouldBe(Enumerable.Range(1, written.Count).Select(i => (long)i));
        for (var i = 0; i < read.Length; i++)
        {
            read[i].Batch.ShouldBeSame(written[i]);
        }

        history.Batches(100).First().Record.ShouldBe(100);
        history.Verify(null, CancellationToken.None).ShouldBeNull();
    }

    [Theory]
    [OnBothStores]
    public void The_head_tells_what_was_appended_and_begins_at_the_genesis(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        var fresh = journal.Head;
        (fresh.Records, fresh.Inputs, fresh.Events, fresh.Now).ShouldBe((0, 0, 0, Instant.Start));
        fresh.EventHash.ShouldBe(new World<Tests.Recovery.Nobody>(default, RandomBatches.Genesis().Seed).EventHash);
        var batch = new RandomBatches(3).Next(fresh);
        journal.Append(batch);
        using var reader = store.Read("first-day").ShouldNotBeNull();
        foreach (var head in new[] { journal.Head, reader.Head })
        {
            (head.Records, head.Inputs, head.Events, head.Now, head.EventHash)
                .ShouldBe((1, batch.Inputs.Count, batch.Events.Count, batch.To, batch.EventHash));
            head.Chain.Length.ShouldBe(32);
            head.Chain.ShouldBe(journal.Head.Chain);
        }
    }

    [Theory]
    [OnBothStores]
    public void Events_are_found_from_any_sequence_on(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        var batches = new RandomBatches(11);
        for (var i = 0; i < 60; i++)
        {
            journal.Append(batches.Next(journal.Head));
        }

        var all = journal.Batches().SelectMany(entry => entry.Batch.Events).ToArray();
        for (var from = 0; from <= all.Length; from++)
        {
            journal.Events(from, 7).Select(e => e.Sequence).ShouldBe(all.Skip(from).Take(7).Select(e => e.Sequence));
        }

        journal.Events(all.Length + 5, 7).ShouldBeEmpty();
    }

    [Theory]
    [OnBothStores]
    public void A_command_is_found_by_its_key_and_no_key_is_kept_twice(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        var batches = new RandomBatches(5);
        var command = batches.Command(0, "once");
        journal.Append(new Batch(Instant.Start, new Instant(10), [], [], 1, [command]));
        journal.FindCommand("once").ShouldBe(command);
        journal.FindCommand("never").ShouldBeNull();

        var again = new Batch(new Instant(10), new Instant(20), [], [], 2, [batches.Command(0, "other"), batches.Command(0, "once")]);
        Should.Throw<JournalException>(() => journal.Append(again)).Problem.ShouldBe(JournalProblem.Exists);
        journal.FindCommand("other").ShouldBeNull();
        journal.Head.Records.ShouldBe(1);
        journal.Append(again with { Commands = [batches.Command(0, "other")] });
        journal.FindCommand("other").ShouldNotBeNull();
        journal.Verify(null, CancellationToken.None).ShouldBeNull();

        using var elsewhere = store.Create(RandomBatches.Genesis("second"));
        elsewhere.Append(new Batch(Instant.Start, new Instant(10), [], [], 1, [command]));
        elsewhere.FindCommand("once").ShouldBe(command);
    }

    [Theory]
    [OnBothStores]
    public void Commands_and_looks_are_audited_in_order(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        var command = new RandomBatches(5).Command(0) with { Actor = "王", Action = "urge 督办", Target = "case 7", Answer = "moved" };
        journal.Note("li", "look", "household 3", "shown");
        journal.Append(new Batch(Instant.Start, new Instant(10), [], [], 1, [command]));
        journal.Note("li\0", "look", "household 4", "refused");
        var audit = journal.Audit(1, 10);
        audit.Select(entry => (entry.Number, entry.Actor, entry.Action, entry.Target, entry.Outcome)).ShouldBe(
        [
            (1, "li", "look", "household 3", "shown"), (2, "王", "urge 督办", "case 7", "moved"), (3, "li\uFFFD", "look", "household 4", "refused"),
        ]);
        journal.Audit(2, 1).Single().Number.ShouldBe(2);
        journal.Verify(null, CancellationToken.None).ShouldBeNull();
    }

    [Theory]
    [OnBothStores]
    public void A_world_has_one_writer_and_any_number_of_readers(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        using var store = Journals.Open(db.Address);
        using var other = Journals.Open(db.Address);
        using (var journal = store.Create(RandomBatches.Genesis()))
        {
            Should.Throw<JournalException>(() => other.Open("first-day")).Problem.ShouldBe(JournalProblem.InUse);
            using var neighbour = other.Create(RandomBatches.Genesis("second"));
            using var reader = other.Read("first-day").ShouldNotBeNull();
            journal.Append(new RandomBatches(5).Next(journal.Head));
            neighbour.Append(new RandomBatches(5).Next(neighbour.Head));
            reader.Head.Records.ShouldBe(1);
        }

        using var next = other.Open("first-day").ShouldNotBeNull();
        next.Head.Records.ShouldBe(1);
    }

    [Theory]
    [OnBothStores]
    public void Worlds_are_listed_made_once_and_missing_ones_are_nobody(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        using var store = Journals.Open(db.Address);
        store.Worlds().ShouldBeEmpty();
        store.Create(RandomBatches.Genesis("b")).Dispose();
        store.Create(RandomBatches.Genesis("a")).Dispose();
        store.Worlds().Select(world => world.World).ShouldBe(["a", "b"]);
        Should.Throw<JournalException>(() => store.Create(RandomBatches.Genesis("a"))).Problem.ShouldBe(JournalProblem.Exists);
        store.Open("c").ShouldBeNull();
        store.Read("c").ShouldBeNull();
        Should.Throw<ArgumentException>(() => store.Create(RandomBatches.Genesis("../c"))).Message.ShouldContain("'../c'");
    }

    [Theory]
    [OnBothStores]
    public void A_batch_that_does_not_go_on_where_the_journal_ends_is_refused(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        var batches = new RandomBatches(5);
        var input = new Input(1, Instant.Start, batches.Grain(), batches.Body());
        Should.Throw<ArgumentException>(() => journal.Append(new Batch(new Instant(1), new Instant(2), [], [], 0, []))).Message.ShouldContain("ends at 0 ms");
        Should.Throw<ArgumentException>(() => journal.Append(new Batch(Instant.Start, new Instant(2), [input], [], 0, []))).Message.ShouldContain("input 1");
        journal.Append(new Batch(Instant.Start, new Instant(2), [input with { Sequence = 0 }], [], 0, []));
        journal.Head.Records.ShouldBe(1);
    }
}
