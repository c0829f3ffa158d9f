using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Tests.Stores;
using GridGov.Twin.Journal.Turns;
using Xunit.Abstractions;

namespace GridGov.Twin.Journal.Tests.Turns;

public class TurnJournalTests(ITestOutputHelper output)
{
    [Theory]
    [OnBothStores]
    public void A_turn_takes_its_message_away_and_puts_what_it_sent_under_way(string kind) => Try(kind, world =>
    {
        var journal = world.Silo();
        var first = journal.Due(Instant.Never, 1)[0];
        journal.Keep([SharedWorld.TurnOf(first, 1, SharedWorld.Message(SharedWorld.Of(2), 2), SharedWorld.Message(SharedWorld.Of(9), 1, priority: 0))])
            .ShouldBe([TurnFate.Kept]);
        journal.Due(Instant.Never, 10).Select(message => (message.Sent.To.Number, message.Sent.Due.Milliseconds)).ShouldBe([(9, 1), (2, 2), (2, 2), (3, 3)]);
        journal.WaitingFor(SharedWorld.Of(2)).Select(message => message.Id.Sender).ShouldBe([GrainId.None, SharedWorld.Of(1)]);
        journal.NextDue().ShouldBe(new Instant(1));
        journal.Events(0, 10).Select(e => e.Source).ShouldBe([SharedWorld.Of(1)]);
    });

    [Theory]
    [OnBothStores]
    public void A_message_is_handled_once_and_a_grain_makes_each_turn_once_wherever_it_lives(string kind) => Try(kind, world =>
    {
        var (here, there) = (world.Silo(), world.Silo());
        var messages = here.Due(Instant.Never, 10);
        var turn = SharedWorld.TurnOf(messages[0], 1);
        here.Keep([turn]).ShouldBe([TurnFate.Kept]);
        there.Keep([turn]).ShouldBe([TurnFate.Kept], "the very same turn, tried again because nobody could tell");
        there.Keep([turn with { Number = 2 }]).ShouldBe([TurnFate.NotUnderWay]);
        there.Keep([turn with { Handled = messages[1] }]).ShouldBe([TurnFate.Overtaken]);
        here.Head.Events.ShouldBe(1);
        here.TurnsOf(SharedWorld.Of(1), 0).Select(one => one.Handled).ShouldBe([messages[0]]);
    });

    [Theory]
    [OnBothStores]
    public void Of_turns_kept_together_each_is_in_or_out_as_a_whole(string kind) => Try(kind, world =>
    {
        var journal = world.Silo();
        var messages = journal.Due(Instant.Never, 10);
        var lost = new UnderWay(new MessageId(SharedWorld.Of(8), 1, 0), SharedWorld.Message(SharedWorld.Of(2), 5));
        var sent = SharedWorld.TurnOf(lost, 1, SharedWorld.Message(SharedWorld.Of(4), 6));
        var follows = SharedWorld.TurnOf(sent.Sends[0], 1);
        var good = SharedWorld.TurnOf(messages[0], 1, SharedWorld.Message(SharedWorld.Of(5), 7));
        var ofGood = SharedWorld.TurnOf(good.Sends[0], 1);
        journal.Keep([sent, follows, good, ofGood]).ShouldBe([TurnFate.NotUnderWay, TurnFate.NotUnderWay, TurnFate.Kept, TurnFate.Kept]);
        journal.Due(Instant.Never, 10).Select(message => message.Sent.To.Number).ShouldBe([2, 3]);
        journal.Turns(1).SelectMany(record => record.Turns).Select(turn => turn.Grain.Number).ShouldBe([1, 5]);
    });

    [Theory]
    [OnBothStores]
    public void Timers_that_a_turn_cancels_are_no_longer_under_way(string kind) => Try(kind, world =>
    {
        var journal = world.Silo();
        var first = journal.Due(Instant.Never, 1)[0];
        var starts = SharedWorld.TurnOf(first, 1, SharedWorld.Message(SharedWorld.Of(1), 50), SharedWorld.Message(SharedWorld.Of(1), 10));
        journal.Keep([starts]);
        journal.Keep([SharedWorld.TurnOf(starts.Sends[1], 2) with { Withdrawn = [starts.Sends[0].Id] }]).ShouldBe([TurnFate.Kept]);
        journal.WaitingFor(SharedWorld.Of(1)).ShouldBeEmpty();
        journal.Keep([SharedWorld.TurnOf(starts.Sends[0], 3)]).ShouldBe([TurnFate.NotUnderWay]);
    });

    [Theory]
    [OnBothStores]
    public void What_comes_from_outside_is_numbered_and_a_key_that_is_known_brings_its_command_back(string kind) => Try(kind, world =>
    {
        var journal = world.Silo();
        var slip = new EntrySlip("Wang", "urge", "case 1", "once", 77);
        Entry entry = new(input => [SharedWorld.Message(SharedWorld.Of(1), 100 + input)], slip);
        var entered = journal.Enter([entry, entry, new Entry(_ => [SharedWorld.Message(SharedWorld.Of(2), 1), SharedWorld.Message(SharedWorld.Of(3), 1)], null)]);
        entered.Select(one => (one.FirstInput, one.Messages.Count, one.Before?.Answer)).ShouldBe([(0, 1, null), (0, 0, ""), (1, 2, null)]);
        journal.WaitingFor(SharedWorld.Of(1))[^1].Id.ShouldBe(MessageId.OfInput(0));
        journal.Answer([(0, "done")]);
        world.Silo().Enter([entry])[0].Before.ShouldNotBeNull().Answer.ShouldBe("done");
        journal.FindCommand("once").ShouldNotBeNull().Answer.ShouldBe("done");
        journal.Audit(1, 10).Select(line => (line.Actor, line.Action, line.Target)).ShouldBe([("Wang", "urge", "case 1")]);
        journal.Verify(null, CancellationToken.None).ShouldBeNull();
    });

    [Theory]
    [OnBothStores]
    public void What_the_turns_do_not_tell_is_told_of_the_moment_of_the_last_record(string kind) => Try(kind, world =>
    {
        var journal = world.Silo();
        journal.AtDoor().Record.ShouldBe(0);
        journal.Enter([new Entry(_ => [SharedWorld.Message(SharedWorld.Of(1), 900), SharedWorld.Message(SharedWorld.Of(2), 100), SharedWorld.Message(SharedWorld.Of(3), 500)], null)]);
        var first = journal.Due(Instant.Never, 1)[0];
        journal.Keep([SharedWorld.TurnOf(first, 1, SharedWorld.Message(SharedWorld.Of(2), 50))]);
        journal.SetAside(MessageId.OfInput(1), "nobody can handle it");
        var told = world.Silo().AtDoor();
        told.Record.ShouldBe(2, "one of what came in, one of a turn");
        told.FromOutside.Select(message => (message.Id, message.Sent.Due.Milliseconds)).ShouldBe([(MessageId.OfInput(0), 900), (MessageId.OfInput(2), 500)]);
        told.Aside.ShouldBe([MessageId.OfInput(1)]);
        journal.Keep([SharedWorld.TurnOf(told.FromOutside[0], 2)]).ShouldBe([TurnFate.Kept]);
        journal.AtDoor().FromOutside.Select(message => message.Id).ShouldBe([MessageId.OfInput(2)]);
    });

    [Theory]
    [OnBothStores]
    public void A_message_that_is_set_aside_is_not_handed_out_until_it_is_taken_back(string kind) => Try(kind, world =>
    {
        var journal = world.Silo(grains: 1);
        var message = journal.Due(Instant.Never, 1)[0];
        journal.SetAside(message.Id, "cannot be handled");
        journal.Due(Instant.Never, 1).ShouldBeEmpty();
        journal.NextDue().ShouldBe(Instant.Never);
        journal.Keep([SharedWorld.TurnOf(message, 1)]).ShouldBe([TurnFate.NotUnderWay]);
        journal.AllSetAside().Select(aside => (aside.Message, aside.Problem)).ShouldBe([(message, "cannot be handled")]);
        journal.TakeBack(message.Id).ShouldBeTrue();
        journal.TakeBack(message.Id).ShouldBeFalse();
        journal.Keep([SharedWorld.TurnOf(message, 1)]).ShouldBe([TurnFate.Kept]);
    });

    [Theory]
    [OnBothStores]
    public void Of_two_who_set_the_clock_at_once_one_is_told_that_the_other_was_quicker(string kind) => Try(kind, world =>
    {
        var (here, there) = (world.Silo(), world.Silo());
        var next = SharedWorld.Standing with { Speed = double.PositiveInfinity, IsPaused = false, JumpTo = new Instant(5), Pace = "max" };
        here.SetTime(SharedWorld.Standing, next).ShouldBeTrue();
        there.SetTime(SharedWorld.Standing, SharedWorld.Standing with { Speed = 60 }).ShouldBeFalse();
        there.Time().ShouldBe(next);
    });

    [Theory]
    [OnBothStores]
    public void A_shared_world_is_no_world_of_one_process_and_the_other_way_round(string kind) => Try(kind, world =>
    {
        world.Silo();
        using var one = Journals.Open(world.Database.Address);
        Should.Throw<JournalException>(() => one.Open(SharedWorld.Genesis.World)).Message.ShouldContain("lives on a cluster");
        one.Create(SharedWorld.Genesis with { World = "alone" }).Dispose();
        using var shared = TurnStores.Open(world.Database.Address);
        Should.Throw<JournalException>(() => shared.Open(SharedWorld.Genesis with { World = "alone" }, [], SharedWorld.Standing)).Message.ShouldContain("one process");
        Should.Throw<JournalException>(() => shared.Open(SharedWorld.Genesis with { Seed = 12 }, [], SharedWorld.Standing)).Message.ShouldContain("seed 11");
        shared.Worlds().Select(each => each.World).ShouldBe(["shared"]);
    });

    private void Try(string kind, Action<SharedWorld> test)
    {
        using var world = SharedWorld.On(kind, output);
        if (world is not null)
        {
            test(world);
        }
    }
}
