using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal;
using Microsoft.Data.Sqlite;

namespace GridGov.Twin.Cli.Tests;

public class JournalCommandTests
{
    [Fact]
    public void An_intact_journal_says_so_with_what_it_holds()
    {
        using var folder = new TempFolder();
        var db = Filled(folder, "first-day", "second");
        var said = CommandLine.Run("journal", "verify", "--db", db, "--lang", "en");
        said.Code.ShouldBe(0);
        said.Error.ShouldBeEmpty();
        said.Out.ShouldBe("first-day: intact · records 3 · inputs 0 · events 0 · until day 2 02:03:00\nsecond: intact · records 3 · inputs 0 · events 0 · until day 2 02:03:00\n");
        CommandLine.Run("journal", "verify", "--db", db, "--world", "second", "--lang", "zh").Out.ShouldStartWith("second: 完好 · 记录 3");
    }

    [Fact]
    public void A_broken_journal_names_the_first_broken_record_and_ends_with_2()
    {
        using var folder = new TempFolder();
        var db = Filled(folder, "first-day", "second");
        Change(db, "UPDATE records SET event_hash = 9 WHERE world = 'first-day' AND number = 2");
        var said = CommandLine.Run("journal", "verify", "--db", db, "--lang", "en");
        said.Code.ShouldBe(2);
        said.Out.ShouldContain("first-day: broken: record 2: its columns do not agree with its body");
        said.Out.ShouldContain("second: intact");
        CommandLine.Run("journal", "verify", "--db", db, "--world", "second").Code.ShouldBe(0);
    }

    [Fact]
    public void The_worlds_are_listed()
    {
        using var folder = new TempFolder();
        var said = CommandLine.Run("journal", "list", "--db", Filled(folder, "first-day", "second"), "--lang", "en");
        said.Code.ShouldBe(0);
        said.Out.ShouldContain("second");
        said.Out.ShouldContain("scenarios/first-day");
        said.Out.ShouldContain("worlds 2");
    }

    [Fact]
    public void What_is_no_journal_is_refused_and_nothing_is_made()
    {
        using var folder = new TempFolder();
        var missing = CommandLine.Run("journal", "verify", "--db", folder.Path("nowhere.db"));
        (missing.Code, missing.Out).ShouldBe((2, ""));
        missing.Error.ShouldContain("nowhere.db: there is no such file");
        CommandLine.Run("journal", "list", "--db", folder.Path("nowhere.db")).Code.ShouldBe(2);
        folder.Names().ShouldBeEmpty();

        var text = CommandLine.Run("journal", "verify", "--db", folder.Write("a.db", string.Concat(Enumerable.Repeat("no database ", 100))));
        text.Code.ShouldBe(2);
        text.Error.ShouldContain("no database");

        var world = CommandLine.Run("journal", "verify", "--db", Filled(folder, "first-day"), "--world", "first-dya");
        world.Code.ShouldBe(2);
        world.Error.ShouldContain("no such world (found 'first-dya', expected one of first-day)");
    }

    [Fact]
    public void A_wish_to_stop_is_followed()
    {
        using var folder = new TempFolder();
        CommandLine.Run(new CancellationToken(canceled: true), "journal", "verify", "--db", Filled(folder, "first-day")).Code.ShouldBe(130);
    }

    private static string Filled(TempFolder folder, params string[] worlds)
    {
        var db = folder.Path("twin.db");
        using var store = Journals.Open(db);
        foreach (var world in worlds)
        {
            using var journal = store.Create(new Genesis(world, "live", "scenarios/first-day", 1, 7, DateTimeOffset.UnixEpoch));
            for (var i = 0; i < 3; i++)
            {
                var to = journal.Head.Now + Duration.Minutes((8 * 60) + 41);
                journal.Append(new Batch(journal.Head.Now, to, [], [], (ulong)i, []));
            }
        }

        return db;
    }

    private static void Change(string db, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={db};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
