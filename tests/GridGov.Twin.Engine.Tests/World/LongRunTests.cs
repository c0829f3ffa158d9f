using GridGov.Twin.Engine.Tests.Models;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.Tests.World;

public class LongRunTests
{
    [Fact]
    public void A_long_run_allocates_nothing_and_piles_up_no_messages()
    {
        var world = Mmc.World(10, 0.9, 3);
        world.RunUntil(Instant.Start + Duration.Days(300));
        var before = GC.GetAllocatedBytesForCurrentThread();
        world.RunUntil(Instant.Start + Duration.Days(1300));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
        world.Handled.ShouldBeGreaterThan(4_000_000);
        world.Pending.ShouldBeLessThanOrEqualTo(12);
    }

    [Fact]
    public void Messages_of_cancelled_timers_do_not_pile_up()
    {
        // Every word heard cancels a timer; were the messages kept, the queue would have to grow.
        var world = Chatter.World(30, 9);
        world.RunUntil(Instant.Start + Duration.Days(60));
        var (before, handled) = (GC.GetAllocatedBytesForCurrentThread(), world.Handled);
        world.RunUntil(Instant.Start + Duration.Days(90));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);
        (world.Handled - handled).ShouldBeGreaterThan(100_000);
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
            world.RunUntil(Instant.Start + Duration.Days(batch * 40));
            batches.Add((world.Model.WaitedMs - waited) / (double)(world.Model.Served - served) / Mmc.ServiceMs);
            (waited, served) = (world.Model.WaitedMs, world.Model.Served);
        }

        var mean = batches.Average();
        var error = Math.Sqrt(batches.Sum(b => (b - mean) * (b - mean)) / batches.Count / (batches.Count - 1));
        mean.ShouldBe(0.204590, 3 * error);
        error.ShouldBeLessThan(0.01);
    }

    [Fact]
    public void One_more_grain_leaves_every_other_grains_arrivals_as_they_were()
    {
        var (few, more) = (Sources.World(10, 5), Sources.World(11, 5));
        few.RunUntil(Instant.Start + Duration.Days(1));
        more.RunUntil(Instant.Start + Duration.Days(1));
        for (var i = 0; i < 10; i++)
        {
            few.Model.Announced[i].Count.ShouldBeGreaterThan(100);
            more.Model.Announced[i].ShouldBe(few.Model.Announced[i]);
        }

        more.Model.Announced[10].ShouldNotBe(few.Model.Announced[9]);
    }
}
