using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Tests.Models;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Engine.Tests.World;

public class OrderTests
{
    [Fact]
    public void Messages_come_by_time_then_priority_then_the_order_they_were_sent_in()
    {
        var chance = ChanceStream.For(4, 1, 1);
        var world = new World<Quiet>(new Quiet(), 1);
        List<(long At, byte Priority, int Word)> sent = [];
        for (var i = 0; i < 3000; i++)
        {
            var (at, priority) = (chance.Below(400) * 500L, (byte)(127 + chance.Below(3)));
            sent.Add((at, priority, i));
            world.Post(Looper.Ping, new Chat(0, i), new Instant(at), priority);
        }

        world.RunUntil(Instant.Never);
        world.Model.Heard.Select(c => c.Word).ShouldBe(sent.OrderBy(s => s.At).ThenBy(s => s.Priority).ThenBy(s => s.Word).Select(s => s.Word));
    }

    [Fact]
    public void What_is_sent_now_waits_for_what_was_due_now_before_and_lets_the_urgent_go_first()
    {
        var world = new World<Relay>(new Relay(), 1);
        world.Post(Looper.Ping, new Chat(0, 1), new Instant(10));
        world.Post(Looper.Ping, new Chat(0, 2), new Instant(10));
        world.Post(Looper.Ping, new Chat(0, 3), new Instant(10), 200);
        world.RunUntil(new Instant(11));

        // 1 and 2 each send an ordinary echo (× 10) and then an urgent one (× 100) at the same instant.
        world.Model.Heard.ShouldBe([1, 100, 2, 200, 10, 20, 3, 300, 30]);
    }

    [Fact]
    public void Running_up_to_a_moment_leaves_what_is_due_at_that_moment()
    {
        var world = new World<Quiet>(new Quiet(), 1);
        world.Post(Looper.Ping, new Chat(0, 1), new Instant(9));
        world.Post(Looper.Ping, new Chat(0, 2), new Instant(10));
        world.RunUntil(new Instant(10));
        (world.Now, world.Handled, world.Pending, world.NextDue()).ShouldBe((new Instant(10), 1, 1, new Instant(10)));
        world.Step().ShouldBeTrue();
        world.Step().ShouldBeFalse();
        world.NextDue().ShouldBe(Instant.Never);
    }

    [Fact]
    public void A_bounded_run_says_whether_it_got_to_its_end()
    {
        var world = new World<Quiet>(new Quiet(), 1);
        for (var i = 0; i < 10; i++)
        {
            world.Post(Looper.Ping, new Chat(0, i), new Instant(i));
        }

        world.RunUntil(new Instant(100), 4).ShouldBeFalse();
        world.Now.ShouldBe(new Instant(3));
        world.RunUntil(new Instant(100), 6).ShouldBeTrue();
        world.Now.ShouldBe(new Instant(100));
    }

    [Fact]
    public void Nothing_is_posted_into_the_past_and_no_run_ends_there()
    {
        var world = new World<Quiet>(new Quiet(), 1);
        world.RunUntil(new Instant(100));
        Should.Throw<ArgumentOutOfRangeException>(() => world.Post(Looper.Ping, new Chat(0, 1), new Instant(99))).ActualValue.ShouldBe(new Instant(99));
        Should.Throw<ArgumentOutOfRangeException>(() => world.RunUntil(new Instant(99)));
    }

    [Fact]
    public void Listeners_hear_every_event_numbered_in_order()
    {
        var world = Chatter.World(10, 3);
        var (one, two) = (new Ear(), new Ear());
        world.Listen(one);
        world.Listen(two);
        world.RunUntil(Instant.Start + Duration.Hours(2));
        one.Heard.Count.ShouldBe((int)world.EventCount);
        one.Heard.Select(e => e.Sequence).ShouldBe(Enumerable.Range(0, one.Heard.Count).Select(i => (long)i));
        one.Heard.Select(e => e.At.Milliseconds).ShouldBeInOrder();
        two.Heard.Count.ShouldBe(one.Heard.Count);

        var deaf = Chatter.World(10, 3);
        deaf.RunUntil(Instant.Start + Duration.Hours(2));
        deaf.EventHash.ShouldBe(world.EventHash);
    }

    private sealed class Ear : IEventListener
    {
        public List<Event> Heard { get; } = [];

        public void On(in Event e) => Heard.Add(e);
    }
}
