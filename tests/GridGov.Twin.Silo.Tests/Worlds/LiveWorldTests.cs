using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Silo.Worlds;
using Xunit.Abstractions;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Silo.Tests.Worlds;

/// <summary>What a live world promises to those outside.</summary>
public class LiveWorldTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task A_command_is_durable_when_answered_and_its_key_gives_the_same_answer_also_after_a_restart(string store)
    {
        var address = store == "PostgreSQL" ? ThrowAway.Database(output) : null;
        if (store == "PostgreSQL" && address is null)
        {
            return;
        }

        using var village = new VillageWorld(address);
        var first = await village.Silence(2, 30, key: "k1");
        first.Outcome.ShouldBe(StoredAnswer.Done);
        (await village.Silence(2, 30, key: "k1")).ShouldBe(first);
        village.Restart();
        village.Live.FindAnswer("k1", (ulong)"silence 2".Length).ShouldBe(first);
        Should.Throw<WorldRefusedException>(() => village.Live.FindAnswer("k1", 1)).Code.ShouldBe("key-reused");
        village.Live.Audit(0, 100).Count(entry => entry.Action == "silence 2").ShouldBe(1);
        (await village.Live.Read(world => world.Model.Devices[2].Facts.SilencedUntil)).ShouldBe(new Instant(first.AtMs + (30 * 60_000)));
    }

    [Fact]
    public async Task The_journal_is_asked_for_keys_that_came_in_and_for_no_others_also_after_a_restart()
    {
        using var village = new VillageWorld();
        village.Live.FindAnswer("new", 1).ShouldBeNull();
        village.Store.Looks.ShouldBe(0);
        var given = await village.Silence(2, 30, key: "old");
        village.Live.FindAnswer("old", (ulong)"silence 2".Length).ShouldBe(given);
        village.Store.Looks.ShouldBe(1);
        village.Restart();
        village.Live.FindAnswer("new", 1).ShouldBeNull();
        village.Store.Looks.ShouldBe(0);
        village.Live.FindAnswer("old", (ulong)"silence 2".Length).ShouldBe(given);
    }

    [Fact]
    public async Task Sendings_of_one_key_at_once_are_carried_out_once()
    {
        using var village = new VillageWorld();
        village.Store.Gate.Reset();
        var sendings = Enumerable.Range(0, 20).Select(_ => village.Silence(4, 10, key: "same")).ToArray();
        village.Store.Gate.Set();
        (await Task.WhenAll(sendings)).Distinct().Count().ShouldBe(1);
        village.Live.Audit(0, 100).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_scheduled_command_is_carried_out_at_its_moment_also_by_a_world_that_was_killed_in_between()
    {
        using var village = new VillageWorld();
        const long atMs = 3_600_000;
        (await village.Silence(5, 60, atMs)).Outcome.ShouldBe(StoredAnswer.Scheduled);
        village.Store.DiesIn = 0;
        await Should.ThrowAsync<WorldRefusedException>(() => village.Silence(6, 60));
        village.Wait(status => status.State == WorldState.Failed);
        village.Restart();
        village.JumpTo(2 * atMs);
        var silenced = village.Live.Events(0, 1_000_000).Where(e => e.Body.Kind == DeviceSilenced.Kind).ToArray();
        silenced.Length.ShouldBe(1);
        (silenced[0].At.Milliseconds, silenced[0].Source).ShouldBe((atMs, Grain.DeviceOf(5)));
    }

    [Fact]
    public async Task A_world_recovered_from_its_inputs_is_the_lost_one_to_the_last_bit()
    {
        using var village = new VillageWorld();
        await village.Silence(1, 10);
        await village.Silence(3, 10, 7_200_000);
        village.JumpTo(3_600_000);
        await Task.WhenAll(village.Silence(4, 10, 9_000_000), village.Report(2), village.Silence(5, 10, 9_000_000));
        var lost = await village.Live.Read(world => (world.Now, world.EventHash, world.StateHash()));
        village.Store.DiesIn = 0;
        await Should.ThrowAsync<WorldRefusedException>(() => village.Silence(6, 60));
        village.Restart();
        (await village.Live.Read(world => (world.Now, world.EventHash, world.StateHash()))).ShouldBe(lost);
    }

    [Fact]
    public async Task What_is_to_be_carried_out_in_the_past_is_refused()
    {
        using var village = new VillageWorld();
        village.JumpTo(10_000);
        (await Should.ThrowAsync<WorldRefusedException>(() => village.Silence(1, 10, 9_999))).Code.ShouldBe("in-the-past");
    }

    [Fact]
    public async Task A_world_whose_journal_cannot_be_written_holds_still_says_so_and_goes_on_when_it_can()
    {
        using var village = new VillageWorld();
        village.Store.Full = "disk full";
        var given = village.Silence(7, 10);
        village.Wait(status => status.Problem is not null).Problem.ShouldBe("disk full");
        var now = village.Live.Clock.Now;
        var refused = await Should.ThrowAsync<WorldRefusedException>(() => village.Silence(8, 10));
        (refused.Status, refused.Code).ShouldBe((503, "journal-unavailable"));
        given.IsCompleted.ShouldBeFalse();
        village.Live.Clock.Now.ShouldBe(now);
        village.Store.Full = null;
        (await given).Outcome.ShouldBe(StoredAnswer.Done);
        (await village.Silence(8, 10)).Outcome.ShouldBe(StoredAnswer.Done);
        village.Live.Status.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task A_full_door_refuses_at_once_and_takes_again_when_there_is_room()
    {
        using var village = new VillageWorld();
        village.Restart(village.Limits with { DoorInputs = 3 });
        village.Store.Gate.Reset();
        var inside = village.Silence(0, 10);
        SpinWait.SpinUntil(() => village.Live.Waiting == 0, 120_000).ShouldBeTrue();
        var waiting = Enumerable.Range(1, 3).Select(device => village.Silence(device, 10)).ToArray();
        var refused = await Should.ThrowAsync<WorldRefusedException>(() => village.Silence(9, 10));
        (refused.Status, refused.RetryAfterS).ShouldBe((429, 1));
        village.Store.Gate.Set();
        (await Task.WhenAll([inside, .. waiting])).ShouldAllBe(answer => answer.Outcome == StoredAnswer.Done);
        (await village.Silence(9, 10)).Outcome.ShouldBe(StoredAnswer.Done);
    }

    [Fact]
    public async Task A_world_that_fails_stops_and_says_why()
    {
        using var village = new VillageWorld();
        village.Store.DiesIn = 0;
        await Should.ThrowAsync<WorldRefusedException>(() => village.Silence(0, 10));
        village.Wait(status => status.State == WorldState.Failed).Problem.ShouldBe("killed before the commit");
        (await Should.ThrowAsync<WorldRefusedException>(() => village.Silence(0, 10))).Code.ShouldBe("failed");
    }

    [Fact]
    public void Another_scenario_does_not_continue_a_journal()
    {
        using var village = new VillageWorld();
        village.Stop();
        var other = VillageWorld.Scenario with { Plan = VillageWorld.Scenario.Plan with { Devices = VillageWorld.Scenario.Plan.Devices with { Notices = 0.123 } } };
        Should.Throw<StartRefusedException>(() => village.Start(other)).Message.ShouldContain("another data folder");
        village.Restart();
    }

    [Fact]
    public void Followers_hear_every_committed_event_in_order_and_again_from_the_journal_after_a_restart()
    {
        using var village = new VillageWorld();
        var (first, again) = (new Heard(), new Heard());
        village.Restart(null, first);
        village.JumpTo(10 * 3_600_000);
        village.Restart(null, again);
        first.Sequences.ShouldNotBeEmpty();
        first.Sequences.ShouldBe(Enumerable.Range(0, first.Sequences.Count).Select(i => (long)i));
        again.Sequences.ShouldBe(first.Sequences);
        again.Reached.ShouldBe(village.Live.Clock.Now);
    }

    [Fact]
    public async Task Pause_and_pace_survive_a_restart_and_a_step_goes_exactly_as_far_as_it_says()
    {
        using var village = new VillageWorld();
        await village.Live.Order(new ClockOrder(Pace: "600"), "test");
        village.Restart();
        (village.Live.Status.Pace, village.Live.Status.IsPaused, village.Live.Status.State).ShouldBe(("600", true, WorldState.Paused));
        var before = village.Live.Clock.Now.Milliseconds;
        await village.Live.Order(new ClockOrder(StepMs: 60_000), "test");
        village.Wait(status => status.JumpTo is null && status.Clock.Now.Milliseconds > before).Clock.Now.Milliseconds.ShouldBe(before + 60_000);
        village.Live.Audit(0, 10).Select(entry => (entry.Action, entry.Outcome)).ShouldBe([("clock", "pace 600"), ("clock", "step 60000 ms")]);
    }

    [Theory]
    [InlineData(null, null, null, null, "one-order")]
    [InlineData(true, "60", null, null, "one-order")]
    [InlineData(null, "fast", null, null, "bad-pace")]
    [InlineData(null, "-1", null, null, "bad-pace")]
    [InlineData(null, "1000001", null, null, "bad-pace")]
    [InlineData(null, null, 0L, null, "bad-moment")]
    [InlineData(null, null, null, -5L, "bad-moment")]
    [InlineData(null, null, null, long.MaxValue, "bad-moment")]
    public async Task A_clock_is_not_ordered_to_do_what_cannot_be(bool? paused, string? pace, long? step, long? jump, string code)
    {
        using var village = new VillageWorld();
        (await Should.ThrowAsync<WorldRefusedException>(() => village.Live.Order(new ClockOrder(paused, pace, step, jump), "test"))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_journal_of_jumps_commands_and_restarts_verifies_and_a_snapshot_is_kept_at_a_stop_in_good_order()
    {
        using var village = new VillageWorld();
        (await village.Report(4)).Case.ShouldNotBeNull();
        village.JumpTo(6 * 3_600_000);
        var hash = village.Live.Status.Hash;
        village.Restart();
        village.Live.Status.Hash.ShouldBe(hash);
        using var history = village.Store.Read("live")!;
        history.Verify(null, CancellationToken.None).ShouldBeNull();
        history.NewestSnapshot()!.Value.AfterRecord.ShouldBe(history.Head.Records);
    }

    private sealed class Heard : IWorldFollower
    {
        public List<long> Sequences { get; } = [];

        public Instant Reached { get; private set; }

        public void Hear(in Event e) => Sequences.Add(e.Sequence);

        public void Reach(in WorldClock clock) => Reached = clock.Now;
    }
}
