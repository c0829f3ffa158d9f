using GridGov.Twin.Engine.Tests.Models;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Engine.Tests.World;

public class StoppedWorldTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(50_000)]
    public void A_stuck_world_stops_and_names_the_time_and_the_grains(long limit)
    {
        var world = new World<Looper>(new Looper(), 1) { StuckLimit = limit };
        world.Post(Looper.Ping, new Chat(0, 1), Instant.Start + Duration.Hours(2));
        var stuck = Should.Throw<StuckWorldException>(() => world.RunUntil(Instant.Never));
        stuck.Message.ShouldContain("0d 02:00:00.000");
        stuck.Message.ShouldContain("ping (1/1) ");
        stuck.Message.ShouldContain("pong (1/2) ");
        stuck.Message.ShouldContain($"more than {limit} messages at this one instant");
        stuck.Message.ShouldContain("which is a bug, or the scenario is overloaded");
        stuck.At.ShouldBe(Instant.Start + Duration.Hours(2));
        world.Handled.ShouldBe(limit);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void A_delay_that_is_none_stops_the_world_with_the_grains_name(long delayMs)
    {
        var world = new World<Sleeper>(new Sleeper(new Duration(delayMs)), 1);
        world.Post(Looper.Ping, new Chat(0, 1), new Instant(7));
        var failed = Should.Throw<HandlerFailedException>(() => world.RunUntil(Instant.Never));
        failed.Message.ShouldStartWith("sleeper (1/1) failed at 0d 00:00:00.007");
        failed.InnerException.ShouldBeOfType<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void As_many_messages_at_one_instant_as_allowed_do_not_stop_a_world()
    {
        var world = new World<Quiet>(new Quiet(), 1) { StuckLimit = 100 };
        for (var i = 0; i < 200; i++)
        {
            world.Post(Looper.Ping, new Chat(0, 1), new Instant(1000 + (i / 100)));
        }

        world.RunUntil(new Instant(5000));
        world.Handled.ShouldBe(200);
    }

    [Fact]
    public void A_failing_handler_is_named_with_its_message_and_time()
    {
        var world = new World<Looper>(new Looper(), 1);
        world.Post(Looper.Pong, new Chat(0, -1), Instant.Start + Duration.Minutes(3));
        var failed = Should.Throw<HandlerFailedException>(() => world.RunUntil(Instant.Never));
        failed.Message.ShouldBe("pong (1/2) failed at 0d 00:03:00.000 on a message of kind 1: no word for it");
        failed.InnerException.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public void A_stopped_world_is_not_touched_again_until_it_is_restored()
    {
        var world = new World<Looper>(new Looper(), 1);
        var saved = world.Save();
        world.Post(Looper.Pong, new Chat(0, -1), Instant.Start);
        Should.Throw<HandlerFailedException>(() => world.Step());
        Should.Throw<InvalidOperationException>(() => world.Step()).Message.ShouldContain("restore a snapshot");
        Should.Throw<InvalidOperationException>(() => world.Save());
        world.Restore(saved);
        world.Step().ShouldBeFalse();
    }
}
