using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Queue;

namespace GridGov.Twin.Engine.Tests.Queue;

public class QueueOrderTests
{
    // How far ahead the keys of a run lie: from all at one instant to decades.
    private static readonly long[] Spans = [1, 50, 2_000, 600_000, 86_400_000, 15L * 86_400_000, 366L * 86_400_000, 1L << 45];

    [Fact]
    public void The_heap_gives_keys_in_order()
    {
        var chance = ChanceStream.For(1, 1, 1);
        var heap = new KeyHeap();
        var keys = Enumerable.Range(0, 5000).Select(i => new Key(chance.Below(900), (byte)chance.Below(3), (ulong)i)).ToList();
        for (var i = 0; i < keys.Count; i++)
        {
            heap.Push(keys[i], i);
        }

        var expected = keys.OrderBy(k => k.DueMs).ThenBy(k => k.Rank).ToList();
        foreach (var key in expected)
        {
            heap.First.Key.ShouldBe(key);
            keys[heap.First.Slot].ShouldBe(key);
            heap.Pop();
        }

        heap.Count.ShouldBe(0);
    }

    [Fact]
    public void The_wheel_gives_exactly_the_order_of_the_heap()
    {
        for (var seed = 0UL; seed < 400; seed++)
        {
            RunBoth(seed);
        }
    }

    // Pushes and pops at random, with times of many sizes at once and never before the last one popped.
    private static void RunBoth(ulong seed)
    {
        var chance = ChanceStream.For(seed, 2, 1);
        var (wheel, heap) = (new TimingWheel(), new KeyHeap());
        var (now, sequence) = (0L, 0UL);
        var free = new Stack<int>();
        var crowd = 1 + chance.Below(seed % 10 == 0 ? 3000 : 100);
        for (var i = 0; i < 4000; i++)
        {
            var push = heap.Count == 0 || chance.Below(2 * crowd) >= heap.Count;
            if (push)
            {
                var span = Spans[chance.Below(1 + (int)(seed % (ulong)Spans.Length))];
                var key = new Key(now + (long)(chance.Unit() * span), (byte)chance.Below(4), sequence++);
                var slot = free.TryPop(out var old) ? old : heap.Count;
                wheel.Push(key, slot);
                heap.Push(key, slot);
            }
            else
            {
                wheel.Settle().ShouldBeTrue();
                Same(wheel, heap).ShouldBeTrue($"seed {seed}, step {i}: {wheel.First.Key} instead of {heap.First.Key}");
                now = heap.First.Key.DueMs;
                free.Push(heap.First.Slot);
                wheel.Pop();
                heap.Pop();
            }

        }

        List<Entry> all = [];
        wheel.CopyTo(all);
        all.Count.ShouldBe(heap.Count);
        while (heap.Count > 0)
        {
            wheel.Settle().ShouldBeTrue();
            Same(wheel, heap).ShouldBeTrue($"seed {seed}, at the end: {wheel.First.Key} instead of {heap.First.Key}");
            wheel.Pop();
            heap.Pop();
        }

        wheel.Settle().ShouldBeFalse();
    }

    private static bool Same(in TimingWheel wheel, KeyHeap heap) =>
        wheel.First.Key == heap.First.Key && wheel.First.Slot == heap.First.Slot && wheel.Count == heap.Count;
}
