using System.Diagnostics;
using System.Globalization;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Tests.Stores;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// Durable commands per second through the journal (each with its input, an event, its answer, its key, its audit entry and the chain), so many in
/// a group commit, against plain inserts of as many bytes, as many in a transaction. By the wall clock, for the disk is what is waited for.
/// </summary>
internal sealed class JournalBenchmark : IBenchmark
{
    private const int Rounds = 5;

    private long _keys;

    public string Name => "journal";

    public string What => "durable commands/s in groups of 1, 10, 100, 1,000 against plain inserts of the same bytes, on SQLite and PostgreSQL";

    public void Run(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("gridgov-benchmark-").FullName;
        try
        {
            var plainFile = Path.Combine(folder, "plain.db");
            Contend(output, "SQLite", Path.Combine(folder, "twin.db"), PlainInserts.IntoSqlite(plainFile));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        using var server = new ThrowAwayPostgres();
        if (server.WhyNot is { } reason)
        {
            output.WriteLine(reason);
            return;
        }

        Contend(output, "PostgreSQL", server.Address(server.NewDatabase()), PlainInserts.IntoPostgres(server.NewDatabase(), server.Port));
    }

    private void Contend(TextWriter output, string kind, string db, PlainInserts plain)
    {
        using var store = Journals.Open(db);
        using var journal = store.Create(new Genesis("benchmark", "live", "none", 1, 1, DateTimeOffset.UnixEpoch));
        using (plain)
        {
            foreach (var (group, groups) in new[] { (1, 300), (10, 200), (100, 60), (1000, 10) })
            {
                var bytes = new byte[WrittenRecords.BytesOf(Group(journal.Head, group)) / group];
                var (ours, theirs) = (new List<double>(), new List<double>());
                for (var round = -1; round < Rounds; round++)
                {
                    var (mine, other) = (Seconds(groups, () => journal.Append(Group(journal.Head, group))), Seconds(groups, () => plain.Commit(bytes, group)));
                    if (round >= 0)
                    {
                        ours.Add(mine);
                        theirs.Add(other);
                    }
                }

                var count = (double)group * groups;
                var (journaled, inserted) = (count / Figures.Median(ours), count / Figures.Median(theirs));
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{kind,-10} groups of {group,5}   journal {journaled,9:#,0} commands/s   plain {inserted,9:#,0} rows/s of {bytes.Length} bytes   ratio {journaled / inserted:0.00}"));
            }
        }

        var head = journal.Head;
        var verified = Seconds(1, () => _ = journal.Verify(null, CancellationToken.None) is null ? 0 : throw new InvalidOperationException("the journal is broken"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kind,-10} verified {head.Records:#,0} records with {head.Inputs:#,0} commands in {verified:0.0} s: {head.Inputs / verified:#,0} commands/s"));
    }

    private Batch Group(JournalHead head, int group)
    {
        var inputs = new Input[group];
        var events = new Event[group];
        var commands = new CommandRecord[group];
        for (var i = 0; i < group; i++)
        {
            var body = new Body { Kind = 7, W0 = (ulong)_keys, W1 = 12, W2 = 1UL << 40 };
            inputs[i] = new Input(head.Inputs + i, head.Now, new GrainId(3, _keys % 5000), body);
            events[i] = new Event { At = head.Now, Sequence = head.Events + i, Source = new GrainId(3, _keys % 5000), Body = body };
            commands[i] = new CommandRecord(
                head.Inputs + i, 1, "operator 12", "dispatch", "case 000123", DateTimeOffset.UnixEpoch, string.Create(CultureInfo.InvariantCulture, $"4f1c9a32-77b0-4e1c-{_keys++:000000000000}"),
                (ulong)_keys * 0x9E37_79B9_7F4A_7C15, """{"moved":true,"state":"handling","version":12}""");
        }

        return new Batch(head.Now, head.Now + new Duration(1), inputs, events, (ulong)_keys, commands);
    }

    private static double Seconds(int groups, Action work)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < groups; i++)
        {
            work();
        }

        return clock.Elapsed.TotalSeconds;
    }
}
