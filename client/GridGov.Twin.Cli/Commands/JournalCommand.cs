using System.CommandLine;
using GridGov.Twin.Cli.Printing;
using GridGov.Twin.Journal;

namespace GridGov.Twin.Cli.Commands;

/// <summary><c>gridgov journal</c>: looks at the journals that live worlds keep, and changes nothing.</summary>
internal static class JournalCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal) => new(
        "journal", "Looks at the journals of live worlds.\nExample: gridgov journal verify --db data/twin.db")
    {
        BuildVerify(terminal), BuildList(terminal),
    };

    private static Command BuildVerify(Terminal terminal)
    {
        var db = Database();
        var world = new Option<string?>("--world") { Description = "only this world (default: all)", HelpName = "NAME" };
        var lang = LangOption.Build();
        var command = new Command(
            "verify", "Goes through the hash chain of every record: intact, or the first broken one.\nExample: gridgov journal verify --db data/twin.db --world first-day")
        {
            db, world, lang,
        };
        command.SetAction(line =>
        {
            var lines = new JournalLines(terminal, LangOption.Read(line, lang));
            using var store = Journals.OpenToRead(line.GetValue(db)!);
            var isIntact = true;
            foreach (var name in Chosen(store, line.GetValue(db)!, line.GetValue(world)))
            {
                using var history = store.Read(name)!;
                var verified = VerifyProgressBar.Watch(history, terminal);
                if (!verified.IsFinished)
                {
                    terminal.Error.WriteLine($"gridgov: stopped while going through {name}; nothing is said about it");
                    return ExitCode.Stopped;
                }

                lines.Verified(history, verified.Fault);
                isIntact &= verified.Fault is null;
            }

            return isIntact ? ExitCode.Ok : ExitCode.Rejected;
        });
        return command;
    }

    private static Command BuildList(Terminal terminal)
    {
        var db = Database();
        var lang = LangOption.Build();
        var command = new Command("list", "Lists the worlds that keep a journal.\nExample: gridgov journal list --db data/twin.db") { db, lang };
        command.SetAction(line =>
        {
            using var store = Journals.OpenToRead(line.GetValue(db)!);
            new JournalLines(terminal, LangOption.Read(line, lang)).List(store);
            return ExitCode.Ok;
        });
        return command;
    }

    private static Option<string> Database() => new("--db")
    {
        Description = "the database: a SQLite file, or postgres://user:password@host:port/database",
        HelpName = "DB",
        Required = true,
    };

    private static string[] Chosen(IJournalStore store, string db, string? wanted)
    {
        string[] worlds = [.. store.Worlds().Select(world => world.World)];
        if (wanted is null)
        {
            return worlds.Length > 0 ? worlds : throw GivenText.Rejected("--db", db, "a database with a world in it", "no world keeps a journal there");
        }

        var expected = worlds.Length > 0 ? $"one of {string.Join(", ", worlds)}" : "nothing: no world keeps a journal there";
        return worlds.Contains(wanted) ? [wanted] : throw GivenText.Rejected("--world", wanted, expected, "no such world");
    }
}
