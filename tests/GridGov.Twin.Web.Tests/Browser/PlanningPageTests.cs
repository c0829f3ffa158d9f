using GridGov.Twin.Contracts;
using Xunit.Abstractions;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>What a planner sees and does on the planning pages.</summary>
[Collection(InBrowser.Name)]
public class PlanningPageTests(TwinInBrowser twin, ITestOutputHelper output)
{
    [Fact]
    public async Task An_experiment_is_found_run_read_and_one_of_its_replications_opened_in_3D()
    {
        if (NoBrowser())
            return;
        await using var sight = await twin.Open("/");
        await sight.Sees(".case-line");
        await sight.Page.ClickAsync(".menu summary");
        await sight.Page.ClickAsync(".menu a[href=planning]");
        await sight.Sees("[data-experiment=bent] .findings", "bent.yaml:5");
        await sight.Page.ClickAsync("[data-experiment=village] .run");
        await sight.Sees(".badge[data-state=done]");
        var view = (await twin.Twin.Experiment("village"))!;
        await sight.Sees(".answer", view.Row.Last!.Answer.Zh);
        await sight.Page.FrameLocator("iframe.report").Locator("svg").First.WaitForAsync();
        await sight.Page.FrameLocator("iframe.report").GetByText(view.Row.Last.Answer.Zh).First.WaitForAsync();
        await sight.Page.CheckAsync(".replications input[value=six]");
        var row = view.Replications.First(one => one.Variant == "six");
        await sight.Page.Locator(".replications tr").Filter(new() { HasText = row.Hash }).GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await sight.Sees(".twin-map canvas");
        await sight.Sees(".world-clock .time");
        var world = (await twin.Twin.Worlds()).Single(one => one.End is not null);
        (world.Kind, world.Seed).ShouldBe(("run", row.Seed));
        await twin.Twin.Order(world.Id, new ClockOrder(Pace: "max"), "tests");
        await sight.Page.GotoAsync($"{twin.Address}/planning/village");
        await sight.Sees(".opened .badge.fine");
        sight.Wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_proofs_are_run_from_the_planning_page_and_their_report_looks_as_the_site_does()
    {
        if (NoBrowser())
            return;
        await using var sight = await twin.Open("/planning", lang: "en");
        await sight.Page.ClickAsync("a.proofs");

        // The page before has a button of the same kind: the way back to it is there only when it has been left.
        await sight.Sees("a.button[href=planning]");
        await sight.Page.ClickAsync(".run");
        await sight.Sees(".badge[data-state=done]");
        var last = (await twin.Twin.Proofs()).Last!;
        last.Holds.ShouldBeTrue();
        await sight.Sees(".answer", last.Answer.En);
        var report = sight.Page.FrameLocator("iframe.report");
        await report.GetByText(last.Answer.En).First.WaitForAsync();
        await report.Locator("html[data-theme=dark][data-lang=en] .checks .verdict.good").WaitForAsync();
        sight.Wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_phone_nothing_of_the_planning_pages_is_wider_than_the_screen()
    {
        if (NoBrowser())
            return;
        foreach (var (path, seen) in new[] { ("/planning", ".experiment"), ("/planning/village", ".question"), ("/proofs", ".badge") })
        {
            await using var sight = await twin.Open(path, lang: "en", width: 390, height: 844);
            await sight.Sees(seen);
            (await sight.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0);
            (await sight.Page.EvaluateAsync<string[]>(SmallTargets)).ShouldBeEmpty(path);
        }
    }

    // What a finger cannot well hit: lower than 36 pixels.
    private const string SmallTargets =
        "[...document.querySelectorAll('a, button, summary, select')].filter(one => one.offsetHeight > 0 && one.offsetHeight < 36).map(one => one.innerText)";

    [Theory]
    [InlineData("zh", "没有这样的键")]
    [InlineData("en", "unknown key")]
    public async Task What_is_wrong_with_a_file_and_what_was_expected_is_told_in_the_readers_language(string lang, string what)
    {
        if (NoBrowser())
            return;
        await using var sight = await twin.Open("/planning", lang, width: 390, height: 844);
        await sight.Sees("[data-experiment=bent] .findings", what);
        var expected = await sight.Page.Locator("[data-experiment=bent] .findings .detail").AllInnerTextsAsync();
        expected.ShouldContain(text => text.Contains(lang == "zh" ? "的整数" : "a whole number", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_a_phone_a_report_is_opened_whole_and_not_scrolled_within_the_page()
    {
        if (NoBrowser())
            return;
        await using var sight = await twin.Open("/proofs", width: 390, height: 844);
        await sight.Sees(".run");
        if ((await twin.Twin.Proofs()).Last is null)
            await sight.Page.ClickAsync(".run");
        await sight.Sees("a.whole");
        (await sight.Page.Locator("iframe.report").IsVisibleAsync()).ShouldBeFalse();
    }

    private bool NoBrowser()
    {
        if (twin.Missing is { } why)
            output.WriteLine($"skipped: {why}");
        return twin.Missing is not null;
    }
}
