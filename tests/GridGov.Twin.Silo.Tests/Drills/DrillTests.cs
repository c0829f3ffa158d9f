using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Silo.Tests.Worlds;
using Xunit.Abstractions;

namespace GridGov.Twin.Silo.Tests.Drills;

/// <summary>What trainers, players and evaluators do with a drill.</summary>
public class DrillTests(ITestOutputHelper output)
{
    private const string Player = "李明";
    private const string Evaluator = "陈静";

    [Fact]
    public async Task A_drill_holds_still_at_StartEx_and_its_players_see_nothing_of_what_is_to_come()
    {
        await using var house = await DrillHouse.Open();
        var world = await house.Opened("tree", 42);
        var view = await house.Twin.World(world);
        (view.Kind, view.Seed, view.State, view.Clock.NowMs, view.Title.En).ShouldBe(("drill", 42UL, "paused", DrillHouse.Begins, "A tree fell · no. 1"));
        (await house.Twin.Drill(world))!.State.ShouldBe("ready");
        var text = await house.Http.GetStringAsync($"api/v1/worlds/{world}/drill");
        ((string[])["A TREE FELL", "HOW IS IT", "question", "Answer", "when it fits"]).ShouldAllBe(secret => !text.Contains(secret));

        await house.Twin.Order(world, new ClockOrder(Paused: false), DrillHouse.Trainer);
        await house.Until(world, one => one.Clock.NowMs > DrillHouse.Begins);
        (await house.Twin.Drill(world))!.State.ShouldBe("running");
        await house.Twin.Order(world, new ClockOrder(Paused: true), DrillHouse.Trainer);
        (await house.Twin.Drill(world))!.State.ShouldBe("held");
        await house.JumpTo(world, 2);
        var told = (await house.Twin.Drill(world))!.Inbox.ShouldHaveSingleItem();
        (told.Inject, told.AtMs, told.Text.En).ShouldBe(("call", DrillHouse.Begins + DrillHouse.Minute, "A TREE FELL"));
        told.To.ShouldBe(["acceptor"]);

        // Neither what is awaited now, nor what becomes of the next hours.
        (await house.Http.GetStringAsync($"api/v1/worlds/{world}/events?most=1000")).ShouldNotContain("action-awaited");
        var whatIf = new WhatIfQuestion(4, [new WhatIfPlan(new Name("加人", "more people"), [new WhatIfMeasure("call-in")])], 10);
        (await Should.ThrowAsync<TwinRefusedException>(() => house.Twin.Ask(world, whatIf, Player))).Code.ShouldBe("drill-goes-on");
    }

    [Fact]
    public async Task What_a_player_does_in_time_counts_with_his_name_and_what_depends_on_it_follows()
    {
        await using var house = await DrillHouse.Open();
        var world = await house.Played("tree", 20);
        var before = (await house.Script(world)).Expected[0];
        (before.State, before.Actor, before.DueMs).ShouldBe(("awaited", null, DrillHouse.Begins + (31 * DrillHouse.Minute)));
        (await house.FileIt(world, Player)).Outcome.ShouldBe("done");
        await house.JumpTo(world, 40);
        var script = await house.Script(world);
        var filed = script.Expected[0];
        (filed.State, filed.Actor, filed.Points, filed.Case).ShouldBe(("met", Player, 2, script.Injects[0].Cases[0]));
        script.Injects.Select(inject => inject.State).ShouldBe(["delivered", "waiting", "delivered", "waiting"]);
        (script.Points, script.Of, script.Objectives[0].Suggested, script.Objectives[1].Suggested).ShouldBe((2, 2, "performed", null));
    }

    [Fact]
    public async Task What_nobody_does_in_time_brings_its_contingency_and_counts_half_when_it_is_done_late()
    {
        await using var house = await DrillHouse.Open();
        var world = await house.Played("tree", 33);
        var missed = await house.Script(world);
        (missed.Expected[0].State, missed.Points, missed.Of).ShouldBe(("missed", 0, 2));
        (missed.Injects[1].State, missed.Injects[1].AtMs, missed.Injects[1].Actor).ShouldBe(("delivered", DrillHouse.Begins + (32 * DrillHouse.Minute), null));
        await house.FileIt(world, Player);
        var late = await house.Script(world);
        (late.Expected[0].State, late.Expected[0].Actor, late.Points).ShouldBe(("late", Player, 1));
    }

    [Fact]
    public async Task A_controller_delivers_and_skips_injects_by_hand_once_and_by_names_that_there_are()
    {
        await using var house = await DrillHouse.Open();
        var world = await house.Played("tree", 2);
        (await house.Give(world, new Command("inject", DrillHouse.Trainer, Inject: "question"))).ShouldBe("done");
        (await house.Give(world, new Command("inject", DrillHouse.Trainer, Inject: "question"))).ShouldBe("409 delivered");
        (await house.Give(world, new Command("skip-inject", DrillHouse.Trainer, Inject: "thanks"))).ShouldBe("done");
        (await house.Give(world, new Command("inject", DrillHouse.Trainer, Inject: "thanks"))).ShouldBe("409 skipped");
        var unknown = await Should.ThrowAsync<TwinRefusedException>(() => house.Twin.Give(world, new Command("inject", DrillHouse.Trainer, Inject: "flood")));
        (unknown.Code, unknown.Message).ShouldBe(("no-such-inject", "there is no inject flood; there are call, reminder, thanks, question"));
        (await house.Give("live", new Command("end-drill", DrillHouse.Trainer))).ShouldBe("409 not-a-drill");
        (await house.Give(world, new Command("note", DrillHouse.Trainer, Text: new string('字', 501)))).ShouldBe("422 bad-text");
        (await house.Give(world, new Command("judge", DrillHouse.Trainer, Expected: "answer", As: "good"))).ShouldBe("422 bad-judgement");
        var script = await house.Script(world);
        script.Injects.Select(inject => (inject.State, inject.Actor)).ShouldBe(
            [("delivered", null), ("waiting", null), ("skipped", DrillHouse.Trainer), ("delivered", DrillHouse.Trainer)]);
        (await house.Twin.Drill("live")).ShouldBeNull();
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task A_drill_survives_its_host_with_every_order_note_and_judgement_and_ends_in_the_same_hash(string store)
    {
        var db = store == "PostgreSQL" ? ThrowAway.Database(output) : null;
        if (store == "PostgreSQL" && db is null)
        {
            return;
        }

        await using var house = await DrillHouse.Open(db);
        var world = await house.Played("tree", 20);
        await house.FileIt(world, Player);
        (await house.Give(world, new Command("inject", DrillHouse.Trainer, Inject: "question"))).ShouldBe("done");
        (await house.Give(world, new Command("judge", Evaluator, Expected: "answer", As: "met"))).ShouldBe("done");
        (await house.Give(world, new Command("note", Evaluator, Text: "  应对从容。calm  "))).ShouldBe("done");
        var before = (await house.Twin.World(world), await house.Script(world));
        await house.Restart();
        var after = (await house.Until(world, view => view.State == "paused"), await house.Script(world));
        (after.Item1.Clock.Hash, after.Item1.Clock.NowMs, after.Item1.Clock.Paused).ShouldBe((before.Item1.Clock.Hash, before.Item1.Clock.NowMs, true));
        after.Item2.ShouldBeEquivalentTo(before.Item2);
        after.Item2.Notes.ShouldHaveSingleItem().ShouldBe(new DrillNote(before.Item2.Notes[0].AtMs, Evaluator, "应对从容。calm"));

        var ended = await house.End(world);
        (ended.Drill.State, ended.Drill.Hash).ShouldBe(("ended", (await house.Twin.World(world)).Clock.Hash));
        (await house.Give(world, new Command("rate", Evaluator, Objective: "talk", As: "some-challenges"))).ShouldBe("done");
        (await house.Give(world, new Command("note", Evaluator, Text: "afterwards"))).ShouldBe("done");
        (await house.Give(world, new Command("inject", DrillHouse.Trainer, Inject: "reminder"))).ShouldBe("409 over");
        var judged = await house.Script(world);
        judged.Drill.Hash.ShouldBe(ended.Drill.Hash);
        (judged.Objectives[1].Rating, judged.Objectives[1].RatedBy, judged.Notes.Length).ShouldBe(("some-challenges", Evaluator, 2));

        // A drill that is over does not come up by itself, and does when somebody asks for it.
        await house.Restart();
        (await house.Twin.Worlds()).Select(one => one.Id).ShouldBe(["live"]);
        var listed = (await house.Twin.Drills()).Opened.ShouldHaveSingleItem();
        (listed.World, listed.State, listed.Actor, listed.Points, listed.Of).ShouldBe((world, "ended", DrillHouse.Trainer, judged.Points, judged.Of));
        (await house.Script(world)).ShouldBeEquivalentTo(judged);
    }

    [Fact]
    public async Task A_controller_ends_a_drill_which_then_holds_still_also_after_a_restart()
    {
        await using var house = await DrillHouse.Open();
        var world = await house.Opened("tree");
        await house.Twin.Order(world, new ClockOrder(Paused: false), DrillHouse.Trainer);
        await house.Until(world, view => view.Clock.NowMs > DrillHouse.Begins);
        (await house.Give(world, new Command("end-drill", DrillHouse.Trainer, AtMs: DrillHouse.Begins + DrillHouse.Minute))).ShouldBe("422 not-later");
        (await house.Give(world, new Command("end-drill", DrillHouse.Trainer))).ShouldBe("done");
        var ended = await house.Until(world, view => view.Clock.Paused);
        var view = (await house.Twin.Drill(world))!;
        (view.State, view.Hash).ShouldBe(("ended", ended.Clock.Hash));
        await house.Restart();
        var again = await house.Until(world, one => one.State == "paused");
        (again.Clock.Hash, (await house.Twin.Drill(world))!.Hash).ShouldBe((ended.Clock.Hash, ended.Clock.Hash));
    }

    [Fact]
    public async Task The_same_orders_at_the_same_moments_end_in_the_same_hash_at_every_pace()
    {
        await using var house = await DrillHouse.Open();
        var hashes = new List<string?>();
        foreach (var pace in (string[])["60", "max"])
        {
            var world = await house.Opened("short");
            (await house.Give(world, new Command("inject", DrillHouse.Trainer, Inject: "question", AtMs: DrillHouse.Begins + 90_000))).ShouldBe("scheduled");
            (await house.Give(world, new Command("judge", Evaluator, Expected: "answer", As: "late", AtMs: DrillHouse.Begins + 200_000))).ShouldBe("scheduled");
            var script = await house.End(world, pace);
            (script.Injects[3].AtMs, script.Injects[3].Actor, script.Expected[1].State, script.Expected[1].Judge).ShouldBe(
                (DrillHouse.Begins + 90_000, DrillHouse.Trainer, "late", Evaluator));
            hashes.Add(script.Drill.Hash);
        }

        hashes[0].ShouldNotBeNull();
        hashes[1].ShouldBe(hashes[0]);
    }

    [Fact]
    public async Task A_drill_in_which_nobody_acts_ends_in_the_hash_of_its_rehearsal()
    {
        await using var house = await DrillHouse.Open();
        var rehearsed = new Rehearsal(DrillPlan.Load(Path.Combine(house.Files, "tree.yaml"))).Run(isPlayed: false, null, CancellationToken.None)!;
        var script = await house.End(await house.Opened("tree"));
        (script.Drill.Hash, script.Points, script.Of).ShouldBe((rehearsed.Hash, rehearsed.Debrief.Whole.Had, rehearsed.Debrief.Whole.Of));
    }
}
