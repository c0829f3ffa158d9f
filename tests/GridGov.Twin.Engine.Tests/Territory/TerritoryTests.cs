using GridGov.Twin.Benchmarks.Territory;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.Tests.Territory;

/// <summary>The benchmark's two ways of computing the territory-dispatch problem: what they count is only worth comparing if they agree.</summary>
public class TerritoryTests
{
    private const int Days = 20;

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void The_world_and_the_loop_written_by_hand_agree_to_the_millisecond(ulong seed)
    {
        var tally = World(seed, 60).Tally;
        Loop(new KeyedFate(seed), 60).ShouldBe(tally);
        tally.Events.ShouldBeGreaterThan(400_000);
        tally.ShiftChanges.ShouldBe((60 * Town.Officers) - Town.Areas);
    }

    [Fact]
    public void The_loop_with_one_stream_of_chance_waits_and_counts_as_the_world_does()
    {
        var worlds = Enumerable.Range(1, 24).Select(seed => World((ulong)seed, Days).Tally).ToArray();
        var loops = Enumerable.Range(1, 24).Select(seed => Loop(new OneStreamFate((ulong)seed), Days)).ToArray();
        Agree(tally => tally.Arrived);
        Agree(tally => tally.Events);
        Agree(tally => tally.Begun.First.MeanMinutes);
        Agree(tally => tally.Begun.Second.MeanMinutes);
        Agree(tally => tally.Begun.Third.MeanMinutes);
        Agree(tally => tally.Taken.First.MeanMinutes);
        Agree(tally => tally.Taken.Second.MeanMinutes);
        Agree(tally => tally.Taken.Third.MeanMinutes);

        // Independent replications: the difference of the means has the sum of their variances.
        void Agree(Func<Tally, double> figure)
        {
            var (world, loop) = (Mean(worlds, figure), Mean(loops, figure));
            world.Value.ShouldBe(loop.Value, 3 * Math.Sqrt(world.Variance + loop.Variance));
            Math.Sqrt(world.Variance).ShouldBeLessThan(0.08 * world.Value);
        }
    }

    [Fact]
    public void The_town_is_as_busy_as_the_problem_says()
    {
        var tally = World(7, 100).Tally;
        ((double)tally.Arrived).ShouldBe(200_000, 3 * Math.Sqrt(200_000));
        Share(tally.PassedOn, tally.Ended, Town.PassedOn);
        Share(tally.Begun.First.Count, tally.Begun.Count, Town.UpToFirst);
        Share(tally.Begun.Second.Count, tally.Begun.Count, Town.UpToSecond - Town.UpToFirst);
        (tally.Arrived - tally.Ended).ShouldBeInRange(0, 200);
        (tally.PassedOn - tally.Done).ShouldBeInRange(0, 200);
        tally.Begun.First.MeanMinutes.ShouldBeLessThan(tally.Begun.Second.MeanMinutes);
        tally.Begun.Second.MeanMinutes.ShouldBeLessThan(tally.Begun.Third.MeanMinutes);

        static void Share(long part, long whole, double share) =>
            (part / (double)whole).ShouldBe(share, 3 * Math.Sqrt(share * (1 - share) / whole));
    }

    [Fact]
    public void The_same_seed_gives_the_same_hash_and_another_seed_another()
    {
        World(7, Days).Hash.ShouldBe(World(7, Days).Hash);
        World(8, Days).Hash.ShouldNotBe(World(7, Days).Hash);
    }

    [Fact]
    public void A_town_saved_and_read_back_ends_as_the_uninterrupted_one()
    {
        var whole = TerritoryModel.World(7);
        var world = TerritoryModel.World(7);
        world.RunUntil(Instant.Start + Duration.Days(3));
        var saved = world.Save();
        world.RunUntil(Instant.Start + Duration.Days(5));
        world.Restore(saved);
        world.RunUntil(Instant.Start + Duration.Days(Days));
        whole.RunUntil(Instant.Start + Duration.Days(Days));
        world.StateHash().ShouldBe(whole.StateHash());
        world.Model.Tally.ShouldBe(whole.Model.Tally);
    }

    [Fact]
    public void Whoever_relieves_an_officer_is_on_duty_in_his_cells_when_his_shift_ends()
    {
        for (var officer = 0; officer < Town.Officers; officer++)
        {
            var cell = officer * Town.CellsPerOfficer;
            var end = Town.FirstShiftEndMs(officer);
            Town.OnDuty(cell, end - 1).ShouldBe(officer);
            Town.OnDuty(cell, end).ShouldBe(Town.Relief(officer));
            Town.OnDuty(cell, end + Town.DayMs).ShouldBe(Town.Relief(officer));
        }
    }

    [Fact]
    public void Neighbouring_places_of_the_lattice_are_one_walk_apart()
    {
        for (var cell = 1; cell < Town.Cells; cell++)
        {
            Town.WalkMs(cell - 1, cell).ShouldBe(Town.WalkMsPerCell);
        }

        Town.WalkMs(0, Town.Side).ShouldBe(Town.WalkMsPerCell * Town.Side);
        Town.WalkMs(0, (2 * Town.Side) - 1).ShouldBe(Town.WalkMsPerCell);
    }

    private static (Tally Tally, ulong Hash) World(ulong seed, int days)
    {
        var world = TerritoryModel.World(seed);
        world.RunUntil(Instant.Start + Duration.Days(days));
        return (world.Model.Tally, world.EventHash);
    }

    private static Tally Loop<TFate>(TFate fate, int days)
        where TFate : struct, IFate
    {
        var loop = new TerritoryLoop<TFate>(fate);
        loop.RunUntil(days * Town.DayMs);
        return loop.Tally;
    }

    // The mean over replications and that mean's own variance.
    private static (double Value, double Variance) Mean(Tally[] tallies, Func<Tally, double> figure)
    {
        var values = tallies.Select(figure).ToArray();
        var mean = values.Average();
        return (mean, values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1) / values.Length);
    }
}
