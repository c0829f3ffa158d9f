using GridGov.Twin.Journal.Stores;
using Xunit.Abstractions;

namespace GridGov.Twin.Journal.Tests.Stores;

public class PostgresFaultTests(ITestOutputHelper output)
{
    private const string EndSessions =
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

    [Fact]
    public void A_session_that_was_ended_is_made_anew_without_troubling_the_caller()
    {
        if (TestDatabase.Of(TestDatabase.Postgres, output) is not { } db)
        {
            return;
        }

        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        var batches = new RandomBatches(3);
        for (var i = 0; i < 5; i++)
        {
            journal.Append(batches.Next(journal.Head));
            journal.Batches().Count().ShouldBe(i + 1);
            db.Number(EndSessions).ShouldBeGreaterThan(0);
        }

        journal.Note("li", "look", "household 3", "shown");
        journal.Head.Records.ShouldBe(5);
        journal.Verify(null, CancellationToken.None).ShouldBeNull();
        using var other = Journals.Open(db.Address);
        Should.Throw<JournalException>(() => other.Open("first-day")).Problem.ShouldBe(JournalProblem.InUse);
    }

    [Fact]
    public void A_writer_that_is_gone_but_not_ended_is_ended_by_its_name_and_does_not_write_again_when_it_wakes()
    {
        if (TestDatabase.Of(TestDatabase.Postgres, output) is not { } db)
        {
            return;
        }

        using var frozen = Journals.Open(DatabaseAddress.Read(db.Address).As("gridgov one"));
        using var held = frozen.Create(RandomBatches.Genesis());
        var batches = new RandomBatches(3);
        held.Append(batches.Next(held.Head));
        using var other = Journals.Open(DatabaseAddress.Read(db.Address).As("gridgov two"));
        JournalWriters.End(db.Address, "first-day", name => name == "gridgov two").ShouldBeFalse();
        JournalWriters.End(db.Address, "another", _ => true).ShouldBeFalse();
        Should.Throw<JournalException>(() => other.Open("first-day")).Problem.ShouldBe(JournalProblem.InUse);

        JournalWriters.End(db.Address, "first-day", name => name == "gridgov one").ShouldBeTrue();
        using var taken = other.Open("first-day").ShouldNotBeNull();
        taken.Head.Records.ShouldBe(1);
        Should.Throw<JournalException>(() => held.Append(batches.Next(held.Head))).Problem.ShouldBe(JournalProblem.InUse);
        taken.Append(batches.Next(taken.Head));
        taken.Verify(null, CancellationToken.None).ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_doubtful_append_is_in_once_whether_the_server_had_taken_it_or_not(bool isTaken)
    {
        if (TestDatabase.Of(TestDatabase.Postgres, output) is not { } db)
        {
            return;
        }

        using var database = new DoubtfulDatabase(new PostgresDatabase(PostgresAddress.Read(db.Address)));
        database.Prepare();
        using var store = new JournalStore(database, TimeProvider.System);
        using var journal = store.Create(RandomBatches.Genesis());
        var batches = new RandomBatches(3);
        var written = new List<Batch>();
        for (var i = 0; i < 10; i++)
        {
            written.Add(batches.Next(journal.Head));
            (database.IsCutOff, database.IsTaken) = (i % 3 == 1, isTaken);
            if (database.IsCutOff)
            {
                // Two attempts fail, the second because there is no new connection yet.
                Should.Throw<JournalException>(() => journal.Append(written[i])).Problem.ShouldBe(JournalProblem.Unavailable);
                database.IsCutOff = false;
            }

            journal.Append(written[i]);
            journal.Head.Records.ShouldBe(i + 1);
        }

        (database.IsCutOff, database.IsTaken) = (true, isTaken);
        Should.Throw<JournalException>(() => journal.Note("li", "look", "household 3", "shown"));
        database.IsCutOff = false;
        journal.Note("li", "look", "household 3", "shown");
        journal.Audit(1, 1000).Count(entry => entry.Actor == "li").ShouldBe(1);
        journal.Verify(null, CancellationToken.None).ShouldBeNull();
        journal.Batches().Select(entry => entry.Batch.EventHash).ShouldBe(written.Select(batch => batch.EventHash));
    }

    [Fact]
    public void Locked_tables_are_waited_for_a_while_then_said_and_a_later_try_works()
    {
        if (TestDatabase.Of(TestDatabase.Postgres, output) is not { } db)
        {
            return;
        }

        using var store = Journals.Open(db.Address);
        using var journal = store.Create(RandomBatches.Genesis());
        var batch = new RandomBatches(1).Next(journal.Head);
        using (var other = db.Connect())
        {
            using var held = other.BeginTransaction();
            other.Do("LOCK TABLE records IN EXCLUSIVE MODE");
            var refused = Should.Throw<JournalException>(() => journal.Append(batch));
            refused.Problem.ShouldBe(JournalProblem.Unavailable);
            refused.Message.ShouldContain("locked");
            refused.Message.ShouldContain("127.0.0.1");
            journal.Head.Records.ShouldBe(0);
        }

        journal.Append(batch);
        journal.Batches().Single().Batch.ShouldBeSame(batch);
    }

    [Fact]
    public void A_full_disk_of_the_server_keeps_nothing_of_the_batch_and_a_later_try_works()
    {
        if (ThrowAwayPostgres.Shared.WhyNot is { } why)
        {
            output.WriteLine($"passed by: {why}");
            return;
        }

        var mounted = Directory.CreateTempSubdirectory("gridgov-full-").FullName;
        if (Shell($"mount -t tmpfs -o size=32m,mode=0700 tmpfs {mounted} && chown postgres {mounted}") != 0)
        {
            output.WriteLine("passed by: a small disk can only be mounted by root");
            Directory.Delete(mounted);
            return;
        }

        try
        {
            FillTheDisk(mounted);
        }
        finally
        {
            Shell($"umount {mounted}").ShouldBe(0);
            Directory.Delete(mounted);
        }
    }

    [Fact]
    public void A_server_that_is_not_there_is_said_without_the_password()
    {
        foreach (var address in new[] { "postgres://me:secret@127.0.0.1:1/twin", "Host=127.0.0.1;Port=1;Username=me;Password=secret;Database=twin" })
        {
            var refused = Should.Throw<JournalException>(() => Journals.Open(address));
            refused.Problem.ShouldBe(JournalProblem.Unavailable);
            refused.Message.ShouldContain("postgres://127.0.0.1:1/twin");
            refused.Message.ShouldNotContain("secret");
        }

        Should.Throw<JournalException>(() => Journals.Open("postgres://me:secret@host:port/twin")).Message.ShouldNotContain("secret");
        Should.Throw<JournalException>(() => Journals.Open("postgres://me:secret@host/twin?colour=blue")).Message.ShouldNotContain("secret");
    }

    [Fact]
    public void A_newer_version_is_refused_and_a_database_without_a_journal_is_none()
    {
        if (TestDatabase.Of(TestDatabase.Postgres, output) is not { } db)
        {
            return;
        }

        Should.Throw<JournalException>(() => Journals.OpenToRead(db.Address)).Problem.ShouldBe(JournalProblem.Damaged);
        Journals.Open(db.Address).Dispose();
        db.Do("UPDATE journal_version SET version = 7");
        var refused = Should.Throw<JournalException>(() => Journals.Open(db.Address));
        refused.Problem.ShouldBe(JournalProblem.NewerVersion);
        refused.Message.ShouldContain("version 7");
        refused.Message.ShouldContain($"up to {Sql.Version}");
    }

    [Fact]
    public void An_address_is_read_with_its_parts_unescaped()
    {
        var address = PostgresAddress.Read("postgres://a%40b:p%3Aw@db.example:5433/twin%20one?sslmode=require&connect_timeout=3");
        (address.Host, address.Port, address.Database, address.Username, address.Password).ShouldBe(("db.example", 5433, "twin one", "a@b", "p:w"));
        (address.SslMode, address.Timeout).ShouldBe((Npgsql.SslMode.Require, 3));
        PostgresAddress.IsOne("Host=here;Database=x").ShouldBeTrue();
        PostgresAddress.IsOne("data/twin.db").ShouldBeFalse();
        PostgresAddress.IsOne("Data Source=data/twin.db").ShouldBeFalse();
    }

    // The server's own disk is large; only the database of this test lies on the small one.
    private static void FillTheDisk(string mounted)
    {
        var postgres = ThrowAwayPostgres.Shared;
        Do(postgres, $"CREATE TABLESPACE small LOCATION '{mounted}'");
        Do(postgres, "CREATE DATABASE small TABLESPACE small");
        try
        {
            using var store = Journals.Open(postgres.Address("small"));
            using var journal = store.Create(RandomBatches.Genesis());
            var batches = new RandomBatches(1);
            var first = batches.Next(journal.Head);
            journal.Append(first);
            var ballast = Path.Combine(mounted, "ballast");
            Shell($"cat /dev/zero > {ballast} 2>/dev/null").ShouldNotBe(0);
            JournalException? full = null;
            var refused = batches.Next(journal.Head);
            for (var i = 0; full is null && i < 2_000; i++)
            {
                full = AppendOrRefuse(journal, refused);
                refused = full is null ? batches.Next(journal.Head) : refused;
            }

            full.ShouldNotBeNull().Problem.ShouldBe(JournalProblem.Unavailable);
            full.Message.ShouldContain("the server's disk is full");
            File.Delete(ballast);
            journal.Append(refused);
            journal.Verify(null, CancellationToken.None).ShouldBeNull();
            journal.Batches().Last().Batch.ShouldBeSame(refused);
        }
        finally
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            Do(postgres, "DROP DATABASE small WITH (FORCE)");
            Do(postgres, "DROP TABLESPACE small");
        }
    }

    private static JournalException? AppendOrRefuse(IWorldJournal journal, Batch batch)
    {
        try
        {
            journal.Append(batch);
            return null;
        }
        catch (JournalException full)
        {
            return full;
        }
    }

    private static void Do(ThrowAwayPostgres postgres, string order)
    {
        using var connection = new Npgsql.NpgsqlConnection($"Host=127.0.0.1;Port={postgres.Port};Username=gridgov;Database=postgres;Pooling=false");
        connection.Open();
        using var command = new Npgsql.NpgsqlCommand(order, connection);
        command.ExecuteNonQuery();
    }

    private static int Shell(string command)
    {
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardError = true })!;
        shell.WaitForExit();
        return shell.ExitCode;
    }
}
