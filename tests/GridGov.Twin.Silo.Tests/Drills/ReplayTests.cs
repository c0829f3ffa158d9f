using System.Text.Json;
using GridGov.Twin.Client;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Silo.Tests.Drills;

/// <summary>Replays and reports of drills, and drills that cannot be played.</summary>
public class ReplayTests
{
    private const string Player = "李明";

    [Fact]
    public async Task A_replay_from_the_middle_shows_the_drill_as_it_stood_then_and_ends_in_the_same_hash()
    {
        await using var house = await DrillHouse.Open();
        var world = await house.Played("tree", 20);
        await house.FileIt(world, Player);
        var (acted, ended) = ((await house.Twin.World(world)).Clock.NowMs, await house.End(world));
        (await house.Give(world, new Command("note", "陈静", Text: "afterwards"))).ShouldBe("done");
        var last = await house.Twin.World(world);

        var replay = (await house.Twin.Replay(world, new ReplayOrder(DrillHouse.Begins + (10 * DrillHouse.Minute)), DrillHouse.Trainer)).World;
        var opened = await house.Until(replay, view => view is { State: "paused", Clock.JumpTo: null });
        (opened.Kind, opened.Title.En, opened.Clock.NowMs).ShouldBe(("replay", "Replay · A tree fell · no. 1", DrillHouse.Begins + (10 * DrillHouse.Minute)));
        var then = await house.Script(replay);
        (then.Drill.State, then.Drill.Hash, then.Expected[0].State, then.Notes.Length).ShouldBe(("held", null, "awaited", 0));
        (await house.Give(replay, new Command("note", Player, Text: "x"))).ShouldBe("409 replay");
        (await house.Give(replay, new Command("report", Player, Cell: (await house.Script(world)).Injects[0].Cells[0], What: "E0112.1"))).ShouldBe("409 replay");

        await house.Twin.Order(replay, new ClockOrder(JumpToMs: acted), DrillHouse.Trainer);
        await house.Until(replay, view => view.Clock.JumpTo is null && view.Clock.NowMs == acted);
        ((await house.Script(replay)).Expected[0].State, (await house.Script(replay)).Expected[0].Actor).ShouldBe(("met", Player));
        var told = JsonDocument.Parse(await house.Http.GetStringAsync($"api/v1/worlds/{replay}/events?most=1000")).RootElement.GetProperty("items").EnumerateArray();
        told.Max(e => e.GetProperty("atMs").GetInt64()).ShouldBeInRange(DrillHouse.Begins, acted);
        var end = await house.End(replay);
        end.Drill.Hash.ShouldBe(ended.Drill.Hash);
        var at = await house.Twin.World(replay);
        (at.Clock.NowMs, at.Clock.Hash).ShouldBe((last.Clock.NowMs, last.Clock.Hash));
        end.ShouldBeEquivalentTo(await house.Script(world));
    }

    [Fact]
    public async Task A_replay_of_a_drill_that_goes_on_ends_where_the_drill_stood_and_only_the_newest_few_are_open()
    {
        await using var house = await DrillHouse.Open();
        var world = await house.Played("tree", 5);
        var stood = await house.Twin.World(world);
        var names = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            names.Add((await house.Twin.Replay(i == 3 ? names[2] : world, new ReplayOrder(0, "max"), DrillHouse.Trainer)).World);
        }

        await house.JumpTo(world, 6);
        (await Refused(() => house.Twin.World(names[0]))).ShouldBe((404, "no-such-world"));
        var end = await house.Until(names[3], view => view.Clock.Paused);
        (end.Clock.NowMs, end.Clock.Hash).ShouldBe((stood.Clock.NowMs, stood.Clock.Hash));
    }

    [Fact]
    public async Task A_report_can_be_had_at_any_time_and_every_look_at_the_script_is_in_the_audit_log()
    {
        await using var house = await DrillHouse.Open();
        var world = await house.Played("tree", 20);
        await house.FileIt(world, Player);
        var debrief = JsonDocument.Parse(await house.Twin.DebriefFile(world, "debrief.json")).RootElement;
        debrief.GetProperty("isOver").GetBoolean().ShouldBeFalse();
        debrief.GetProperty("actions")[0].GetProperty("actor").GetString().ShouldBe(Player);
        (await house.Http.GetStringAsync($"api/v1/worlds/{world}/drill/report/report.html")).ShouldContain("<html");
        using (var page = await house.Http.GetAsync($"api/v1/worlds/{world}/drill/report/report.html"))
        {
            page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("sandbox");
        }

        var replay = (await house.Twin.Replay(world, new ReplayOrder(DrillHouse.Begins), "观摩")).World;
        await house.Until(replay, view => view is { State: "paused", Clock.JumpTo: null });
        await house.Twin.DrillScript(replay, "观摩");
        var audit = await house.Twin.Audit(world, 0, 100);
        audit[0].ShouldSatisfyAllConditions(line => line.Action.ShouldBe("open-drill"), line => line.Actor.ShouldBe(DrillHouse.Trainer));
        audit.ShouldContain(line => line.Action == "look at script" && line.Actor == DrillHouse.Trainer && line.What.Zh == "查看演练脚本");
        audit.ShouldContain(line => line.Action == "replay: look at script" && line.Actor == "观摩" && line.Target == replay);
        (await house.Twin.Audit("live", 0, 100)).ShouldContain(line => line.Action == "open-drill" && line.Target == world);
    }

    [Fact]
    public async Task A_drill_whose_file_says_something_else_now_is_missing_until_the_file_is_back()
    {
        await using var house = await DrillHouse.Open();
        var world = await house.Played("tree", 2);
        var hash = (await house.Twin.World(world)).Clock.Hash;
        house.Write("tree", 50);
        await house.Restart();
        (await house.Twin.Drills()).Opened.ShouldHaveSingleItem().State.ShouldBe("missing");
        (await Refused(() => house.Twin.Drill(world))).ShouldBe((409, "drill-missing"));

        // What it is called does not count.
        house.Write("tree", 60, "A bigger tree");
        (await house.Until(world, view => view.State == "paused")).Clock.Hash.ShouldBe(hash);
        (await house.Twin.Drills()).Opened[0].Title.En.ShouldBe("A bigger tree · no. 1");
        File.Delete(Path.Combine(house.Files, "tree.yaml"));
        await house.Restart();
        (await house.Twin.Drills()).Opened.ShouldHaveSingleItem().State.ShouldBe("missing");
    }

    [Fact]
    public async Task A_drill_that_cannot_be_played_is_listed_with_what_is_wrong_and_not_opened()
    {
        await using var house = await DrillHouse.Open();
        var files = (await house.Twin.Drills()).Files;
        files.Select(file => (file.Id, file.Findings.Length > 0)).ShouldBe([("bent", true), ("short", false), ("tree", false)]);
        files[0].Findings.ShouldAllBe(finding => finding.File == "bent.yaml" && finding.Message.Zh.Length > 0);
        (await Refused(() => house.Twin.OpenDrill("bent", new DrillOrder(), DrillHouse.Trainer))).ShouldBe((422, "bad-drill"));
        (await Refused(() => house.Twin.OpenDrill("none", new DrillOrder(), DrillHouse.Trainer))).ShouldBe((404, "no-such-drill"));
        (await Refused(() => house.Twin.Drill("drill-tree-1"))).ShouldBe((404, "no-such-world"));
        (await Refused(() => house.Twin.Replay("live", new ReplayOrder(0), DrillHouse.Trainer))).ShouldBe((404, "not-a-drill"));
        var world = await house.Opened("short");
        (await Refused(() => house.Twin.Replay(world, new ReplayOrder(DrillHouse.Begins + 1), DrillHouse.Trainer))).ShouldBe((422, "bad-moment"));
        (await Refused(() => house.Twin.Replay(world, new ReplayOrder(0, "quick"), DrillHouse.Trainer))).ShouldBe((422, "bad-pace"));
    }

    [Fact]
    public async Task Eight_drills_go_on_at_once_and_a_ninth_when_one_has_ended()
    {
        await using var house = await DrillHouse.Open();
        for (var i = 1; i <= 8; i++)
        {
            (await house.Twin.OpenDrill("short", new DrillOrder(), DrillHouse.Trainer)).World.ShouldBe($"drill-short-{i}");
        }

        (await Refused(() => house.Twin.OpenDrill("short", new DrillOrder(), DrillHouse.Trainer))).ShouldBe((409, "too-many-drills"));
        await house.Until("drill-short-1", view => view.Clock is { JumpTo: null, NowMs: DrillHouse.Begins });
        await house.End("drill-short-1");
        (await house.Twin.OpenDrill("short", new DrillOrder(), DrillHouse.Trainer)).World.ShouldBe("drill-short-9");
    }

    private static async Task<(int, string?)> Refused(Func<Task> ask)
    {
        var refused = await Should.ThrowAsync<TwinRefusedException>(ask);
        return ((int)refused.Status!, refused.Code);
    }
}
