using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Tests.Models;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.Tests.World;

public class LongRunTests
{
    [Fact]
    public void A_long_run_neither_allocates_nor_piles_up_messages()
    {
        var world = Mmc.World(10, 0.9, 3);
        world.RunUntil(Instant.Start + Duration.Days(30));
        var before = GC.GetAllocatedBytesForCurrentThread();
        world.RunUntil(Instant.Start + Duration.Days(3000));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(100_000);
        world.Handled.ShouldBeGreaterThan(10_000_000 / 10);
        world.Pending.ShouldBeLessThanOrEqualTo(12);
    }

    [Fact]
    public void Cancelled_timers_are_dropped_when_they_are_due()
    {
        // Every word heard cancels a timer of five minutes: a day later there are no more pending messages than after an hour.
        var world = Chatter.World(30, 9);
        world.RunUntil(Instant.Start + Duration.Hours(1));
        world.Post(Chatter.Id(0), new Chat(0, 1), world.Now);
        world.Save().Bytes.Length.ShouldBeGreaterThan(0);
        world.RunUntil(Instant.Start + Duration.Days(90));
        var after = world.Pending;
        world.RunUntil(Instant.Start + Duration.Days(180));
        ((double)world.Pending).ShouldBe(after, after * 0.2);
    }

    [Fact]
    public void A_desk_of_many_servers_waits_as_Erlang_C_says()
    {
        // Field: c = 10, a = 8 gives a mean wait of 0.204590 service times. Batches give the error of the mean.
        var world = Mmc.World(10, 0.8, 21);
        List<double> batches = [];
        var (waited, served) = (0L, 0L);
        for (var batch = 1; batch <= 40; batch++)
        {
            world.RunUntil(Instant.Start + Duration.Days(batch * 150));
            batches.Add((world.Model.WaitedMs - waited) / (double)(world.Model.Served - served) / Mmc.ServiceMs);
            (waited, served) = (world.Model.WaitedMs, world.Model.Served);
        }

        var mean = batches.Average();
        var error = Math.Sqrt(batches.Sum(b => (b - mean) * (b - mean)) / batches.Count / (batches.Count - 1));
        mean.ShouldBe(0.204590, 3 * error);
        error.ShouldBeLessThan(0.01);
    }

    [Fact]
    public void One_more_grain_leaves_every_other_grains_chance_as_it_was()
    {
        var (few, many) = (ChanceStream.For(5, Chatter.Id(3), 1), ChanceStream.For(5, Chatter.Id(3), 1));
        var (small, large) = (Chatter.World(10, 5), Chatter.World(11, 5));
        small.RunUntil(Instant.Start + Duration.Hours(1));
        large.RunUntil(Instant.Start + Duration.Hours(1));
        for (var i = 0; i < 1000; i++)
        {
            many.Bits().ShouldBe(few.Bits());
        }

        large.EventHash.ShouldNotBe(small.EventHash);
    }
}
