using System.Diagnostics;
using System.Globalization;
using GridGov.Twin.Journal.Tests.Stores;
using Xunit.Abstractions;

namespace GridGov.Twin.Journal.Tests.Crash;

/// <summary>Kills a writing process at random moments, again and again; GRIDGOV_ALL_CRASHES=1 makes it a hundred times.</summary>
public class CrashTests(ITestOutputHelper output)
{
    private const string World = "crash";

    private static int Rounds => Environment.GetEnvironmentVariable("GRIDGOV_ALL_CRASHES") == "1" ? 100 : 10;

    [Theory]
    [OnBothStores]
    public void Nothing_acknowledged_is_lost_and_nothing_is_there_twice_after_kill_9(string kind)
    {
        using var db = TestDatabase.Of(kind, output);
        if (db is null)
        {
            return;
        }

        var chance = new Random(20_250_301);
        var (acknowledged, unacknowledged) = (0L, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var heard = KilledAfter(db.Address, chance.Next(5, 250));
            acknowledged += heard.Count;
            unacknowledged += Check(db, heard);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kind}: {Rounds} kills, {acknowledged} acknowledged, {unacknowledged} times one more was in"));
        acknowledged.ShouldBeGreaterThan(Rounds);
    }

    private static int Check(TestDatabase db, List<long> heard)
    {
        using var store = Journals.Open(db.Address);
        using var journal = store.Read(World).ShouldNotBeNull();
        journal.Verify(null, CancellationToken.None).ShouldBeNull();
        var keys = journal.Batches().SelectMany(entry => entry.Batch.Commands).Select(command => command.Key!).ToArray();
        // Commands are numbered from 0 without a gap: each once, and in order.
        keys.ShouldBe(Enumerable.Range(0, keys.Length).Select(i => string.Create(CultureInfo.InvariantCulture, $"key-{i}")));
        journal.Head.Inputs.ShouldBe(keys.Length);
        if (heard.Count == 0)
        {
            return 0;
        }

        (keys.Length - 1 - heard[^1]).ShouldBeInRange(0, 1);
        return (int)(keys.Length - 1 - heard[^1]);
    }

    private static List<long> KilledAfter(string address, int milliseconds)
    {
        using var child = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(CrashTests).Assembly.Location, address, World])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            child.StandardOutput.ReadLine().ShouldBe("ready");
            Task.Delay(milliseconds).ContinueWith(_ => child.Kill(), TaskScheduler.Default);
            var heard = new List<long>();
            while (child.StandardOutput.ReadLine() is { } line)
            {
                // A line is one small write to a pipe, so it is heard whole or not at all.
                heard.Add(long.Parse(line, CultureInfo.InvariantCulture));
            }

            return heard;
        }
        finally
        {
            child.Kill();
            child.WaitForExit();
        }
    }
}
