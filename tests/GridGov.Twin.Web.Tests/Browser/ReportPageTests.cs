using System.Text;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Proofs;
using GridGov.Twin.Scenarios.Reports;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>What a head of department sees who opens the report of an experiment from a folder, with no network.</summary>
public sealed class ReportPageTests(ITestOutputHelper output) : IDisposable
{
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
    private readonly string _folder = Directory.CreateTempSubdirectory("report").FullName;
    private IPlaywright? _playwright;

    [Fact]
    public async Task The_report_draws_its_charts_and_maps_changes_its_language_and_asks_for_nothing()
    {
        await using var browser = await Launch();
        if (browser is null)
            return;
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1100, Height = 700 } });
        var wrong = new List<string>();
        page.Console += (_, line) => wrong.Add(line.Text);
        page.PageError += (_, error) => wrong.Add(error);
        page.Request += (_, request) => wrong.Add(request.Url);
        var address = Written(ExperimentReport.Html(Sketched()));
        await page.GotoAsync(address);

        foreach (var chart in await page.Locator(".chart").AllAsync())
            (await chart.Locator("svg path").CountAsync()).ShouldBeGreaterThan(5, await chart.GetAttributeAsync("id"));
        (await page.Locator(".maps svg").CountAsync()).ShouldBe(2);
        (await page.Locator(".maps .cell").CountAsync()).ShouldBe(2 * 20);
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("发现率");
        await page.ClickAsync("[data-map=way]");
        await page.Locator(".maps .cell").First.HoverAsync();
        (await page.Locator("#hover").InnerTextAsync()).ShouldContain("370282");

        await page.ClickAsync("[data-to=en]");
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("discovery rate");
        (await page.Locator("#measures").InnerTextAsync()).ShouldContain("Discovery rate");
        (await page.Locator("main").InnerTextAsync()).ShouldNotContain("发现");
        (await Overflow(page)).ShouldBeLessThanOrEqualTo(0);
        wrong.ShouldBe([address]);
    }

    [Fact]
    public async Task On_a_phone_the_report_takes_the_whole_width_and_no_more()
    {
        await using var browser = await Launch();
        if (browser is null)
            return;
        var page = await browser.NewPageAsync(new() { ViewportSize = Phone });
        await page.GotoAsync(Written(ExperimentReport.Html(Sketched())));
        await page.ClickAsync("[data-to=en]");
        (await Overflow(page)).ShouldBeLessThanOrEqualTo(0);
        (await page.Locator("#measures tbody tr:not(.group) th").First.BoundingBoxAsync())!.Width.ShouldBeGreaterThan(300);
    }

    [Fact]
    public async Task On_a_phone_the_proofs_are_a_summary_whose_parts_unfold()
    {
        await using var browser = await Launch();
        if (browser is null)
            return;
        var page = await browser.NewPageAsync(new() { ViewportSize = Phone });
        await page.GotoAsync(Written(ProofReport.Html(new Proof([Sketched()], null, [], ProofSize.Whole))));
        (await page.Locator("details.part[open]").CountAsync()).ShouldBe(0);
        (await page.Locator("details.part:not([hidden]) > summary").InnerTextAsync()).ShouldMatch(@"^试\s+[01] / 1$");
        await page.ClickAsync("details.part:not([hidden]) > summary");
        await page.Locator(".checks td .verdict").WaitForAsync();
        (await Overflow(page)).ShouldBeLessThanOrEqualTo(0);
        await page.ClickAsync("[data-to=en]");
        (await page.Locator(".checks td .verdict").IsVisibleAsync()).ShouldBeTrue("what was unfolded stays so in the other language");
        (await Overflow(page)).ShouldBeLessThanOrEqualTo(0);
    }

    [Fact]
    public async Task On_a_desk_the_proofs_lie_open()
    {
        await using var browser = await Launch();
        if (browser is null)
            return;
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        await page.GotoAsync(Written(ProofReport.Html(new Proof([Sketched()], null, [], ProofSize.Whole))));
        (await page.Locator(".checks td .verdict").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("#contents a").CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task An_after_action_report_tells_the_course_of_a_drill_in_both_languages(int width)
    {
        await using var browser = await Launch();
        if (browser is null)
            return;
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 844 } });
        var wrong = new List<string>();
        page.Console += (_, line) => wrong.Add(line.Text);
        page.PageError += (_, error) => wrong.Add(error);
        await page.GotoAsync(Written(Encoding.UTF8.GetString(DebriefReport.File(Rehearsed(), DebriefReport.Page))));
        (await page.Locator("#course-picture rect").CountAsync()).ShouldBe(2, "a bar for every action that was awaited");
        (await page.Locator("#action-list").InnerTextAsync()).ShouldContain("未完成");
        (await Overflow(page)).ShouldBeLessThanOrEqualTo(0);
        await page.ClickAsync("[data-to=en]");
        (await page.Locator("#improvement-list").InnerTextAsync()).ShouldContain("Dispatch it");
        (await page.Locator("main").InnerTextAsync()).ShouldNotContain("未完成");
        (await Overflow(page)).ShouldBeLessThanOrEqualTo(0);
        wrong.ShouldBeEmpty();
    }

    public void Dispose()
    {
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<IBrowser?> Launch()
    {
        try
        {
            _playwright = await Playwright.CreateAsync();
            return await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path(), Headless = true, Args = Chromium.Flags });
        }
        catch (Exception none) when (none is InvalidOperationException or PlaywrightException)
        {
            output.WriteLine(none.Message);
            return null;
        }
    }

    private static Task<int> Overflow(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");

    private string Written(string html)
    {
        var path = Path.Combine(_folder, "report.html");
        File.WriteAllText(path, html);
        return new Uri(path).AbsoluteUri;
    }

    private static Debrief Rehearsed() => new Rehearsal(DrillPlan.Load(Tree.Shipped("drills/first-steps.yaml")))
        .Run(isPlayed: false, null, CancellationToken.None)!.Debrief;

    private ExperimentResult Sketched()
    {
        File.WriteAllText(
            Path.Combine(_folder, "scenario.yaml"),
            """
            extends: defaults
            scenario: hamlet
            title: {zh: 小村, en: hamlet}
            starts: 2025-06-09
            days: 2
            seed: 1
            city: {generate: {name: Hamlet, division-code: "370282", cells: 20, streets: 2, communities: 4}}
            demand: {incidents-per-day: 60}
            officers: {count: 6}
            """);
        File.WriteAllText(
            Path.Combine(_folder, "it.yaml"),
            """
            experiment: sketch
            title: {zh: 试, en: sketch}
            question: {zh: 几人够？, en: How many are enough?}
            scenario: scenario.yaml
            replications: 3
            decide: {by: discovery-rate, better: higher, target: 0.9}
            expected: [{variant: few, measure: discovery-rate, value: 0.9, by: held-out, source: a guess}]
            variants: {few: {title: {zh: 少, en: few}}, more: {title: {zh: 多, en: more}, with: {officers: {count: 12}}}}
            """);
        return new ExperimentRun(ExperimentPlan.Load(Path.Combine(_folder, "it.yaml")), null, 2).Run(null, CancellationToken.None)!;
    }
}
