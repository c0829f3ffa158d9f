using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Reports;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>What a head of department sees who opens the report of an experiment from a folder, with no network.</summary>
public sealed class ReportPageTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report").FullName;

    [Fact]
    public async Task The_report_draws_its_charts_and_maps_changes_its_language_and_asks_for_nothing()
    {
        using var playwright = await Playwright.CreateAsync();
        IBrowser browser;
        try
        {
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path(), Headless = true, Args = Chromium.Flags });
        }
        catch (Exception none) when (none is InvalidOperationException or PlaywrightException)
        {
            output.WriteLine(none.Message);
            return;
        }

        await using var closed = browser;
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1100, Height = 700 } });
        var wrong = new List<string>();
        page.Console += (_, line) => wrong.Add(line.Text);
        page.PageError += (_, error) => wrong.Add(error);
        page.Request += (_, request) => wrong.Add(request.Url);
        var address = new Uri(WriteReport()).AbsoluteUri;
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
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0);
        wrong.ShouldBe([address]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string WriteReport()
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
        var result = new ExperimentRun(ExperimentPlan.Load(Path.Combine(_folder, "it.yaml")), null, 2).Run(null, CancellationToken.None)!;
        var path = Path.Combine(_folder, "report.html");
        File.WriteAllText(path, ExperimentReport.Html(result));
        return path;
    }
}
