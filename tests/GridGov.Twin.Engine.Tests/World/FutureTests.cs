using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Tests.Models;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.Tests.World;

public class FutureTests
{
    private static readonly Instant Parting = Instant.Start + Duration.Hours(8);
    private static readonly Instant End = Instant.Start + Duration.Days(1);

    [Fact]
    public void A_world_from_which_nothing_is_withdrawn_goes_on_as_before()
    {
        var (whole, parted) = (Chatter.World(12, 5), Chatter.World(12, 5));
        whole.RunUntil(End);
        parted.RunUntil(Parting);
        parted.Withdraw((GrainId _, in Body _, Instant _) => false).ShouldBe(0);
        parted.Reseed(5);
        parted.RunUntil(End);
        (parted.EventHash, parted.StateHash()).ShouldBe((whole.EventHash, whole.StateHash()));
    }

    [Fact]
    public void Withdrawn_messages_never_come_and_their_timers_have_ended()
    {
        var world = Chatter.World(12, 5);
        world.RunUntil(Parting);
        var before = world.Pending;
        var withdrawn = world.Withdraw((GrainId _, in Body message, Instant _) => message.Kind == Wake.Kind);
        withdrawn.ShouldBeInRange(1, before);
        world.Pending.ShouldBe(before - withdrawn);
        var handled = world.Handled;
        world.Withdraw((GrainId _, in Body _, Instant _) => true).ShouldBe(before - withdrawn);
        world.RunUntil(End);
        (world.Handled, world.Pending, world.NextDue()).ShouldBe((handled, 0, Instant.Never));
    }

    [Fact]
    public void What_a_world_withdraws_is_withdrawn_from_its_snapshots_too()
    {
        var world = Chatter.World(12, 5);
        world.RunUntil(Parting);
        world.Withdraw((GrainId to, in Body _, Instant due) => to.Number % 2 == 0 && due > Parting + Duration.Minutes(1));
        world.Reseed(99);
        var restored = Chatter.World(3, 1);
        restored.Restore(world.Save());
        restored.Seed.ShouldBe(99UL);
        world.RunUntil(End);
        restored.RunUntil(End);
        (restored.EventHash, restored.StateHash()).ShouldBe((world.EventHash, world.StateHash()));
    }
}
