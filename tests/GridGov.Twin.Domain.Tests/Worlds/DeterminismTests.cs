using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Tests.Worlds;

public class DeterminismTests
{
    private static readonly Instant EndOfDay = Instant.Start + Duration.Days(1);
    private static readonly Instant EndOfThreeDays = Instant.Start + Duration.Days(3);

    public static TheoryData<int> EveryTown => [.. Enumerable.Range(0, Towns.All.Length)];

    [Theory]
    [MemberData(nameof(EveryTown))]
    public void The_same_seed_gives_the_same_history_and_another_seed_another(int town)
    {
        var (one, same, other) = (World(town, 7), World(town, 7), World(town, 8));
        Array.ForEach([one, same, other], world => world.RunUntil(EndOfThreeDays));
        same.EventHash.ShouldBe(one.EventHash);
        same.StateHash().ShouldBe(one.StateHash());
        other.EventHash.ShouldNotBe(one.EventHash);
        other.StateHash().ShouldNotBe(one.StateHash());
        one.EventCount.ShouldBeGreaterThan(500);
    }

    [Theory]
    [MemberData(nameof(EveryTown))]
    public void A_day_forked_at_twenty_random_moments_ends_every_time_as_the_day_that_was_not(int town)
    {
        // Five towns: a hundred forks in all.
        var whole = World(town, 3);
        whole.RunUntil(EndOfDay);
        var parent = World(town, 3);
        foreach (var moment in RandomMoments(town, 20))
        {
            parent.RunUntil(moment);
            var fork = parent.Fork(new DistrictModel(parent.Model.Setting));
            fork.StateHash().ShouldBe(parent.StateHash());
            fork.RunUntil(EndOfDay);
            fork.EventHash.ShouldBe(whole.EventHash, $"forked at {moment}");
            fork.StateHash().ShouldBe(whole.StateHash(), $"forked at {moment}");
        }

        parent.RunUntil(EndOfDay);
        parent.StateHash().ShouldBe(whole.StateHash());
    }

    [Theory]
    [MemberData(nameof(EveryTown))]
    public void A_world_brought_back_from_stored_bytes_goes_on_as_if_nothing_had_been(int town)
    {
        var whole = World(town, 5);
        whole.RunUntil(EndOfThreeDays);
        foreach (var moment in RandomMoments(town, 4))
        {
            var saved = World(town, 5);
            saved.RunUntil(moment);
            byte[] stored = saved.Save().Bytes.ToArray();

            // Into a world that has lived, so that nothing of its own life may stay behind.
            var restored = World(town, 99);
            restored.RunUntil(EndOfDay);
            restored.Restore(Snapshot.Of(stored));
            restored.StateHash().ShouldBe(saved.StateHash());
            restored.RunUntil(EndOfThreeDays);
            restored.EventHash.ShouldBe(whole.EventHash, $"saved at {moment}");
            restored.StateHash().ShouldBe(whole.StateHash(), $"saved at {moment}");
        }
    }

    [Theory]
    [MemberData(nameof(EveryTown))]
    public void A_world_people_steer_comes_to_the_same_end_from_its_inputs_whatever_is_restored_or_forked_on_the_way(int town)
    {
        var (live, random) = (World(town, 13), new Random(town));
        var controls = new Controls(live, town);
        foreach (var moment in RandomMoments(town, 60))
        {
            controls.TryAnything(moment, 4);
        }

        live.RunUntil(EndOfThreeDays);
        var brokenOff = 0;
        var again = World(town, 13);
        foreach (var inputs in controls.Inputs.GroupBy(input => input.At))
        {
            again.RunUntil(inputs.Key);
            foreach (var input in inputs)
            {
                again.Post(input.To, input.Message, input.At);
            }

            // In the middle of the instant, too.
            again.RunUntil(inputs.Key + new Duration(1), random.Next(1, 40));
            brokenOff += BrokenOff(again);
            again = Elsewhere(again, town, random);
        }

        again.RunUntil(EndOfThreeDays);
        again.EventHash.ShouldBe(live.EventHash);
        again.StateHash().ShouldBe(live.StateHash());
        brokenOff.ShouldBeGreaterThan(0, "jobs broken off whose end was still to come when the world was saved");
    }

    [Theory]
    [MemberData(nameof(EveryTown))]
    public void How_a_run_is_cut_into_pieces_changes_nothing(int town)
    {
        var (whole, pieces, steps) = (World(town, 11), World(town, 11), World(town, 11));
        whole.RunUntil(EndOfThreeDays);
        var random = new Random(town);
        while (pieces.Now < EndOfThreeDays)
        {
            var next = pieces.Now + new Duration(random.Next(1, 7_200_000));
            pieces.RunUntil(next < EndOfThreeDays ? next : EndOfThreeDays);
        }

        while (!steps.RunUntil(EndOfThreeDays, random.Next(1, 1000)))
        {
        }

        pieces.EventHash.ShouldBe(whole.EventHash);
        pieces.StateHash().ShouldBe(whole.StateHash());
        steps.EventHash.ShouldBe(whole.EventHash);
        steps.StateHash().ShouldBe(whole.StateHash());
    }

    [Theory]
    [MemberData(nameof(EveryTown))]
    public void One_more_officer_another_policy_or_fewer_at_the_desks_change_no_arrival(int town)
    {
        var asItIs = Arrivals(Build(town));
        asItIs.Count.ShouldBeGreaterThan(80);
        Arrivals(Build(town).Officer([4, 5], patrols: true)).ShouldBe(asItIs);
        Arrivals(Build(town).People(Town.Hotline, 1).People(Town.Acceptors, 1).People(Town.FirstDepartment, 1)).ShouldBe(asItIs);
        foreach (var policy in Enum.GetValues<DispatchPolicy>())
        {
            Arrivals(Build(town).Policy(policy)).ShouldBe(asItIs);
        }
    }

    [Fact]
    public void Worlds_that_share_a_setting_on_two_threads_run_as_they_run_alone()
    {
        var setting = Build(1).Setting;
        ulong[] seeds = [1, 2, 3, 4, 5, 6];
        var alone = seeds.Select(seed => Hash(Beginning.NewWorld(Build(1).Setting, seed))).ToArray();
        var together = new ulong[seeds.Length];
        Parallel.For(0, seeds.Length, i => together[i] = Hash(Beginning.NewWorld(setting, seeds[i])));
        together.ShouldBe(alone);
    }

    // The same world, brought back from its bytes into one that has lived another life, or forked.
    private static World<DistrictModel> Elsewhere(World<DistrictModel> world, int town, Random random)
    {
        if (random.Next(2) == 0)
        {
            return world.Fork(new DistrictModel(world.Model.Setting));
        }

        var other = World(town, 99);
        other.RunUntil(Instant.Start + Duration.Hours(10));
        other.Restore(Snapshot.Of(world.Save().Bytes.ToArray()));
        return other;
    }

    private static int BrokenOff(World<DistrictModel> world)
    {
        var count = 0;
        foreach (var desk in world.Model.Desks)
        {
            count += desk.BrokenOff.Count;
        }

        return count;
    }

    private static List<string> Arrivals(Town town)
    {
        var world = town.World(21);
        var heard = new Heard(IncidentStarted.Kind);
        world.Listen(heard);
        world.RunUntil(EndOfThreeDays);

        // Everything but the event's place in the history, which other events share: when, which incident, and its bytes.
        return [.. heard.Events.Select(e => $"{e.At.Milliseconds} {e.Source} {e.Body.W0:X16}{e.Body.W1:X16}{e.Body.W2:X16}{e.Body.W3:X16}")];
    }

    private static ulong Hash(World<DistrictModel> world)
    {
        world.RunUntil(EndOfThreeDays);
        return world.EventHash;
    }

    private static Instant[] RandomMoments(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Instant(random.NextInt64(EndOfDay.Milliseconds))).Order()];
    }

    private static Town Build(int town) => Towns.All[town].Build();

    private static World<DistrictModel> World(int town, ulong seed) => Build(town).World(seed);
}
