using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Tests.Models;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Engine.Tests.World;

public class SnapshotTests
{
    private static readonly Instant End = Instant.Start + Duration.Days(1);

    [Fact]
    public void A_world_saved_at_a_hundred_moments_ends_as_the_uninterrupted_one()
    {
        var whole = Chatter.World(12, 5);
        whole.RunUntil(End);

        var world = Chatter.World(12, 5);
        for (var moment = 1; moment <= 100; moment++)
        {
            world.RunUntil(new Instant(End.Milliseconds * moment / 101));
            var saved = Snapshot.Of(world.Save().Bytes.Span);
            world = Chatter.World(3, 99);
            world.Restore(saved);
            world.StateHash().ShouldBe(saved.ContentHash);
        }

        world.RunUntil(End);
        world.EventHash.ShouldBe(whole.EventHash);
        world.StateHash().ShouldBe(whole.StateHash());
        (world.Handled, world.EventCount, world.Pending).ShouldBe((whole.Handled, whole.EventCount, whole.Pending));
    }

    [Fact]
    public void A_fork_ends_as_its_parent_and_leaves_it_untouched()
    {
        var parent = Chatter.World(12, 5);
        parent.RunUntil(new Instant(End.Milliseconds / 3));
        var before = parent.StateHash();
        var fork = parent.Fork(new Chatter(0));
        fork.RunUntil(End);
        parent.StateHash().ShouldBe(before);
        parent.RunUntil(End);
        fork.StateHash().ShouldBe(parent.StateHash());
    }

    [Fact]
    public void A_fork_given_another_input_goes_another_way()
    {
        var parent = Chatter.World(12, 5);
        parent.RunUntil(new Instant(End.Milliseconds / 3));
        var fork = parent.Fork(new Chatter(0));
        fork.Post(Chatter.Id(0), new Chat(0, 1), fork.Now);
        fork.RunUntil(End);
        parent.RunUntil(End);
        fork.EventHash.ShouldNotBe(parent.EventHash);
    }

    [Fact]
    public void Each_changed_byte_of_a_snapshot_is_found()
    {
        var world = Chatter.World(3, 5);
        world.RunUntil(Instant.Start + Duration.Minutes(10));
        var bytes = world.Save().Bytes.ToArray();
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 0x10;
            Should.Throw<FormatException>(() => Snapshot.Of(bytes), $"byte {i}");
            bytes[i] ^= 0x10;
        }

        Should.Throw<FormatException>(() => Snapshot.Of(bytes.AsSpan(0, bytes.Length - 1)));
        Should.Throw<FormatException>(() => Snapshot.Of([])).Message.ShouldContain("0");
    }

    [Fact]
    public void A_snapshot_of_another_model_is_refused_and_the_world_left_as_it_was()
    {
        var echo = new World<Looper>(new Looper(), 5);
        var world = Chatter.World(3, 5);
        world.RunUntil(Instant.Start + Duration.Minutes(10));
        var before = world.StateHash();
        Should.Throw<FormatException>(() => world.Restore(echo.Save()));
        world.StateHash().ShouldBe(before);
    }

    [Fact]
    public void After_a_restore_done_or_refused_the_model_is_reminded_of_every_message_under_way()
    {
        var world = new World<Rememberer>(new Rememberer(), 5);
        foreach (var minute in (int[])[5, 1, 3])
        {
            world.Post(new GrainId(1, minute), new Tick(), Instant.Start + Duration.Minutes(minute));
        }

        world.RunUntil(Instant.Start + Duration.Minutes(2));
        var fork = world.Fork(new Rememberer());
        fork.Model.Recalled.ShouldBe([(3, 3), (5, 5)]);
        fork.RunUntil(Instant.Start + Duration.Minutes(4));
        Should.Throw<FormatException>(() => fork.Restore(Chatter.World(3, 5).Save()));
        fork.Model.Recalled.ShouldBe([(5, 5)]);
        world.Model.Recalled.ShouldBeEmpty();
    }

    private readonly record struct Tick : IMessage
    {
        static ushort IBody.Kind => 1;
    }

    private sealed class Rememberer : IModel
    {
        public List<(long Grain, double Minute)> Recalled { get; } = [];

        public void Handle(GrainId to, in Body message, Turn turn)
        {
        }

        public string NameOf(GrainId grain) => grain.ToString();

        public void Write(SnapshotWriter writer) => writer.Value(77);

        public void Read(SnapshotReader reader)
        {
            Recalled.Clear();
            if (reader.Value<int>() != 77)
            {
                throw new FormatException("not mine");
            }
        }

        public void Recall(GrainId to, in Body message, Instant due) => Recalled.Add((to.Number, due.Milliseconds / 60_000.0));
    }
}
