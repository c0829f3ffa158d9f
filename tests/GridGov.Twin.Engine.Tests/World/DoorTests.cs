using GridGov.Twin.Engine.Tests.Models;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Engine.Tests.World;

public class DoorTests
{
    [Fact]
    public void A_full_door_refuses_and_gives_no_number_away()
    {
        var door = new Door(2);
        door.TryEnter(Looper.Ping, new Chat(0, 1), Instant.Start, out var first).ShouldBeTrue();
        door.TryEnter(Looper.Ping, new Chat(0, 2), Instant.Start, out var second).ShouldBeTrue();
        door.TryEnter(Looper.Ping, new Chat(0, 3), Instant.Start, out _).ShouldBeFalse();
        (first.Sequence, second.Sequence, door.Sequence, door.Waiting).ShouldBe((0, 1, 2, 2));

        door.Drain(new World<Quiet>(new Quiet(), 1)).ShouldBe(2);
        door.TryEnter(Looper.Ping, new Chat(0, 3), Instant.Start, out var third).ShouldBeTrue();
        third.Sequence.ShouldBe(2);
    }

    [Fact]
    public void Commands_enter_in_order_and_not_before_the_worlds_present()
    {
        var world = new World<Quiet>(new Quiet(), 1);
        var door = new Door(10, 40);
        for (var word = 0; word < 5; word++)
        {
            door.TryEnter(Looper.Ping, new Chat(0, word), new Instant(100), out _);
        }

        world.RunUntil(new Instant(300));
        door.Drain(world).ShouldBe(5);
        world.NextDue().ShouldBe(new Instant(300));
        world.RunUntil(new Instant(301));
        world.Model.Heard.Select(c => c.Word).ShouldBe([0, 1, 2, 3, 4]);
        door.Sequence.ShouldBe(45);
    }

    [Fact]
    public void The_same_inputs_put_in_again_give_the_same_history()
    {
        var live = Chatter.World(5, 6);
        var door = new Door(100);
        List<Input> journal = [];
        for (var minute = 1; minute <= 60; minute++)
        {
            live.RunUntil(Instant.Start + Duration.Minutes(minute));
            door.TryEnter(Chatter.Id(minute % 5), new Chat(1, minute), live.Now, out var input);
            journal.Add(input);
            door.Drain(live);
        }

        var replayed = Chatter.World(5, 6);
        foreach (var input in journal)
        {
            replayed.RunUntil(input.At);
            replayed.Post(input.To, input.Message, input.At);
        }

        live.RunUntil(Instant.Start + Duration.Hours(2));
        replayed.RunUntil(Instant.Start + Duration.Hours(2));
        replayed.StateHash().ShouldBe(live.StateHash());
    }
}
