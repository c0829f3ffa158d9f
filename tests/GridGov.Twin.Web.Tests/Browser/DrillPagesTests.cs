using GridGov.Twin.Contracts;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>A drill as players, controllers and those who look back on it see it.</summary>
[Collection(InBrowser.Name)]
public class DrillPagesTests(TwinInBrowser twin, ITestOutputHelper output)
{
    private const long Begins = 9 * 3_600_000;
    private const long Minute = 60_000;

    // What a finger cannot well hit; the marks of the timeline are for the mouse, on a phone the list of moments is there for them.
    private const string SmallTargets =
        "[...document.querySelectorAll('a, button, summary, select')].filter(one => one.offsetHeight > 0 && one.offsetHeight < 40 "
        + "&& !one.matches('.mark-button, .thing-link, .skips a')).map(one => one.className + ' ' + one.innerText)";

    // What reaches beyond the right edge; the live page cuts it off, so the page itself is no wider for it.
    private const string CutOff =
        "[...document.querySelectorAll('.side *, .drill-bar *, .plain *')].filter(one => one.offsetHeight > 1 && one.getBoundingClientRect().right > innerWidth + 1)"
        + ".map(one => one.className + ' ' + one.innerText)";

    [Fact]
    public async Task A_drill_is_opened_played_judged_rated_ended_read_and_replayed()
    {
        if (NoBrowser())
            return;
        await using var control = await twin.Open("/drills", lang: "en");
        await control.Page.ClickAsync("[data-drill=call] .open");
        await control.Page.ClickAsync("[data-part=control]");
        await control.Sees(".inject[data-inject=call][data-state=waiting]");
        var world = new Uri(control.Page.Url).Segments[^1];
        await using var player = await twin.Open($"/w/{world}?tab=drill");
        await player.Page.ClickAsync("[data-part=acceptor]");
        await player.Sees(".player .none");
        await player.Page.ClickAsync("#tab-cases");

        await control.Page.ClickAsync(".drill-bar .run:enabled");
        await player.Sees("#tab-drill .unread", "1");
        await control.Page.ClickAsync(".drill-bar[data-drill-state=running] .run");
        await control.Sees(".drill-bar[data-drill-state=held]");
        await player.Page.ClickAsync("#tab-drill");
        await player.Sees(".message.mine.fresh", "村口的树倒了");
        await player.Page.ClickAsync(".message.fresh");
        await player.Page.Locator("#tab-drill .unread").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        var number = await CaseToFile(world);
        await player.Page.ClickAsync(".to-cases");
        await player.Page.ClickAsync($".case-line[data-case='{number}']");
        await player.Page.ClickAsync("[data-action=file]");
        await control.Sees(".expected[data-expected=file][data-state=met]");
        await control.Page.ClickAsync(".expected[data-expected=told] [data-judge=late]");
        await control.Sees(".expected[data-expected=told][data-state=late]");
        await control.Page.ClickAsync("[data-rating=some-challenges]");
        await control.Sees("[data-rating=some-challenges][aria-pressed=true]");
        await control.Page.FillAsync(".note input", "quick and clear");
        await control.Page.ClickAsync(".note button");
        await control.Sees(".notes li", "quick and clear");
        await control.Page.ClickAsync(".end");
        await control.Page.ClickAsync(".end-now");
        await control.Sees(".drill-bar[data-drill-state=ended]");
        var script = await twin.Twin.DrillScript(world, "tests");
        script.Expected.Select(expected => expected.State).ShouldBe(["met", "late"]);
        (script.Objectives[0].Rating, script.Notes[0].Text).ShouldBe(("some-challenges", "quick and clear"));

        await control.Page.ClickAsync(".drill-bar a");
        await control.Page.FrameLocator("iframe.report").Locator("html[data-lang=en]").GetByText("File it").First.WaitForAsync();
        await control.Page.ClickAsync("a.replay");
        await control.Page.ClickAsync(".moment[data-kind=met]");
        await control.Sees("[data-replay] .mark-button[data-kind=met]");
        await control.Sees("[data-replay] .now[style*=left]");
        control.Wrong.Concat(player.Wrong).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_player_sees_nothing_of_what_is_to_come_and_does_not_order_the_clock()
    {
        if (NoBrowser())
            return;
        var world = await Opened();
        await using var sight = await twin.Open($"/w/{world}?tab=drill", lang: "en");
        await sight.Page.ClickAsync("[data-part=dispatcher]");
        await sight.Sees(".player");
        await sight.Sees(".operator", "Town dispatcher");
        (await sight.Page.Locator(".pace, .inject, .expected, .drill-bar .run").CountAsync()).ShouldBe(0);
        (await sight.Page.ContentAsync()).ShouldNotContain("A reporter asks");
        (await twin.Twin.Audit(world, 0, 100)).ShouldNotContain(line => line.Action == "look at script");
        await sight.Page.ReloadAsync();
        await sight.Sees(".player");
    }

    [Fact]
    public async Task An_inject_is_delivered_by_hand_and_reaches_every_player()
    {
        if (NoBrowser())
            return;
        var world = await Opened();
        await twin.Twin.Order(world, new ClockOrder(StepMs: Minute), "tests");
        await using var player = await twin.Open($"/w/{world}?tab=drill", width: 390, height: 844);
        await player.Page.ClickAsync("[data-part=dispatcher]");
        await player.Sees(".player .none");
        await using var control = await twin.Open($"/w/{world}?tab=drill&part=control");
        await control.Sees(".drill-bar[data-drill-state=held]");
        var told = player.Sees(".toast", "请问情况如何？"); // It goes by itself, so that it is watched for beforehand.
        await control.Page.ClickAsync(".inject[data-inject=reporter] .deliver");
        await control.Sees(".inject[data-inject=reporter][data-state=delivered]");
        await told;
        await player.Sees(".message.mine", "请问情况如何？");
    }

    [Fact]
    public async Task In_a_replay_nothing_can_be_done_and_its_timeline_leads_ahead_and_back()
    {
        if (NoBrowser())
            return;
        var world = await Opened();
        await twin.Twin.Order(world, new ClockOrder(JumpToMs: Begins + (20 * Minute)), "tests");
        await Sight.Until(async () => (await twin.Twin.World(world)).Clock is { JumpTo: null, NowMs: >= Begins + (20 * Minute) }, "the drill has gone on");
        var replay = (await twin.Twin.Replay(world, new ReplayOrder(Begins + Minute), "tests")).World;
        var number = (await twin.Twin.DrillScript(world, "tests")).Injects[0].Cases[0];
        await using var sight = await twin.Open($"/w/{replay}?tab=drill&of={world}");
        await sight.Sees("[data-replay]", "只能观看");
        await sight.Page.Locator(".strip input[type=range]").FillAsync("900");
        await Sight.Until(async () => (await twin.Twin.World(replay)).Clock.NowMs >= Begins + (14 * Minute), "the replay has jumped ahead");
        await sight.Page.ClickAsync("#tab-cases");
        await sight.Page.ClickAsync($".case-line[data-case='{number}']");
        await sight.Sees(".sheet .facts");
        (await sight.Page.Locator(".actions, .side .report").CountAsync()).ShouldBe(0);
        await sight.Page.ClickAsync("#tab-drill");
        await sight.Page.ClickAsync(".moment[data-kind=inject]");
        await Sight.Until(() => Task.FromResult(!sight.Page.Url.Contains(replay, StringComparison.Ordinal)), "another replay was opened");
        await sight.Sees("[data-replay] .mark-button[data-kind=inject]");
        var other = new Uri(sight.Page.Url).Segments[^1];
        await Sight.Until(async () => (await twin.Twin.World(other)).Clock is { JumpTo: null, Paused: true, NowMs: >= Begins + Minute and < Begins + (2 * Minute) }, "it stands before the call");
    }

    [Theory]
    [InlineData("zh", "缺少键 aim", "来电处置")]
    [InlineData("en", "the key aim is missing", "A call")]
    public async Task The_list_tells_of_each_drill_and_what_is_wrong_with_a_file_in_the_readers_language(string lang, string wrong, string title)
    {
        if (NoBrowser())
            return;
        await using var sight = await twin.Open("/drills", lang);
        await sight.Sees("[data-drill=call] h2", title);
        await sight.Sees("[data-drill=bent] .findings", wrong);
        await sight.Page.FillAsync("[data-drill=call] input", "twelve");
        await sight.Page.ClickAsync("[data-drill=call] .open");
        await sight.Sees("[data-drill=call] .wrong", lang == "zh" ? "整数" : "whole number");
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task On_a_phone_nothing_of_a_drill_is_wider_than_the_screen_and_everything_can_be_hit(string lang)
    {
        if (NoBrowser())
            return;
        var world = await Opened();
        await twin.Twin.Order(world, new ClockOrder(JumpToMs: Begins + (5 * Minute)), "tests");
        await Sight.Until(async () => (await twin.Twin.DrillScript(world, "tests")).Expected[0].State == "awaited", "the call was delivered");
        foreach (var (path, seen) in new[]
        {
            ("/drills", ".world"), ($"/w/{world}?tab=drill", "[data-part=acceptor]"), ($"/w/{world}?tab=drill&part=control", ".objective"), ($"/drills/{world}/report", "a.whole"),
            ($"/drills/{world}/replay", ".moment"),
        })
        {
            await using var sight = await twin.Open(path, lang, width: 390, height: 844);
            await sight.Sees(seen);
            (await sight.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0, path);
            (await sight.Page.EvaluateAsync<string[]>(CutOff)).ShouldBeEmpty(path);
            (await sight.Page.EvaluateAsync<string[]>(SmallTargets)).ShouldBeEmpty(path);
        }
    }

    // A drill that holds still at StartEx.
    private async Task<string> Opened()
    {
        var world = (await twin.Twin.OpenDrill("call", new DrillOrder(), "tests")).World;
        await Sight.Until(async () => (await twin.Twin.World(world)).Clock is { JumpTo: null, Paused: true, NowMs: >= Begins }, "the drill is at StartEx");
        return world;
    }

    // Steps on until an officer has verified the case of the call and it can be filed.
    private async Task<long> CaseToFile(string world)
    {
        var number = (await twin.Twin.DrillScript(world, "tests")).Injects.Single(inject => inject.Id == "call").Cases[0];
        while ((await twin.Twin.Case(world, number))!.Actions.All(action => action is not { Action: "file", Allowed: true }))
        {
            var to = (await twin.Twin.Order(world, new ClockOrder(StepMs: Minute), "tests")).NowMs;
            to.ShouldBeLessThan(Begins + (45 * Minute));
            await Task.Delay(200);
        }

        return number;
    }

    private bool NoBrowser()
    {
        if (twin.Missing is { } why)
            output.WriteLine($"skipped: {why}");
        return twin.Missing is not null;
    }
}
