using System.Diagnostics;
using GridGov.Twin.Journal.Stores;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace GridGov.Twin.Journal.Tests.Stores;

public class SqliteFaultTests(ITestOutputHelper output)
{
    [Fact]
    public void A_locked_database_is_waited_for_a_while_then_said_and_a_later_try_works()
    {
        using var db = TestDatabase.Of(TestDatabase.Sqlite, output)!;
        using var store = Journals.Open($"Data Source={db.Address};Default Timeout=1");
        using var journal = store.Create(RandomBatches.Genesis());
        var batch = new RandomBatches(1).Next(journal.Head);
        using (var other = new SqliteConnection($"Data Source={db.Address};Pooling=false"))
        {
            other.Open();
            using var held = other.BeginTransaction();
            var refused = Should.Throw<JournalException>(() => journal.Append(batch));
            refused.Problem.ShouldBe(JournalProblem.Unavailable);
            refused.Message.ShouldContain(db.Address);
            refused.Message.ShouldContain("locked");
            journal.Head.Records.ShouldBe(0);
            journal.Batches().ShouldBeEmpty();
        }

        journal.Append(batch);
        journal.Batches().Single().Batch.ShouldBeSame(batch);
        journal.Verify(null, CancellationToken.None).ShouldBeNull();
    }

    [Fact]
    public void A_full_disk_keeps_nothing_of_the_batch_and_a_later_try_works()
    {
        var mounted = Directory.CreateTempSubdirectory("gridgov-full-").FullName;
        if (Shell($"mount -t tmpfs -o size=1m tmpfs {mounted}") != 0)
        {
            output.WriteLine("passed by: a small disk can only be mounted by root");
            Directory.Delete(mounted);
            return;
        }

        try
        {
            FillTheDisk(Path.Combine(mounted, "twin.db"), Path.Combine(mounted, "ballast"));
        }
        finally
        {
            Shell($"umount {mounted}").ShouldBe(0);
            Directory.Delete(mounted);
        }
    }

    [Fact]
    public void A_database_that_may_not_grow_is_as_a_full_disk()
    {
        using var db = TestDatabase.Of(TestDatabase.Sqlite, output)!;
        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        // The page limit belongs to a connection, here the one the journal writes on.
        var connection = ((WorldJournal)journal).Connection;
        Queries.Do(connection, "PRAGMA max_page_count = 40");
        var refused = AppendUntilRefused(journal);
        refused.Fault.Problem.ShouldBe(JournalProblem.Unavailable);
        refused.Fault.Message.ShouldContain("disk is full");
        journal.Head.Records.ShouldBe(refused.Records);
        // After a fault the journal has a new connection, and that one has no limit.
        journal.Append(refused.Batch);
        journal.Head.Records.ShouldBe(refused.Records + 1);
        journal.Verify(null, CancellationToken.None).ShouldBeNull();
    }

    [Fact]
    public void A_database_that_cannot_be_written_says_so_and_a_later_try_works()
    {
        using var db = TestDatabase.Of(TestDatabase.Sqlite, output)!;
        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        var batch = new RandomBatches(1).Next(journal.Head);
        Queries.Do(((WorldJournal)journal).Connection, "PRAGMA query_only = ON");
        var refused = Should.Throw<JournalException>(() => journal.Append(batch));
        refused.Problem.ShouldBe(JournalProblem.Unavailable);
        refused.Message.ShouldContain("cannot be written");
        journal.Append(batch);
        journal.Batches().Single().Batch.ShouldBeSame(batch);
    }

    [Fact]
    public void A_newer_version_is_refused_with_both_versions_named()
    {
        using var db = TestDatabase.Of(TestDatabase.Sqlite, output)!;
        Journals.Open(db.Address).Dispose();
        db.Do("UPDATE journal_version SET version = 7");
        var refused = Should.Throw<JournalException>(() => Journals.Open(db.Address));
        refused.Problem.ShouldBe(JournalProblem.NewerVersion);
        refused.Message.ShouldContain("version 7");
        refused.Message.ShouldContain($"up to {Sql.Version}");
        refused.Message.ShouldContain(db.Address);
        Should.Throw<JournalException>(() => Journals.OpenToRead(db.Address)).Problem.ShouldBe(JournalProblem.NewerVersion);
    }

    [Fact]
    public void A_file_that_is_no_database_or_no_journal_is_left_as_it_is()
    {
        using var db = TestDatabase.Of(TestDatabase.Sqlite, output)!;
        File.WriteAllText(db.Address, string.Join('\n', Enumerable.Repeat("no database at all", 100)));
        var before = File.ReadAllBytes(db.Address);
        Should.Throw<JournalException>(() => Journals.Open(db.Address)).Problem.ShouldBe(JournalProblem.Damaged);
        File.ReadAllBytes(db.Address).ShouldBe(before);

        File.Delete(db.Address);
        db.Do("CREATE TABLE orders (number INTEGER)");
        Should.Throw<JournalException>(() => Journals.Open(db.Address)).Message.ShouldContain("something else");
        db.Count("sqlite_master").ShouldBe(1);
    }

    [Fact]
    public void Every_way_of_cutting_a_file_short_is_found()
    {
        using var db = TestDatabase.Of(TestDatabase.Sqlite, output)!;
        using (var store = Journals.Open(db.Address))
        using (var journal = store.Create(RandomBatches.Genesis()))
        {
            var batches = new RandomBatches(2);
            for (var i = 0; i < 60; i++)
            {
                journal.Append(batches.Next(journal.Head, 20));
            }
        }

        var whole = File.ReadAllBytes(db.Address);
        foreach (var share in new[] { 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99 })
        {
            File.WriteAllBytes(db.Address, whole[..(int)(whole.Length * share)]);
            IsDamaged(db.Address).ShouldBeTrue($"{share:0 %} of the file are left");
        }

        File.WriteAllBytes(db.Address, whole);
        IsDamaged(db.Address).ShouldBeFalse();
    }

    [Fact]
    public void Opening_to_read_makes_nothing()
    {
        using var db = TestDatabase.Of(TestDatabase.Sqlite, output)!;
        var refused = Should.Throw<JournalException>(() => Journals.OpenToRead(db.Address));
        refused.Problem.ShouldBe(JournalProblem.Unavailable);
        refused.Message.ShouldContain("no such file");
        File.Exists(db.Address).ShouldBeFalse();
        Should.Throw<JournalException>(() => Journals.Open("Data Source=:memory:")).Message.ShouldContain("not durable");
    }

    private static void FillTheDisk(string file, string ballast)
    {
        using var store = Journals.Open(file);
        using var journal = store.Create(RandomBatches.Genesis());
        File.WriteAllBytes(ballast, new byte[300_000]);
        var refused = AppendUntilRefused(journal);
        refused.Fault.Problem.ShouldBe(JournalProblem.Unavailable);
        refused.Fault.Message.ShouldContain(file);
        Should.Throw<JournalException>(() => journal.Append(refused.Batch)).Problem.ShouldBe(JournalProblem.Unavailable);
        journal.Head.Records.ShouldBe(refused.Records);

        File.Delete(ballast);
        journal.Append(refused.Batch);
        journal.Head.Records.ShouldBe(refused.Records + 1);
        journal.Verify(null, CancellationToken.None).ShouldBeNull();
        journal.Batches().Last().Batch.ShouldBeSame(refused.Batch);
    }

    private static (JournalException Fault, Batch Batch, long Records) AppendUntilRefused(IWorldJournal journal)
    {
        var batches = new RandomBatches(4);
        while (true)
        {
            var batch = batches.Next(journal.Head, 40);
            var records = journal.Head.Records;
            try
            {
                journal.Append(batch);
            }
            catch (JournalException fault)
            {
                return (fault, batch, records);
            }
        }
    }

    private static bool IsDamaged(string file)
    {
        try
        {
            using var store = Journals.OpenToRead(file);
            using var history = store.Read("first-day");
            return history?.Verify(null, CancellationToken.None) is not null;
        }
        catch (JournalException fault) when (fault.Problem == JournalProblem.Damaged)
        {
            return true;
        }
    }

    private static int Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"{command} 2>/dev/null"]))!;
        shell.WaitForExit();
        return shell.ExitCode;
    }
}
