using System.Collections.Concurrent;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Tests.Stores;
using GridGov.Twin.Journal.Turns;
using Xunit.Abstractions;

namespace GridGov.Twin.Journal.Tests.Turns;

/// <summary>Many silos keep turns at once, and whoever follows sees one order without a gap.</summary>
public class FeedTests(ITestOutputHelper output)
{
    private const int Grains = 24;
    private const long Longest = 40;

    [Theory]
    [OnBothStores]
    public async Task A_follower_sees_every_record_once_and_in_order_while_four_silos_keep_turns(string kind)
    {
        using var world = SharedWorld.On(kind, output);
        if (world is null)
        {
            return;
        }

        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var reader = world.Silo(Grains);
        var (records, turns) = (new List<long>(), new List<GrainTurn>());
        using var stop = new CancellationTokenSource();
        var following = Task.Factory.StartNew(() => Follow(reader, records, turns, stop.Token), TaskCreationOptions.LongRunning);
        var kept = new ConcurrentBag<GrainTurn>();
        var writing = Enumerable.Range(0, 4).Select(silo => (Journal: world.Silo(), silo)).ToArray()
            .Select(one => Task.Factory.StartNew(() => Write(one.Journal, seed, one.silo, kept), TaskCreationOptions.LongRunning)).ToArray();
        await Task.WhenAll(writing);
        await stop.CancelAsync();
        await following;
        records.ShouldBe(Enumerable.Range(1, records.Count).Select(number => (long)number));
        // Two silos may have made the very same turn; it is in once.
        var made = kept.DistinctBy(turn => (turn.Grain, turn.Number)).ToArray();
        turns.Select(turn => (turn.Grain, turn.Number)).ShouldBe(made.Select(turn => (turn.Grain, turn.Number)), ignoreOrder: true);
        foreach (var grain in turns.GroupBy(turn => turn.Grain))
        {
            grain.Select(turn => turn.Number).ShouldBe(Enumerable.Range(1, grain.Count()).Select(number => (long)number));
        }

        turns.SelectMany(turn => turn.Events).Select(e => e.Sequence).ShouldBe(Enumerable.Range(0, turns.Count).Select(number => (long)number));
        reader.Verify(null, CancellationToken.None).ShouldBeNull();
        turns.Count.ShouldBe(Grains + made.Sum(turn => turn.Sends.Count), "nothing is under way any more");
    }

    [Theory]
    [OnBothStores]
    public void A_byte_that_is_changed_in_a_record_of_turns_is_found(string kind)
    {
        using var world = SharedWorld.On(kind, output);
        if (world is null)
        {
            return;
        }

        var journal = world.Silo();
        foreach (var message in journal.Due(Instant.Never, 10))
        {
            journal.Keep([SharedWorld.TurnOf(message, 1)]);
        }

        journal.Verify(null, CancellationToken.None).ShouldBeNull();
        var body = journal.Events(1, 1);
        body.Count.ShouldBe(1);
        world.Database.Do("UPDATE records SET event_hash = event_hash + 1 WHERE number = 2");
        journal.Verify(null, CancellationToken.None).ShouldNotBeNull().Record.ShouldBe(2);
    }

    private static void Follow(ITurnJournal reader, List<long> records, List<GrainTurn> turns, CancellationToken stop)
    {
        for (var isLast = false; ; isLast = stop.IsCancellationRequested)
        {
            foreach (var (record, _, made) in reader.Turns(records.Count + 1))
            {
                records.Add(record);
                turns.AddRange(made);
            }

            if (isLast)
            {
                return;
            }

            reader.WaitForNews(records.Count, TimeSpan.FromSeconds(5), stop);
        }
    }

    // Each silo takes what is due, whoever else may be at it, and makes the grain's next turn as it knows it.
    private static void Write(ITurnJournal journal, int seed, int silo, ConcurrentBag<GrainTurn> kept)
    {
        var random = new Random(seed + silo);
        for (var idle = 0; idle < 3;)
        {
            var due = journal.Due(Instant.Never, 64).OrderBy(_ => random.Next()).Take(random.Next(1, 8)).DistinctBy(message => message.Sent.To).ToArray();
            var turns = due.Select(message => Made(message, journal.TurnsOf(message.Sent.To, 0).Count + 1, seed)).ToArray();
            var fates = journal.Keep(turns);
            for (var i = 0; i < turns.Length; i++)
            {
                if (fates[i] == TurnFate.Kept)
                {
                    kept.Add(turns[i]);
                }
            }

            idle = due.Length == 0 ? idle + 1 : 0;
        }
    }

    // What a turn does depends on its message alone, as a grain's handling does.
    private static GrainTurn Made(UnderWay message, int number, int seed)
    {
        var random = new Random(seed ^ (int)((message.Id.Sender.Packed * 31) + (ulong)message.Id.Turn));
        var more = message.Sent.Due.Milliseconds < Longest ? random.Next(3) : 0;
        return SharedWorld.TurnOf(message, number, [.. Enumerable.Range(0, more).Select(i =>
            SharedWorld.Message(SharedWorld.Of(1 + random.Next(Grains)), message.Sent.Due.Milliseconds + 1 + i))]);
    }
}
