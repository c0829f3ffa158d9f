using System.Globalization;
using Xunit.Abstractions;

namespace GridGov.Twin.Journal.Tests.Stores;

/// <summary>Changes single bytes of the file itself, wherever they are: tables, indexes, page heads, unused space.</summary>
public class FileByteTests(ITestOutputHelper output)
{
    private const int Flips = 200;

    [Fact]
    public void A_changed_byte_of_the_file_is_found_or_nothing_that_was_kept_is_different()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var chance = new Random(seed);
        using var db = TestDatabase.Of(TestDatabase.Sqlite, output)!;
        var kept = Fill(db, seed);
        var whole = File.ReadAllBytes(db.Address);
        var (found, harmless) = (0, 0);
        for (var i = 0; i < Flips; i++)
        {
            var place = chance.Next(whole.Length);
            var file = string.Create(CultureInfo.InvariantCulture, $"{db.Address}.{i}");
            var bytes = (byte[])whole.Clone();
            bytes[place] ^= (byte)(1 << chance.Next(8));
            File.WriteAllBytes(file, bytes);
            if (IsRefused(file))
            {
                found++;
                continue;
            }

            harmless++;
            Kept(file).ShouldBe(kept, $"byte {place}");
        }

        output.WriteLine($"{whole.Length} bytes, {Flips} changes: {found} found, {harmless} in places that hold nothing");
        found.ShouldBeGreaterThan(Flips / 10);
    }

    private static bool IsRefused(string file)
    {
        try
        {
            using var store = Journals.OpenToRead(file);
            using var history = store.Read("first-day");
            return history?.Verify(null, CancellationToken.None) is not null || history is null;
        }
        catch (JournalException)
        {
            return true;
        }
    }

    private static string Fill(TestDatabase db, int seed)
    {
        using (var store = Journals.Open(db.Address))
        using (var journal = store.Create(RandomBatches.Genesis()))
        {
            var batches = new RandomBatches(seed);
            for (var i = 0; i < 60; i++)
            {
                journal.Append(batches.Next(journal.Head));
            }

            journal.Save(Recovery.Nobody.Snapshot(3000, 7));
        }

        return Kept(db.Address);
    }

    // Everything anybody can ask for, as text.
    private static string Kept(string file)
    {
        using var store = Journals.OpenToRead(file);
        using var history = store.Read("first-day")!;
        var batches = history.Batches().Select(entry => entry.Batch).ToArray();
        var commands = batches.SelectMany(batch => batch.Commands).ToArray();
        IEnumerable<string> lines =
        [
            history.Genesis.ToString(),
            .. batches.SelectMany(batch => batch.Inputs).Select(input => $"{input.Sequence} {input.At} {input.To} {input.Message.Kind} {input.Message.W0} {input.Message.W3}"),
            .. history.Events(0, int.MaxValue).Select(e => $"{e.Sequence} {e.At} {e.Source} {e.Body.Kind} {e.Body.W0} {e.Body.W3}"),
            .. commands.Select(command => command.ToString()),
            .. commands.Where(command => command.Key is not null).Select(command => history.FindCommand(command.Key!)?.ToString() ?? "lost"),
            .. history.Audit(1, int.MaxValue).Select(entry => entry.ToString()),
            history.NewestSnapshot()?.Snapshot.ContentHash.ToString(CultureInfo.InvariantCulture) ?? "none",
        ];
        return string.Join('\n', lines);
    }
}
