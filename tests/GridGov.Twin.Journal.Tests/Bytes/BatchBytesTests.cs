using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Bytes;
using GridGov.Twin.Journal.Tests.Stores;
using Xunit.Abstractions;

namespace GridGov.Twin.Journal.Tests.Bytes;

public class BatchBytesTests(ITestOutputHelper output)
{
    [Fact]
    public void A_thousand_random_batches_are_read_as_they_were_written()
    {
        var seed = Seed();
        var batches = new RandomBatches(seed);
        var chance = new Random(seed);
        for (var i = 0; i < 1000; i++)
        {
            var (bytes, batch, head) = Written(batches, chance);
            BatchBytes.Read(bytes, batch.Commands, out var firstInput, out var firstEvent).ShouldBeSame(batch);
            (firstInput, firstEvent).ShouldBe((head.Inputs, head.Events));
        }
    }

    [Fact]
    public void Damaged_bytes_are_refused_or_are_the_one_spelling_of_another_batch()
    {
        var seed = Seed();
        var batches = new RandomBatches(seed);
        var chance = new Random(seed);
        var refused = 0;
        for (var i = 0; i < 5000; i++)
        {
            var (bytes, _, _) = Written(batches, chance);
            var damaged = Damage(bytes, chance);
            try
            {
                var read = BatchBytes.Read(damaged, [], out var firstInput, out var firstEvent);
                BatchBytes.Write(read, firstInput, firstEvent).ShouldBe(damaged);
            }
            catch (JournalException fault)
            {
                fault.Problem.ShouldBe(JournalProblem.Damaged);
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void A_count_that_cannot_be_true_is_refused_before_memory_is_taken_for_it()
    {
        var writer = new ByteWriter();
        writer.Byte(1);
        writer.Signed(0);
        writer.Varint(1);
        writer.Word(0);
        writer.Varint(0);
        writer.Varint(2_000_000_000);
        var bytes = writer.Written.ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<JournalException>(() => BatchBytes.Read(bytes, [], out _, out _)).Message.ShouldContain("2000000000 things");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void A_version_of_tomorrow_is_refused()
    {
        var bytes = BatchBytes.Write(new Batch(Instant.Start, Instant.Start, [], [], 0, []), 0, 0);
        bytes[0]++;
        Should.Throw<JournalException>(() => BatchBytes.Read(bytes, [], out _, out _)).Message.ShouldContain("version 2");
    }

    private static (byte[] Bytes, Batch Batch, JournalHead Head) Written(RandomBatches batches, Random chance)
    {
        var head = new JournalHead(0, chance.NextInt64(1L << 40), chance.NextInt64(1L << 40), new Instant(chance.NextInt64(1L << 45)), 0, []);
        var batch = batches.Next(head, 12);
        return (BatchBytes.Write(batch, head.Inputs, head.Events), batch, head);
    }

    private static byte[] Damage(byte[] bytes, Random chance)
    {
        switch (chance.Next(3))
        {
            case 0:
                return bytes[..chance.Next(bytes.Length)];
            case 1:
                return [.. bytes, (byte)chance.Next(256)];
            default:
                bytes[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));
                return bytes;
        }
    }

    private int Seed()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        return seed;
    }
}
