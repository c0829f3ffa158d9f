using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Worlds;
using Xunit.Abstractions;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>What a world on a cluster promises to those outside: what any other promises.</summary>
public class ClusterWorldTests(ITestOutputHelper output)
{
    private const long HourMs = 3_600_000;

    [Theory]
    [InlineData("memory")]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task A_command_is_answered_when_its_turn_is_mirrored_and_its_key_gives_the_same_answer_also_after_a_restart(string kept)
    {
        using var turns = new ThrowAwayTurns(kept, output);
        if (turns.Store is null)
        {
            return;
        }

        using var village = new ClusterVillage(turns.Store);
        var first = await village.Silence(2, 30, key: "k1");
        first.Outcome.ShouldBe(StoredAnswer.Done);
        (await village.Live.Read(world => world.Model.Devices[2].Facts.SilencedUntil)).ShouldBe(new Instant(first.AtMs + (30 * 60_000)));
        (await village.Silence(2, 30, key: "k1")).ShouldBe(first);
        village.Restart();
        village.Live.FindAnswer("k1", (ulong)"silence 2".Length).ShouldBe(first);
        (await village.Silence(2, 30, key: "k1")).ShouldBe(first);
        Should.Throw<WorldRefusedException>(() => village.Live.FindAnswer("k1", 1)).Code.ShouldBe("key-reused");
        (await Should.ThrowAsync<WorldRefusedException>(() => village.Silence(2, 30, key: "k1", hash: 1))).Code.ShouldBe("key-reused");
        village.Live.Audit(0, 100).Count(entry => entry.Action == "silence 2").ShouldBe(1);
        village.Room.Delivered.ShouldBe(1);
    }

    [Fact]
    public async Task Sendings_of_one_key_at_once_are_carried_out_once()
    {
        using var village = new ClusterVillage();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => village.Silence(4, 10, key: "same")));
        answers.Distinct().Count().ShouldBe(1);
        Silenced(village).Length.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_rules_forbid_is_refused_with_the_reason()
    {
        using var village = new ClusterVillage();
        var refused = await village.Give("close", null, "k", null, reference => new Draft(
            new GrainId(Grain.Case, 77), Body.Of(new Act(reference, -1, 0, CaseAction.Urge, 0, Act.SameDepartment, GrainId.None))));
        (refused.Outcome, refused.Code).ShouldBe((StoredAnswer.Refused, "no-such-case"));
        (await village.Silence(1, 10, atMs: -1).ShouldThrowAsync<WorldRefusedException>()).Code.ShouldBe("in-the-past");
    }

    [Fact]
    public async Task A_command_that_is_answered_several_messages_later_waits_for_its_answer()
    {
        using var village = new ClusterVillage();
        village.JumpTo(9 * HourMs);
        var about = (await village.Report(3)).Case!.Value;
        var sent = await village.Give("send", null, null, null, reference => new Draft(new GrainId(Grain.Case, about), Body.Of(new SendOfficer(reference, -1, 0))));
        sent.Code.ShouldBeNull();
        sent.Case.ShouldBe(about);
    }

    [Fact]
    public async Task A_command_for_later_is_scheduled_and_carried_out_at_its_moment()
    {
        using var village = new ClusterVillage();
        (await village.Silence(5, 60, HourMs, key: "later")).Outcome.ShouldBe(StoredAnswer.Scheduled);
        village.Restart();
        village.JumpTo(2 * HourMs);
        Silenced(village).ShouldBe([(HourMs, Grain.DeviceOf(5))]);
        village.Live.FindAnswer("later", (ulong)"silence 5".Length)!.Outcome.ShouldBe(StoredAnswer.Scheduled);
    }

    [Fact]
    public async Task A_cluster_that_is_late_is_told_as_late_and_the_key_gets_the_answer_afterwards()
    {
        using var village = new ClusterVillage(limits: new LiveWorldLimits { AnswerWithin = TimeSpan.FromSeconds(2) });
        village.Room.Stand(true);
        (await village.Silence(3, 10, key: "slow").ShouldThrowAsync<WorldRefusedException>()).Code.ShouldBe("not-yet-durable");
        village.Room.Stand(false);
        village.Wait(status => status.Events > 0 && Silenced(village).Length > 0);
        (await Insist(() => village.Silence(3, 10, key: "slow"))).Outcome.ShouldBe(StoredAnswer.Done);
        Silenced(village).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task A_command_whose_front_died_before_it_was_answered_is_answered_by_the_next(string kept)
    {
        using var turns = new ThrowAwayTurns(kept, output);
        if (turns.Store is null)
        {
            return;
        }

        using var village = new ClusterVillage(turns.Store);
        village.Room.Stand(true);
        var lost = village.Silence(6, 10, key: "lost");
        village.Wait(_ => village.Live.Audit(0, 100).Any(entry => entry.Action == "silence 6"));
        village.Live.Dispose();
        (await lost.ShouldThrowAsync<WorldRefusedException>()).Code.ShouldBe("stopped");
        village.Room.Stand(false);
        village.Start();
        (await village.Silence(6, 10, key: "lost")).Outcome.ShouldBe(StoredAnswer.Done);
        Silenced(village).Length.ShouldBe(1);
    }

    [Fact]
    public void A_front_that_starts_again_mirrors_the_whole_history()
    {
        using var village = new ClusterVillage();
        var (first, again) = (new Told(), new Told());
        village.Restart(first);
        var before = village.JumpTo(10 * HourMs);
        village.Restart(again);
        var after = village.Wait(status => status.Clock.Now == before.Clock.Now);
        (after.Hash, after.Events).ShouldBe((before.Hash, before.Events));
        again.Events.ShouldBe(first.Events);
        again.Sequences.ShouldBe(Enumerable.Range(0, (int)after.Events).Select(i => (long)i));
        again.Reached.Now.ShouldBe(after.Clock.Now);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("left out")]
    public void An_event_of_the_feed_that_is_not_what_comes_of_its_message_stops_the_world_and_is_named(string what)
    {
        var turns = new TurnsInMemory();
        using var village = new ClusterVillage(turns);
        village.JumpTo(10 * HourMs);
        village.Live.Dispose();
        var record = turns.Records.FindIndex(kept => kept.Any(turn => turn.Events.Count > 0 && turn.Grain.Kind == Grain.Officer));
        var nth = Array.FindIndex(turns.Records[record], turn => turn.Events.Count > 0 && turn.Grain.Kind == Grain.Officer);
        var honest = turns.Records[record][nth];
        var events = honest.Events.ToArray();
        events[0].Body.W0++;
        turns.Records[record][nth] = honest with { Events = what == "changed" ? events : events[1..] };
        village.Start();
        var problem = village.Wait(status => status.State == WorldState.Failed).Problem!;
        problem.ShouldContain($"record {record + 1}: turn {honest.Number} of {GrainName.Of(honest.Grain, village.Live.Plan)}");
        problem.ShouldContain("when its message is handled again here");
    }

    [Fact]
    public async Task A_world_whose_database_is_away_holds_still_says_so_and_goes_on_by_itself()
    {
        using var village = new ClusterVillage();
        village.Front.Gone = "no route to it";
        village.Wait(status => status.Problem is not null).Problem.ShouldBe("no route to it");
        var refused = await Should.ThrowAsync<WorldRefusedException>(() => village.Silence(8, 10));
        (refused.Status, refused.Code).ShouldBe((503, "journal-unavailable"));
        village.Front.Gone = null;
        village.Wait(status => status.Problem is null);
        (await village.Silence(8, 10)).Outcome.ShouldBe(StoredAnswer.Done);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task A_command_that_cannot_be_told_to_be_durable_is_carried_out_once_when_it_is_sent_again(string kept)
    {
        using var turns = new ThrowAwayTurns(kept, output);
        if (turns.Store is null)
        {
            return;
        }

        using var village = new ClusterVillage(turns.Store);
        (village.Front.GoneIn, village.Front.Gone) = (nameof(ITurnJournal.Enter), "cut off");
        (await village.Silence(8, 10, key: "again").ShouldThrowAsync<WorldRefusedException>()).Code.ShouldBe("not-yet-durable");
        village.Front.Gone = null;
        (await Insist(() => village.Silence(8, 10, key: "again"))).Outcome.ShouldBe(StoredAnswer.Done);
        Silenced(village).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(nameof(ITurnJournal.SetTime))]
    [InlineData(nameof(ITurnJournal.Answer))]
    public async Task A_command_that_was_taken_in_before_the_database_went_away_is_answered_when_it_is_back(string lost)
    {
        using var village = new ClusterVillage();
        // Where the clock stands, so that it must be moved on to let the command through.
        village.JumpTo(HourMs);
        (village.Front.GoneIn, village.Front.Gone) = (lost, "cut off");
        var given = village.Silence(8, 10, key: "kept");
        village.Wait(status => status.Problem is not null);
        given.IsCompleted.ShouldBeFalse();
        village.Front.Gone = null;
        (await given).Outcome.ShouldBe(StoredAnswer.Done);
        village.Live.FindAnswer("kept", (ulong)"silence 8".Length).ShouldBe(await given);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Two_silos_show_one_world_take_commands_side_by_side_and_answer_each_others_keys(string kept)
    {
        using var turns = new ThrowAwayTurns(kept, output);
        if (turns.Store is null)
        {
            return;
        }

        using var village = new ClusterVillage(turns.Store);
        using var other = village.Another();
        var first = await village.Silence(2, 30, key: "k");
        var told = await other.Give(ClusterVillage.Silencing(2, 30, "k"));
        told.ShouldBe(first);
        var both = await Task.WhenAll(Enumerable.Range(3, 10).SelectMany(device => new[]
        {
            village.Silence(device, 10), other.Give(ClusterVillage.Silencing(device, 20, null)),
        }));
        both.ShouldAllBe(answer => answer.Outcome == StoredAnswer.Done);
        both.Select(answer => answer.Input).Distinct().Count().ShouldBe(20);
        await other.Order(new ClockOrder(JumpToMs: HourMs), "elsewhere");
        village.Wait(status => status.Clock.Now.Milliseconds >= HourMs);
        SpinWait.SpinUntil(() => other.Status.Hash == village.Live.Status.Hash && other.Clock.Now == village.Live.Clock.Now, 120_000)
            .ShouldBeTrue($"{other.Status} and {village.Live.Status}");
    }

    [Fact]
    public async Task The_clock_is_the_clusters_and_orders_to_it_are_in_the_audit_log()
    {
        using var village = new ClusterVillage();
        await village.Live.Order(new ClockOrder(Pace: "600"), "test");
        village.Restart();
        (village.Live.Status.Pace, village.Live.Status.IsPaused, village.Live.Status.State).ShouldBe(("600", true, WorldState.Paused));
        var before = village.Live.Clock.Now.Milliseconds;
        village.Order(new ClockOrder(StepMs: 60_000));
        village.Wait(status => status.JumpTo is null && status.Clock.Now.Milliseconds > before).Clock.Now.Milliseconds.ShouldBe(before + 60_000);
        village.Live.Audit(0, 10).Where(entry => entry.Action == "clock").Select(entry => entry.Outcome).ShouldBe(["pause", "pace 600", "step 60000 ms"]);
        (await Should.ThrowAsync<WorldRefusedException>(() => village.Live.Order(new ClockOrder(Pace: "fast"), "test"))).Code.ShouldBe("bad-pace");
    }

    [Fact]
    public async Task An_order_to_the_clock_that_cannot_be_kept_is_refused_and_the_clock_is_as_it_was()
    {
        using var village = new ClusterVillage();
        (village.Front.GoneIn, village.Front.Gone) = ("SetTime", "away");
        (await Should.ThrowAsync<WorldRefusedException>(() => village.Live.Order(new ClockOrder(Pace: "600"), "test"))).Code.ShouldBe("journal-unavailable");
        (village.Front.GoneIn, village.Front.Gone) = (null, null);
        (village.Live.Status.Pace == "600", village.Order(new ClockOrder(Pace: "600")).Pace).ShouldBe((false, "600"));
    }

    [Fact]
    public async Task A_paced_clock_goes_on_between_messages_but_not_past_one_that_is_still_under_way()
    {
        var turns = new TurnsInMemory();
        using var village = new ClusterVillage(turns);
        village.JumpTo(3 * HourMs);
        var journal = turns.Open(turns.Worlds()[0], [], ClusterTiming.First(Pace.Max, null, default));
        village.Room.Stand(true);
        village.Order(new ClockOrder(Pace: "60000"));
        village.Order(new ClockOrder(Paused: false));
        var next = journal.NextDue();
        village.Wait(status => status.Clock.Now == next).Clock.Now.ShouldBeGreaterThan(new Instant(3 * HourMs));
        village.Wait(_ => journal.Time().NowAt(DateTimeOffset.UtcNow) > next + Duration.Hours(1));
        (await village.Live.Read(world => world.Now)).ShouldBe(next);
        (await village.Live.Read(world => world.Now)).ShouldBe(next);
        village.Room.Stand(false);
        village.Wait(status => status.Clock.Now > next + Duration.Hours(1)).Clock.Speed.ShouldBe(60_000);
    }

    // As whoever has a key does: sent again for as long as he is asked to. The caller may hear of the trouble before the status tells it.
    private static async Task<StoredAnswer> Insist(Func<Task<StoredAnswer>> give)
    {
        for (var until = DateTime.UtcNow + TimeSpan.FromMinutes(2); ;)
        {
            try
            {
                return await give();
            }
            catch (WorldRefusedException refused) when (refused.Status == 503 && DateTime.UtcNow < until)
            {
                await Task.Delay(20);
            }
        }
    }

    private static (long AtMs, GrainId Source)[] Silenced(ClusterVillage village) =>
        [.. village.Live.Events(0, 1_000_000).Where(e => e.Body.Kind == DeviceSilenced.Kind).Select(e => (e.At.Milliseconds, e.Source))];
}
